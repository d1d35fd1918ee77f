interface UnderWay<T> {
  result: Promise<T>;
  /** Whether each caller still waits. */
  callers: (() => boolean)[];
}

/** Work that several callers ask for at the same time and that is done once for all of them. */
export class SharedWork<T> {
  readonly #underWay = new Map<string, UnderWay<T>>();

  /**
   * Does the work, or joins the work of the same name that is under way. If it fails, it fails for all callers. `isWanted`
   * says whether this caller still waits; the work learns whether any caller does.
   */
  share(name: string, work: (isWanted: () => boolean) => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
    const known = this.#underWay.get(name);
    if (known) {
      known.callers.push(isWanted);
      return known.result;
    }
    const callers = [isWanted];
    const result = work(() => callers.some((waits) => waits())).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, { result, callers });
    return result;
  }
}
