import { statsOf } from '../store/file-identity.ts';
import { storePath } from '../store/store.ts';

/** A file that was written more recently than this may be written again with the same date. Milliseconds. */
const unsettled = 1000;

/**
 * How often a compile has changed the store. It is asked for all the time, so it is read only when the files of the store
 * have been written since. `clock` is the present of the machine, in milliseconds.
 */
export class StoreGeneration {
  readonly #files: readonly string[];
  readonly #read: () => number | undefined;
  readonly #clock: () => number;
  #stamp: string | undefined;
  #value: number | undefined;

  /** `read` opens the store; `undefined` while it cannot be read. */
  constructor(data: string, read: () => number | undefined, clock: () => number) {
    const path = storePath(data);
    this.#files = [path, `${path}-wal`];
    this.#read = read;
    this.#clock = clock;
  }

  /** The number; `undefined` while the store cannot be read. */
  now(): number | undefined {
    const written = this.#files.map(statsOf);
    const stamp = written.map((file) => `${file?.ino} ${file?.size} ${file?.mtimeMs}`).join('\n');
    const latest = Math.max(...written.map((file) => file?.mtimeMs ?? 0));
    if (this.#value === undefined || stamp !== this.#stamp || Math.abs(this.#clock() - latest) < unsettled)
      this.#value = this.#read();
    this.#stamp = stamp;
    return this.#value;
  }
}
