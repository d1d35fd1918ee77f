import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';

/** Links in whose targets no bare address can begin, whatever is around them. */
const targets = /(?<![\\!])\[[^[\]\n\\`<@:]*\]\((?:<https?:\/\/[^\s<>\\|]*>|https?:\/\/[^\s<>()\\|]*)\)/gi;
const marks = /@|www\.|:\/\//i;

/**
 * Whether a text may have a bare address (`https://…`, `www.…`, `a@b.example`). GFM tries to begin one at every letter, which
 * takes a third of the time of reading. A text without the marks of an address outside its links needs no such tries.
 */
export function mayHaveBareAddresses(text: string): boolean {
  return marks.test(text) && marks.test(text.replace(targets, ''));
}

/** The constructs of GFM, and whether they can be in a text. */
const constructs: [name: RegExp, isPossible: (text: string) => boolean][] = [
  [/Autolink$/, mayHaveBareAddresses],
  [/^table$/, (text) => text.includes('|')],
  [/^strikethrough$/, (text) => text.includes('~')],
  [/^gfm(?:Potential)?Footnote/, (text) => text.includes('[^')],
  [/^tasklistCheck$/, (text) => /\[[\sx]\]/i.test(text)],
];

/** The constructs of GFM that cannot be in a text. Most texts have few of them, and the parser tries each at every place. */
export function absentConstructs(text: string): RegExp[] {
  return constructs.filter(([, isPossible]) => !isPossible(text)).map(([name]) => name);
}

/** A syntax without some of its constructs. */
export function withoutConstructs(syntax: Extension, absent: readonly RegExp[]): Extension {
  const remaining = (map: ConstructRecord | undefined): ConstructRecord =>
    Object.fromEntries(
      Object.entries(map ?? {}).map(([code, all]) => [
        code,
        [all ?? []].flat().filter(({ name = '' }: Construct) => !absent.some((pattern) => pattern.test(name))),
      ]),
    );
  return {
    ...syntax,
    ...(syntax.document && { document: remaining(syntax.document) }),
    ...(syntax.flow && { flow: remaining(syntax.flow) }),
    ...(syntax.text && { text: remaining(syntax.text) }),
  };
}
