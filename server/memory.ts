/** Things in memory, up to a number of bytes in all: the one that nobody asked for in the longest time goes first. */
export class Memory<T extends { size: number }> {
  readonly #mostBytes: number;
  /** The order of the map is that of use: the last one was asked for last. */
  readonly #things = new Map<string, { thing: T; /** When it was last asked for. */ size: number }>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get count(): number {
    return this.#things.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): T | undefined {
    const found = this.#things.get(key);
    if (!found) return undefined;
    // It may have grown since.
    this.set(key, found.thing);
    return found.thing;
  }

  set(key: string, thing: T): void {
    this.#delete(key);
    const { size } = thing;
    this.#things.set(key, { thing, size });
    this.#bytes += size;
    for (const oldest of this.#things.keys()) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#delete(oldest);
    }
  }

  forget(isForgotten: (thing: T) => boolean): void {
    for (const [key, { thing }] of this.#things) if (isForgotten(thing)) this.#delete(key);
  }

  #delete(key: string): void {
    this.#bytes -= this.#things.get(key)?.size ?? 0;
    this.#things.delete(key);
  }
}
