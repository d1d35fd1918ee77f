/** Paths of values that are left out: items of lists, and fields. */
export class LeftOut {
  /** By the path of a list or of the fields: the indexes, and the names. */
  readonly #keys = new Map<string, Set<PropertyKey>>();

  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  add(path: readonly PropertyKey[]): void {
    const [parent, key] = [nameOf(path.slice(0, -1)), path.at(-1)];
    const keys = this.#keys.get(parent) ?? new Set();
    if (key !== undefined) this.#keys.set(parent, keys.add(key));
  }

  /** The path in the file of a path in the values that are left. */
  writtenPath(path: readonly PropertyKey[]): PropertyKey[] {
    const written: PropertyKey[] = [];
    for (const key of path) {
      const indexes = [...(this.#keys.get(nameOf(written)) ?? [])].filter((each) => typeof each === 'number');
      written.push(
        typeof key === 'number'
          ? indexes.toSorted((a, b) => a - b).reduce((index, gone) => (gone <= index ? index + 1 : index), key)
          : key,
      );
    }
    return written;
  }

  /** A copy of the fields without these values. */
  takenFrom(fields: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(this.#entries(fields, []));
  }

  #entries(fields: object, path: readonly PropertyKey[]): [string, unknown][] {
    const gone = this.#keys.get(nameOf(path));
    return Object.entries(fields).flatMap(([key, value]) =>
      gone?.has(key) ? [] : [[key, this.#copy(value, [...path, key])]],
    );
  }

  #copy(value: unknown, path: readonly PropertyKey[]): unknown {
    const gone = this.#keys.get(nameOf(path));
    if (Array.isArray(value))
      return value.flatMap((each: unknown, index) => (gone?.has(index) ? [] : [this.#copy(each, [...path, index])]));
    return typeof value === 'object' && value !== null ? Object.fromEntries(this.#entries(value, path)) : value;
  }
}

function nameOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path);
}
