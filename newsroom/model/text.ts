import type { Body, Element, Inline } from '../../elements/element.ts';

/** The plain text of runs of text. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'code':
          return inline.text;
        case 'image':
          return inline.alt;
        case 'break':
          return ' ';
        case 'footnote':
          return '';
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
          return textOf(inline.children);
      }
    })
    .join('');
}

/** The text of the body's first paragraph: what stands in for a standfirst that nobody wrote. */
export function firstParagraph(body: Body): string {
  const paragraph = body.elements.find((element: Element) => element.type === 'paragraph');
  return paragraph?.type === 'paragraph' ? textOf(paragraph.children).replace(/\s+/g, ' ').trim() : '';
}

/** Cuts at the end of a word so that at most `length` characters are left, the ellipsis included. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > length / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}
