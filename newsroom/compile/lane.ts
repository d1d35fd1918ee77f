import { mergedPaths, type Paths } from './paths.ts';

/** Does work for paths, one piece at a time. What arrives in the meantime is the next piece. */
export class Lane {
  readonly #work: (paths: Paths) => Promise<void>;
  #waiting: Paths | undefined;
  #running: Promise<void> | undefined;

  /** `work` must not fail. */
  constructor(work: (paths: Paths) => Promise<void>) {
    this.#work = work;
  }

  add(paths: Iterable<string> | 'all'): void {
    this.#waiting = mergedPaths(this.#waiting ?? new Set(), paths);
    void this.done();
  }

  /** Done when nothing waits. */
  done(): Promise<void> {
    return (this.#running ??= this.#run().finally(() => (this.#running = undefined)));
  }

  async #run(): Promise<void> {
    while (this.#waiting) {
      const paths = this.#waiting;
      this.#waiting = undefined;
      await this.#work(paths);
    }
  }
}
