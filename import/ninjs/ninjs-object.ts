import { isRecord } from '../article-file.ts';
import { textOf } from '../field-values.ts';

/**
 * A ninjs object of any version. Names have changed their case and number over the years (`versioncreated` and
 * `versionCreated`, `person` and `people`), and maps by name have become lists: all are asked for in one way here.
 */
export class NinjsItem {
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(fields: Record<string, unknown>) {
    this.#fields = new Map(
      Object.entries(fields).map(([name, value]) => [name.toLowerCase().replaceAll('_', ''), value]),
    );
  }

  /** The object in a value; undefined where it holds none. */
  static from(value: unknown): NinjsItem | undefined {
    return isRecord(value) ? new NinjsItem(value) : undefined;
  }

  has(...names: string[]): boolean {
    return names.some((name) => this.#fields.has(name) && this.#fields.get(name) !== null);
  }

  /** The text of the first of these fields that says anything, on one line; empty where none does. */
  text(...names: string[]): string {
    return this.whole(...names)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
  }

  /** The same, with its lines. */
  whole(...names: string[]): string {
    return names.map((name) => textOf(this.#fields.get(name))).find((text) => text !== '') ?? '';
  }

  /** The texts of all fields whose name begins so, with their lines: `body_…` and `headline_…` of version 1 may end in anything. */
  starting(prefix: string): string[] {
    return [...this.#fields]
      .filter(([name]) => name.startsWith(prefix))
      .map(([, value]) => textOf(value))
      .filter((text) => text !== '');
  }

  /** The objects in the first of these fields that is there: a list, a map by name, or one alone. */
  list(...names: string[]): NinjsItem[] {
    const value = names.map((name) => this.#fields.get(name)).find((each) => each !== undefined && each !== null);
    if (Array.isArray(value)) return value.flatMap((each) => NinjsItem.from(each) ?? textItem(each));
    if (!isRecord(value)) return textItem(value);
    const members = Object.entries(value);
    return members.every(([, each]) => isRecord(each))
      ? members.map(([name, each]) => new NinjsItem({ name, ...(isRecord(each) ? each : {}) }))
      : [new NinjsItem(value)];
  }

  /** The object in a field. */
  object(name: string): NinjsItem | undefined {
    return NinjsItem.from(this.#fields.get(name));
  }

  /** The value of the text in a list of texts that has this role (ninjs 2.0 and later). */
  inRole(list: string, ...roles: string[]): string {
    return (
      this.list(list)
        .find((each) => roles.includes(each.text('role').toLowerCase()))
        ?.text('value') ?? ''
    );
  }
}

/** A bare text where an object with a name should stand. */
function textItem(value: unknown): NinjsItem[] {
  const name = textOf(value);
  return name === '' ? [] : [new NinjsItem({ name, value: name })];
}
