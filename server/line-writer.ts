import { write } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const writeTo = promisify(write);

/** Characters that wait to be written, at most: a reader of the log that has stopped must not fill the memory. */
const mostWaiting = 4 * 1024 * 1024;

/** How long lines are collected before they are written together. Milliseconds. */
const collectedFor = 20;

/** How long after a refused write the next one is tried. Milliseconds. */
const retryAfter = 50;

/**
 * Writes lines to a file descriptor beside the event loop, many at once. What cannot be written, because the reader has gone, has
 * stopped to read or has no space, is lost and counted: the process goes on.
 */
export class LineWriter {
  readonly #descriptor: number;
  readonly #lostLine: (lines: number) => string;
  #waiting = '';
  #lost = 0;
  #writing: Promise<void> | undefined;

  /** `lostLine` makes the line that says how many were lost, with its end. It is written when lines can be written again. */
  constructor(descriptor: number, lostLine: (lines: number) => string) {
    this.#descriptor = descriptor;
    this.#lostLine = lostLine;
  }

  /** Takes a line, with its end. */
  write(line: string): void {
    if (this.#waiting.length + line.length > mostWaiting) {
      this.#lost += 1;
      return;
    }
    this.#waiting += line;
    this.#writing ??= this.#run().finally(() => (this.#writing = undefined));
  }

  /** Done when all lines are written, or after `limit` milliseconds. */
  async flush(limit: number): Promise<void> {
    await Promise.race([this.#writing, sleep(limit, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    // A write costs as much as ten requests that are answered from memory.
    while (this.#waiting !== '') {
      await sleep(collectedFor);
      const text = this.#waiting;
      this.#waiting = '';
      const lost = this.#lost;
      if (await this.#wrote(lost > 0 ? this.#lostLine(lost) + text : text)) this.#lost -= lost;
      else this.#lost += text.split('\n').length - 1;
    }
  }

  /** Returns whether the text was written. */
  async #wrote(text: string): Promise<boolean> {
    let rest = Buffer.from(text);
    try {
      while (rest.length > 0) {
        try {
          const { bytesWritten } = await writeTo(this.#descriptor, rest);
          rest = rest.subarray(bytesWritten);
        } catch (fault) {
          // The pipe is full.
          if (!(fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN')) throw fault;
          await sleep(retryAfter);
        }
      }
      return true;
    } catch {
      return false;
    }
  }
}
