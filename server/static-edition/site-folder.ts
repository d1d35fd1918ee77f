import { readFileSync } from 'node:fs';
import { FileWriter, type ExportFolders } from './folders.ts';

/** What of files is counted: those of hosts are no part of the site. */
type Counting = 'counted' | 'uncounted';

/** The files of an export that is under way. What has not changed is linked from the export before. */
export class SiteFolder {
  readonly #folders: ExportFolders;
  readonly #writer: FileWriter;
  /** Files that are new, or have other bytes than before. */
  written = 0;
  unchanged = 0;
  #replaced = 0;

  constructor(folders: ExportFolders) {
    this.#folders = folders;
    this.#writer = new FileWriter(folders.next());
  }

  /** How many files the export has. */
  get all(): number {
    return this.written + this.unchanged;
  }

  /** How many of `all` files of the export before are there no more. */
  deletedOf(all: number): number {
    return Math.max(0, all - this.unchanged - this.#replaced);
  }

  /** Takes a file over from the export before. */
  link(file: string, counts: Counting = 'counted'): void {
    this.#writer.link(this.#folders.before(file) ?? '', file);
    if (counts === 'counted') this.unchanged += 1;
  }

  /** Writes a file, or links the one before if it has the same bytes. Returns whether it has others, or is new. */
  async put(file: string, bytes: Buffer | string, counts: Counting = 'counted'): Promise<boolean> {
    const before = this.before(file);
    if (before?.equals(Buffer.from(bytes))) {
      this.link(file, counts);
      return false;
    }
    await this.#writer.write(file, bytes);
    if (counts === 'counted') this.written += 1;
    if (counts === 'counted' && before) this.#replaced += 1;
    return true;
  }

  /** The bytes of a file in the export before. */
  before(file: string): Buffer | undefined {
    const path = this.#folders.before(file);
    try {
      return path === undefined ? undefined : readFileSync(path);
    } catch {
      return undefined;
    }
  }
}
