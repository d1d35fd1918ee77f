import { isDamaged } from '../newsroom/compile/damaged-store.ts';
import { log } from './log.ts';

/** If a new store does not help, it is not made again at once. Milliseconds. */
const betweenReports = 60_000;

/** Says in the log that the store cannot be read, and has a damaged one made again; for all sites of a server. */
export class StoreFaults {
  readonly #clock: () => number;
  readonly #onDamaged: () => void;
  #reportedAt = -Infinity;

  /** `onDamaged` is called when the store is found damaged, at most once a minute. */
  constructor(clock: () => number, onDamaged: () => void) {
    this.#clock = clock;
    this.#onDamaged = onDamaged;
  }

  /** A new store takes time, and each request until then meets the same fault. */
  report(fault: unknown): void {
    const now = this.#clock();
    if (now - this.#reportedAt < betweenReports) return;
    this.#reportedAt = now;
    const damaged = isDamaged(fault);
    log.error(
      `The store ${damaged ? 'is damaged' : 'cannot be read'} (${fault instanceof Error ? fault.message : String(fault)}).${damaged ? ' A new one is made.' : ''}`,
    );
    if (damaged) this.#onDamaged();
  }
}
