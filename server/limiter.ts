import { Unavailable } from './unavailable.ts';

/** Lets a number of tasks run at a time; the others wait, in their order. */
export class Limiter {
  #free: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];

  /** `atOnce` tasks run at a time, and `mostWaiting` more may wait. */
  constructor(atOnce: number, mostWaiting = Infinity) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs a task when it is its turn. Throws `Unavailable` if too many wait already. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else if (this.#waiting.length >= this.#mostWaiting) throw new Unavailable('Too many requests wait for their turn.');
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
