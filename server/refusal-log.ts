import type { Unavailable } from './unavailable.ts';
import { log } from './log.ts';

/** Characters of a path that a line has. */
const longestPath = 200;
/** Milliseconds between two lines about one reason. */
const between = 60_000;

/**
 * Writes to standard error that requests were refused: the first of each reason at once, then at most one line a minute with their
 * number. A flood of requests would fill the disk otherwise, through the log.
 */
export class RefusalLog {
  readonly #clock: () => number;
  readonly #write: (line: string) => void;
  /** By reason: when it was written last, and how many were refused since. */
  readonly #reasons = new Map<string, { at: number; count: number }>();

  constructor(clock: () => number, write: (line: string) => void = (line) => log.warn(line)) {
    this.#clock = clock;
    this.#write = write;
  }

  add({ message: reason, path }: Unavailable): void {
    const now = this.#clock();
    const known = this.#reasons.get(reason);
    const count = (known?.count ?? 0) + 1;
    // A clock that was set back does not silence the log.
    if (known && Math.abs(now - known.at) < between) {
      known.count = count;
      return;
    }
    this.#reasons.set(reason, { at: now, count: 0 });
    const where = path === undefined ? '' : ` (${path.slice(0, longestPath)})`;
    this.#write(`${count === 1 ? 'A request was' : `${count} requests were`} refused: ${reason}${where}`);
  }
}
