import { stat, statfs } from 'node:fs/promises';
import { storePath } from '../newsroom/store/store.ts';

/** Bytes of the disk that cached pages leave free, beside the size of the store: a compile may write all of it again. */
const defaultReserve = 16 * 1024 * 1024;

/** How long an answer of the system is used. Milliseconds. */
const askEvery = 500;

/** Whether there is space on the disk for cached pages. The store needs the last of it: a kill must always be written. */
export class DiskSpace {
  readonly #data: string;
  readonly #reserve: number;
  #askedAt = -Infinity;
  #left = 0;

  constructor(data: string, reserve: number = defaultReserve) {
    this.#data = data;
    this.#reserve = reserve;
  }

  /** Takes the space for a page of so many bytes. Returns whether there was enough. */
  async take(bytes: number): Promise<boolean> {
    if (performance.now() - this.#askedAt > askEvery) {
      this.#askedAt = performance.now();
      this.#left = await this.#spare().catch(() => 0);
    }
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  async #spare(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#data);
    const store = await stat(storePath(this.#data)).catch(() => undefined);
    return bavail * bsize - this.#reserve - (store?.size ?? 0);
  }
}
