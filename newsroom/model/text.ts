import type { Body } from '../../elements/body.ts';
import type { Element } from '../../elements/elements.ts';
import { textOf } from '../../elements/inline/inline.ts';
import { compareText } from './problem.ts';
import { BlockWriter } from './text-blocks.ts';

/** The longest lead, in characters. */
const longestLead = 220;

/** Used in place of a standfirst that is not written: how the text opens, shortened. */
export function leadOf(body: Body): string {
  return shorten(openingOf(body), longestLead);
}

/**
 * The text of the first paragraph of a body; in a body without paragraphs, of the first element that has words. Empty if
 * none has.
 */
export function openingOf({ elements }: Body): string {
  return firstParagraph(elements) || firstWords(elements);
}

/** The first sentence of a text. `language` is that of the text, a BCP 47 tag. */
export function firstSentence(text: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? '';
}

function firstParagraph(elements: readonly Element[]): string {
  for (const each of elements) {
    const text = each.type === 'paragraph' ? textOf(each.children).replace(/\s+/g, ' ').trim() : '';
    if (text !== '') return text;
  }
  return '';
}

function firstWords(elements: readonly Element[]): string {
  const writer = new BlockWriter('paragraph');
  const texts = elements.map((each) =>
    writer
      .elements([each], 'paragraph')
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return texts.find((text, index) => text !== '' && elements[index]?.type !== 'crosshead') ?? texts.find(Boolean) ?? '';
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts a text at the end of a word, or of what readers see as one letter or sign: an emoji can be many characters. At most
 * `length` characters are left, the ellipsis included.
 */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = graphemes.segment(text.slice(0, length + 1)).containing(length - 1)?.index ?? 0;
  return `${atWord(text.slice(0, end))}…`;
}

function atWord(cut: string): string {
  const space = cut.lastIndexOf(' ');
  return (space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, '');
}

const collators = new Map<string, Intl.Collator>();

/** Compares two texts in the alphabetical order of a language; numbers in them count by their value. `language` is a tag. */
export function compareIn(language: string): (a: string, b: string) => number {
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return (a, b) => collator.compare(a, b) || compareText(a, b);
}

/** A text with a capital at its beginning. */
export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
