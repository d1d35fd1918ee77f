import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf } from './scan.ts';

/**
 * Files of the content folder that can be edited by another path: links to a file, and files with several names. The
 * watching of their folder does not report that, so they are checked one by one.
 */
export class LinkedFiles {
  readonly #content: string;
  readonly #stamps = new Map<string, string>();

  constructor(content: string) {
    this.#content = content;
  }

  /** Replaces the files that are checked. */
  set(paths: readonly string[]): void {
    const known = new Map(this.#stamps);
    this.#stamps.clear();
    for (const path of paths) this.#stamps.set(path, known.get(path) ?? this.#stampOf(path).stamp);
  }

  /** Adds those of the paths that are linked. */
  add(paths: Iterable<string>): void {
    for (const path of paths) {
      const { stamp, linked } = this.#stampOf(path);
      if (linked) this.#stamps.set(path, stamp);
    }
  }

  /** The files that have changed since the last call. */
  changed(): string[] {
    const found: string[] = [];
    for (const [path, known] of this.#stamps) {
      const { stamp } = this.#stampOf(path);
      if (stamp === known) continue;
      this.#stamps.set(path, stamp);
      found.push(path);
    }
    return found;
  }

  #stampOf(path: string): { stamp: string; linked: boolean } {
    try {
      const file = join(this.#content, path);
      const own = lstatSync(file);
      const link = own.isSymbolicLink() ? own : undefined;
      const stats = link ? statSync(file) : own;
      const linked = link !== undefined || (stats.isFile() && stats.nlink > 1);
      return { stamp: `${stats.size} ${stats.mtimeMs} ${stampOf(stats, link)}`, linked };
    } catch {
      return { stamp: '', linked: false };
    }
  }
}
