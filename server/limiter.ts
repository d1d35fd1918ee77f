import { Unavailable } from './unavailable.ts';

interface Waiting {
  begin: () => void;
  drop: () => void;
  isWanted: () => boolean;
}

/** Lets a number of tasks run at a time; the others wait, in their order. */
export class Limiter {
  readonly #atOnce: number;
  #free: number;
  readonly #mostWaiting: number;
  #waiting: Waiting[] = [];

  /** `atOnce` tasks run at a time, and `mostWaiting` more may wait. */
  constructor(atOnce: number, mostWaiting = Infinity) {
    this.#atOnce = atOnce;
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Whether no task runs. */
  get isIdle(): boolean {
    return this.#free === this.#atOnce;
  }

  /** How many tasks wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs a task when it is its turn. A task for which `isWanted` is false by then is dropped. Throws `Unavailable` if it is
   * dropped, or if too many wait already.
   */
  async run<T>(task: () => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(isWanted);
    try {
      return await task();
    } finally {
      this.#next();
    }
  }

  #wait(isWanted: () => boolean): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) this.#dropUnwanted();
    if (this.#waiting.length >= this.#mostWaiting)
      return Promise.reject(new Unavailable('Too many requests wait for their turn.'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        begin: resolve,
        drop: () => reject(new Unavailable('Nobody waits for this any more.')),
        isWanted,
      });
    });
  }

  #dropUnwanted(): void {
    const all = this.#waiting;
    this.#waiting = all.filter(({ isWanted }) => isWanted());
    for (const each of all) if (!this.#waiting.includes(each)) each.drop();
  }

  #next(): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      if (next.isWanted()) return next.begin();
      next.drop();
    }
    this.#free += 1;
  }
}
