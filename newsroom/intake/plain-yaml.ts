/**
 * Makes reading faster. The fields of most articles are YAML of the plainest kind: text, days, and lists and maps of them on one
 * line. These are read here in one pass; the package `yaml` reads all others, and all that has a fault. `plain-yaml.test.ts`
 * compares the two.
 */
export interface PlainYaml {
  data: Record<string, unknown>;
  /** Where the value at a path begins, counted from 1, and what was written, where it has no quotes. By `pathKey`. */
  places: ReadonlyMap<string, Place>;
}

interface Place {
  line: number;
  column: number;
  written?: string;
}

/** A path as one text. */
export function pathKey(path: readonly PropertyKey[]): string {
  return path.map(String).join('\n');
}

const field = /^([A-Za-z][A-Za-z-]*):(?: +(.*))?$/;
const listItem = /^( *)- +(.*)$/;
/** Text in double quotes without a backslash. */
const quoted = /"([^"\\\p{Cc}]*)"/uy;
/**
 * Text without quotes, up to what ends it in a list or a map. It begins with a letter, a slash or the digits of a day, so that
 * it is no number.
 */
const word = /(?:[\p{L}/]|\d{4}-\d\d-\d\d)(?:[\p{L}\p{M}\p{N}./()%’‘“”–—'"+_-]|:(?=[\p{L}\p{N}/])| (?=[^ #,\]}]))*/uy;
/** The same outside lists and maps. */
const words = /(?:[\p{L}/]|\d{4}-\d\d-\d\d)(?:[\p{L}\p{M}\p{N},.;!?/()%’‘“”–—'"+_-]|:(?=[\p{L}\p{N}/])| (?=[^ #]))*/uy;
const number = /(?:0|[1-9]\d{0,14})(?![^ ,\]}])/y;
/** Words that mean something else than themselves. */
const constants = /^(?:null|true|false)$/i;
const separator = / *, */y;

/** Reads YAML; `undefined` where it is not of the plainest kind. */
export function readPlainYaml(yaml: string): PlainYaml | undefined {
  const reader = new LineReader();
  return reader.read(yaml.split('\n')) ? { data: reader.data, places: reader.places } : undefined;
}

class LineReader {
  readonly data: Record<string, unknown> = {};
  readonly places = new Map<string, Place>();
  #line = 0;
  #text = '';
  #at = 0;

  /** Returns whether all lines were read. */
  read(lines: readonly string[]): boolean {
    let list: { name: string; items: unknown[]; indent: number } | undefined;
    for (const [index, text] of lines.entries()) {
      [this.#line, this.#text] = [index + 1, text];
      if (text === '') {
        // Above all fields, and below.
        if (index === 0 || index === lines.length - 1) continue;
        return false;
      }
      const item = list && listItem.exec(text);
      if (list && item) {
        const [, blanks = '', value = ''] = item;
        if (list.items.length === 0) {
          list.indent = blanks.length;
          this.#place([list.name], blanks.length);
        } else if (blanks.length !== list.indent) return false;
        this.#at = text.length - value.length;
        const read = this.#scalar([list.name, list.items.length], words);
        if (read === undefined || this.#at < text.length) return false;
        list.items.push(read);
        continue;
      }
      if (list?.items.length === 0) return false;
      list = undefined;
      const [, name, value = ''] = field.exec(text) ?? [];
      if (name === undefined || constants.test(name) || Object.hasOwn(this.data, name)) return false;
      if (value === '') {
        if (text.endsWith(' ')) return false;
        list = { name, items: [], indent: 0 };
        this.data[name] = list.items;
        continue;
      }
      this.#at = text.length - value.length;
      const read = this.#value(name);
      if (read === undefined || this.#at < text.length) return false;
      this.data[name] = read;
    }
    return list?.items.length !== 0 && Object.keys(this.data).length > 0;
  }

  #value(name: string): unknown {
    const sign = this.#text[this.#at];
    if (sign !== '[' && sign !== '{') return this.#scalar([name], words);
    this.#place([name], this.#at);
    this.#at += 1;
    return sign === '[' ? this.#items(name) : this.#parts(name);
  }

  #items(name: string): unknown[] | undefined {
    const items: unknown[] = [];
    this.#skip();
    while (this.#text[this.#at] !== ']') {
      if (items.length > 0 && !this.#take(separator)) return undefined;
      const read = this.#scalar([name, items.length], word);
      if (read === undefined) return undefined;
      items.push(read);
      this.#skip();
    }
    this.#at += 1;
    return items;
  }

  #parts(name: string): Record<string, unknown> | undefined {
    const parts: Record<string, unknown> = {};
    this.#skip();
    while (this.#text[this.#at] !== '}') {
      if (Object.keys(parts).length > 0 && !this.#take(separator)) return undefined;
      const key = this.#take(/([A-Za-z][A-Za-z-]*): +/y)?.[1];
      if (key === undefined || constants.test(key) || Object.hasOwn(parts, key)) return undefined;
      const read = this.#scalar([name, key], word);
      if (read === undefined) return undefined;
      parts[key] = read;
      this.#skip();
    }
    this.#at += 1;
    return parts;
  }

  #scalar(path: readonly (string | number)[], plain: RegExp): string | number | undefined {
    const at = this.#at;
    const inQuotes = this.#take(quoted);
    if (inQuotes) {
      this.#place(path, at);
      return inQuotes[1];
    }
    const written = this.#take(plain)?.[0] ?? this.#take(number)?.[0];
    if (written === undefined || constants.test(written)) return undefined;
    this.#place(path, at, written);
    return /^\d+$/.test(written) ? Number(written) : written;
  }

  #skip(): void {
    while (this.#text[this.#at] === ' ') this.#at += 1;
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #place(path: readonly (string | number)[], at: number, written?: string): void {
    this.places.set(pathKey(path), { line: this.#line, column: at + 1, ...(written !== undefined && { written }) });
  }
}
