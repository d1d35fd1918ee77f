import type { Body } from '../../elements/body.ts';
import { textOf } from '../../elements/inline/inline.ts';
import { compareText } from './problem.ts';

/** The text of the first paragraph of a body. It is used in place of a standfirst that is not written. */
export function firstParagraph(body: Body): string {
  const paragraph = body.elements.find(({ type }) => type === 'paragraph');
  return paragraph?.type === 'paragraph' ? textOf(paragraph.children).replace(/\s+/g, ' ').trim() : '';
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
