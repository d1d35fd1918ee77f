import { hash } from 'node:crypto';
import { git } from './git.ts';

/** Git's name for the bytes of a file. A file in the folder is as it was committed if the names are equal. */
export function blobName(bytes: Uint8Array): string {
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), 'hex');
}

/**
 * Reads files by git's names for them, in one process, and calls `take` in the order of `names`. The bytes are undefined
 * where git does not have the file, or where it is larger than `largest` bytes.
 */
export async function readBlobs(
  folder: string,
  names: readonly string[],
  largest: number,
  take: (index: number, bytes: Buffer | undefined) => void,
): Promise<void> {
  if (names.length === 0) return;
  const reader = new BatchReader(largest, take);
  await git(folder, ['cat-file', '--batch'], (chunk) => reader.add(chunk), `${names.join('\n')}\n`);
}

/** Parses `<name> blob <size>`, a line end, the bytes, a line end; or `<name> missing`. */
class BatchReader {
  readonly #largest: number;
  readonly #take: (index: number, bytes: Buffer | undefined) => void;
  #index = 0;
  #head = '';
  /** Bytes of the current file that are not yet read, with the line end after it; -1 while its head is read. */
  #left = -1;
  #wanted = true;
  #parts: Buffer[] = [];

  constructor(largest: number, take: (index: number, bytes: Buffer | undefined) => void) {
    this.#largest = largest;
    this.#take = take;
  }

  add(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) at = this.#left < 0 ? this.#readHead(chunk, at) : this.#readBytes(chunk, at);
  }

  #readHead(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#head += chunk.toString('latin1', at, end < 0 ? chunk.length : end);
    if (end < 0) return chunk.length;
    const [, kind, size] = this.#head.split(' ');
    this.#head = '';
    if (size === undefined) this.#done(undefined);
    else {
      this.#left = Number(size) + 1;
      this.#wanted = kind === 'blob' && this.#left <= this.#largest;
    }
    return end + 1;
  }

  #readBytes(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    if (this.#wanted) this.#parts.push(chunk.subarray(at, end));
    this.#left -= end - at;
    if (this.#left > 0) return end;
    this.#left = -1;
    const bytes = this.#wanted ? Buffer.concat(this.#parts) : undefined;
    this.#parts = [];
    this.#done(bytes?.subarray(0, -1));
    return end;
  }

  #done(bytes: Buffer | undefined): void {
    this.#take(this.#index, bytes);
    this.#index += 1;
  }
}
