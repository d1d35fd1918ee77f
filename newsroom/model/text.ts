import type { Body } from '../../elements/body.ts';
import { textOf } from '../../elements/inline/inline.ts';

/** The text of the first paragraph of a body. It is used in place of a standfirst that is not written. */
export function firstParagraph(body: Body): string {
  const paragraph = body.elements.find(({ type }) => type === 'paragraph');
  return paragraph?.type === 'paragraph' ? textOf(paragraph.children).replace(/\s+/g, ' ').trim() : '';
}

/** Cuts a text at the end of a word. At most `length` characters are left, the ellipsis included. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}
