/** After a task it is not spare time for so many times as long as the task took. */
const pause = 4;
/** If no more others than this came while a task ran, nobody was held up, and the next one can follow at once. */
const few = 4;

/** When there is time for tasks that nobody needs at once: always on a quiet server, a fifth of the time on a busy one. */
export class SpareTime {
  #isRunning = false;
  #others = 0;
  /** By `performance.now()`. */
  #next = 0;

  /** Somebody has asked for something else. */
  noteOther(): void {
    this.#others += 1;
  }

  get isNow(): boolean {
    return !this.#isRunning && performance.now() >= this.#next;
  }

  /** Runs a task. Ask `isNow` before. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    this.#isRunning = true;
    this.#others = 0;
    const began = performance.now();
    try {
      return await task();
    } finally {
      const ended = performance.now();
      this.#next = this.#others > few ? ended + pause * (ended - began) : 0;
      this.#isRunning = false;
    }
  }
}
