import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of kept pages on the disk: some hundred thousand pages. */
const shelfLimit = 2 * 1024 * 1024 * 1024;

/** How full the shelf is left by a clearing, so that the next one is far off. */
const leftFull = 0.8;

/**
 * Keeps the folder of kept pages within a size: whoever asks for every page of a large archive, as crawlers do, would
 * fill the disk. The pages that were written longest ago go first; one that is asked for again is rendered again. All
 * of it happens beside the answers, and a page that cannot be looked at or taken away is passed over.
 */
export class DiskQuota {
  readonly #folder: string;
  readonly #limit: number;
  /** What lies there, as far as it is known: the first look counts what other processes left. */
  #bytes = Infinity;
  #clearing: Promise<void> | undefined;

  constructor(folder: string, limit: number = shelfLimit) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** Counts a page that was written. Resolves when the shelf is in order. */
  async added(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes <= this.#limit) return;
    this.#clearing ??= this.#clear().finally(() => (this.#clearing = undefined));
    await this.#clearing;
  }

  async #clear(): Promise<void> {
    const pages: { path: string; size: number; written: number }[] = [];
    let bytes = 0;
    const names = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of names) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const stats = await stat(path).catch(() => undefined);
      if (!stats) continue;
      bytes += stats.size;
      pages.push({ path, size: stats.size, written: stats.mtimeMs });
    }
    if (bytes > this.#limit) {
      pages.sort((a, b) => a.written - b.written);
      for (const { path, size } of pages) {
        if (bytes <= leftFull * this.#limit) break;
        await unlink(path).catch(() => undefined);
        bytes -= size;
      }
    }
    this.#bytes = bytes;
  }
}
