/** How long a hindrance must last before it is reported: a folder that is replaced is missing for a moment. Milliseconds. */
const patience = 1000;

export type Hindrance = 'content' | 'unreadable' | 'missing' | 'site' | 'store';

/** Why the content folder is not followed at present. Reports when that begins, changes its reason, and ends. */
export class Hindrances {
  readonly #report: (reason: string | undefined) => void;
  readonly #patience: number;
  readonly #reasons = new Map<Hindrance, string>();
  #reported: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `report` takes the reason, or `undefined` when the folder is followed again. */
  constructor(report: (reason: string | undefined) => void, wait: number = patience) {
    this.#report = report;
    this.#patience = wait;
  }

  set(hindrance: Hindrance, reason: string): void {
    this.#reasons.set(hindrance, reason);
    if (this.#reported !== undefined) this.#update();
    else this.#timer ??= setTimeout(() => this.#update(), this.#patience);
  }

  clear(hindrance: Hindrance): void {
    if (!this.#reasons.delete(hindrance)) return;
    if (this.#reasons.size === 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
    if (this.#reported !== undefined) this.#update();
  }

  #update(): void {
    this.#timer = undefined;
    // Where nothing can be compiled, it is of no interest how much is missing.
    const reasons = [...this.#reasons].filter(([each]) => each !== 'missing' || !this.#reasons.has('content'));
    const reason = reasons.length === 0 ? undefined : reasons.map(([, each]) => each).join(' ');
    if (reason === this.#reported) return;
    this.#reported = reason;
    this.#report(reason);
  }
}
