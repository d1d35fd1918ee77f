import { fold } from '../text-analysis/fold.ts';
import { hash32 } from '../text-analysis/hash.ts';
import type { TermUse, TextTerms } from './key-terms.ts';
import { placeIn } from './vectors.ts';

/** What is stored of the use of a term. */
export interface StoredUse {
  /** See `isNameIn`. */
  isName: boolean;
  /** See `TermUse`. */
  isSmall: boolean;
  /** For a name that the text has without other words beside it: the hash of its folded form (`formOf`). */
  form: number | undefined;
}

/** How the weight and the properties of a term are packed into 16 bits: the weight in halves, then one bit for each. */
const capitalsBit = 1;
const nameBit = 2;
const smallBit = 4;
const wholeBit = 8;
const weightShift = 4;
const largestWeight = 2 ** (16 - weightShift) - 1;
/** Numbers before the terms: the length of the text, and how many terms, forms and numbers of names follow. */
const headLength = 4;

/**
 * All terms of an article as the store has them: enough to say what the article shares with another text, without reading
 * its body.
 */
export class StoredTerms {
  /** How many words the text has that count. */
  readonly length: number;
  /** In ascending order. */
  readonly #terms: Uint32Array;
  readonly #properties: Uint16Array;
  readonly #forms: Uint32Array;
  readonly #names: Uint32Array;

  /** `bytes`: from `packTerms`. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const [length = 0, terms = 0, forms = 0, names = 0] = new Uint32Array(buffer, byteOffset, headLength);
    this.length = length;
    let at = byteOffset + headLength * 4;
    const numbers = (count: number): Uint32Array => {
      const found = new Uint32Array(buffer, at, count);
      at += count * 4;
      return found;
    };
    this.#terms = numbers(terms);
    this.#forms = numbers(forms);
    this.#names = numbers(names);
    this.#properties = new Uint16Array(buffer, at, terms);
  }

  /** Calls `each` with every term: its weight in the text, and whether the text writes it as a name, as in `TermUse`. */
  each(each: (term: number, weight: number, isName: boolean) => void): void {
    for (let at = 0; at < this.#terms.length; at += 1) {
      const properties = this.#properties[at] ?? 0;
      each(this.#terms[at] ?? 0, (properties >>> weightShift) / 2, (properties & capitalsBit) !== 0);
    }
  }

  /** How the text uses a term; `undefined` where it has none. */
  use(term: number): StoredUse | undefined {
    const at = placeIn(this.#terms, term);
    if (at === undefined) return undefined;
    const properties = this.#properties[at] ?? 0;
    let form: number | undefined;
    if ((properties & wholeBit) !== 0) {
      let before = 0;
      for (let earlier = 0; earlier < at; earlier += 1)
        if (((this.#properties[earlier] ?? 0) & wholeBit) !== 0) before += 1;
      form = this.#forms[before];
    }
    return { isName: (properties & nameBit) !== 0, isSmall: (properties & smallBit) !== 0, form };
  }

  /** The names of several words: for each of them the hashes of its words. */
  names(): number[][] {
    const found: number[][] = [];
    for (let at = 0; at < this.#names.length;) {
      const end = at + 1 + (this.#names[at] ?? 0);
      found.push([...this.#names.subarray(at + 1, end)]);
      at = end;
    }
    return found;
  }
}

/** The terms of a text as the store has them. */
export function packTerms({
  uses,
  length,
  names,
}: Pick<TextTerms, 'length' | 'names'> & { uses: Iterable<TermUse> }): Uint8Array {
  const sorted = [...uses].sort((a, b) => a.term - b.term);
  const forms: number[] = [];
  const properties = new Uint16Array(sorted.length);
  sorted.forEach((use, at) => {
    const isWhole = isWholeName(use);
    if (isWhole) forms.push(formOf(use.written));
    properties[at] =
      (Math.min(largestWeight, Math.round(use.weight * 2)) << weightShift) |
      (use.isName ? capitalsBit : 0) |
      (isNameIn(use) ? nameBit : 0) |
      (use.isSmall ? smallBit : 0) |
      (isWhole ? wholeBit : 0);
  });
  const ofNames = names.flatMap(({ words }) => [words.length, ...words.map(hash32)]);
  const numbers = Uint32Array.from([
    length,
    sorted.length,
    forms.length,
    ofNames.length,
    ...sorted.map(({ term }) => term),
    ...forms,
    ...ofNames,
  ]);
  return Buffer.concat([new Uint8Array(numbers.buffer), new Uint8Array(properties.buffer)]);
}

const initials = /^\p{Lu}\P{Ll}*\p{Lu}/u;

/** Two names of one word are the same where these numbers are. */
export function formOf(written: string): number {
  return hash32(fold(written));
}

/** Initials are a name wherever they are; any word has a capital where a sentence begins. */
export function isNameIn({ isName, isSmall, written }: TermUse): boolean {
  return isName || (!isSmall && initials.test(written));
}

/** Whether the text has the name without other words beside it. */
export function isWholeName(use: TermUse): boolean {
  return isNameIn(use) && (use.standsAlone || initials.test(use.written));
}
