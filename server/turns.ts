/**
 * Runs work that takes a while without waiting for anything, one piece in each turn of the event loop. Many pieces that
 * arrive at once would otherwise hold back requests that could be answered at once.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];

  /** Returns what the work returns. Done in a later turn. */
  run<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          resolve(work());
        } catch (fault) {
          reject(fault);
        }
      });
      if (this.#waiting.length === 1) setImmediate(() => this.#next());
    });
  }

  #next(): void {
    this.#waiting[0]?.();
    this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#next());
  }
}
