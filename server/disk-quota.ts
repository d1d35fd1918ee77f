import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of a cache on disk: some hundred thousand pages. */
const defaultLimit = 2 * 1024 * 1024 * 1024;

/** The part of the limit that is left after files were deleted, so that it takes long until the next time. */
const partLeft = 0.8;

/**
 * Holds the folder of a cache within a size: a crawler that asks for every page and picture of a large archive would fill
 * the disk. The files that were written longest ago are deleted first; what is asked for again is made again. All of it
 * happens beside the answers, and a file that cannot be read or deleted is skipped.
 */
export class DiskQuota {
  readonly #folder: string;
  readonly #limit: number;
  /** Bytes in the folder, as far as is known. The first count includes what other processes left. */
  #bytes = Infinity;
  #clearing: Promise<void> | undefined;

  constructor(folder: string, limit: number = defaultLimit) {
    this.#folder = folder;
    this.#limit = limit;
  }

  /** Bytes in the folder; `undefined` before the first file was added. */
  get bytes(): number | undefined {
    return Number.isFinite(this.#bytes) ? this.#bytes : undefined;
  }

  /** Counts a file that was written. Done when the folder is within its limit. */
  async added(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#bytes <= this.#limit) return;
    this.#clearing ??= this.#clear().finally(() => (this.#clearing = undefined));
    await this.#clearing;
  }

  async #clear(): Promise<void> {
    const files: { path: string; size: number; written: number }[] = [];
    let bytes = 0;
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const stats = await stat(path).catch(() => undefined);
      if (!stats) continue;
      bytes += stats.size;
      files.push({ path, size: stats.size, written: stats.mtimeMs });
    }
    if (bytes > this.#limit) {
      files.sort((a, b) => a.written - b.written);
      for (const { path, size } of files) {
        if (bytes <= partLeft * this.#limit) break;
        await unlink(path).catch(() => undefined);
        bytes -= size;
      }
    }
    this.#bytes = bytes;
  }
}
