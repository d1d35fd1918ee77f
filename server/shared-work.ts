/** Work that several callers ask for at the same time and that is done once for all of them. */
export class SharedWork<T> {
  readonly #underWay = new Map<string, Promise<T>>();

  /** Does the work, or joins the work of the same name that is under way. If it fails, it fails for all callers. */
  share(name: string, work: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(name);
    if (known) return known;
    const started = work().finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, started);
    return started;
  }
}
