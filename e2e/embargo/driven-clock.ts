import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A clock that a test moves. A site that is started with it reads the time from its file at each `Date.now()`. The code of
 * the site does not know this: only `Date.now` of its process is replaced (`clock-preload.ts`).
 */
export class DrivenClock {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dateline-clock-'));
  readonly file = join(this.#folder, 'now');
  readonly #opened = openSync(this.file, 'w');
  readonly #bytes = Buffer.alloc(8);
  #now: number;

  constructor(now: number) {
    this.#now = now;
    this.set(now);
  }

  get now(): number {
    return this.#now;
  }

  /** Sets the time, in milliseconds since 1970. Later requests are answered for that instant. */
  set(now: number): void {
    this.#now = now;
    this.#bytes.writeDoubleLE(now);
    writeSync(this.#opened, this.#bytes, 0, this.#bytes.length, 0);
  }

  end(): void {
    closeSync(this.#opened);
    rmSync(this.#folder, { recursive: true });
  }
}
