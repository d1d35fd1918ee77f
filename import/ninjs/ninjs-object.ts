import { isRecord, textOf } from '../field-values.ts';

/**
 * An object of ninjs, of any version. Over the years names have changed their case and their number (`versioncreated` and
 * `versionCreated`, `person` and `people`), and maps have become lists. This class reads all of them in one way. Names
 * are given in lower case, without underscores.
 */
export class NinjsObject {
  readonly #fields: ReadonlyMap<string, unknown>;
  readonly #stated: Record<string, unknown>;

  constructor(fields: Record<string, unknown>) {
    this.#stated = fields;
    this.#fields = new Map(
      Object.entries(fields).map(([name, value]) => [name.toLowerCase().replaceAll('_', ''), value]),
    );
  }

  /** The object in a value; undefined if the value is not an object. */
  static from(value: unknown): NinjsObject | undefined {
    return isRecord(value) ? new NinjsObject(value) : undefined;
  }

  /** All fields, with their names as the item states them. */
  entries(): [string, unknown][] {
    return Object.entries(this.#stated);
  }

  /** The first text of these fields that is not empty, on one line; empty if there is none. */
  text(...names: string[]): string {
    return this.multilineText(...names)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
  }

  /** The same, with its line breaks. */
  multilineText(...names: string[]): string {
    return names.map((name) => textOf(this.#fields.get(name))).find((text) => text !== '') ?? '';
  }

  /** The texts, with their line breaks, of all fields whose name begins so. In version 1 `body_…` and `headline_…` can end in anything. */
  textsWithPrefix(prefix: string): string[] {
    return [...this.#fields]
      .filter(([name]) => name.startsWith(prefix))
      .map(([, value]) => textOf(value))
      .filter((text) => text !== '');
  }

  /** The objects in the first of these fields that is there: from a list, from a map by name, or a single one. */
  list(...names: string[]): NinjsObject[] {
    const value = names.map((name) => this.#fields.get(name)).find((each) => each !== undefined && each !== null);
    if (Array.isArray(value)) return value.flatMap((each) => NinjsObject.from(each) ?? fromText(each));
    if (!isRecord(value)) return fromText(value);
    const members = Object.entries(value);
    return members.every(([, each]) => isRecord(each))
      ? members.map(([name, each]) => new NinjsObject({ name, ...(isRecord(each) ? each : {}) }))
      : [new NinjsObject(value)];
  }

  /** The object in a field. */
  object(name: string): NinjsObject | undefined {
    return NinjsObject.from(this.#fields.get(name));
  }

  /** The value of the text with one of these roles in a list of texts (ninjs 2.0 and later); empty if there is none. */
  inRole(list: string, ...roles: string[]): string {
    return (
      this.list(list)
        .find((each) => roles.includes(each.text('role').toLowerCase()))
        ?.text('value') ?? ''
    );
  }
}

/** An object from a text that is where an object with a name should be; none if the text is empty. */
function fromText(value: unknown): NinjsObject[] {
  const name = textOf(value);
  return name === '' ? [] : [new NinjsObject({ name, value: name })];
}
