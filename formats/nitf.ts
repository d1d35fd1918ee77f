import type { Body, Element, Inline, ListItem } from '../elements/element.ts';
import { textOf } from '../newsroom/model/text.ts';
import { absoluteHref, type Base } from '../site/addresses/absolute.ts';
import { element, emptyElement, escapeXml, textElement } from './xml.ts';

/** A picture as a file that can be fetched. */
interface NitfPicture {
  url: string;
  mediaType: string;
  width: number;
  height: number;
}

interface Page {
  base: Base;
  /** By their paths. */
  pictures: ReadonlyMap<string, NitfPicture>;
}

/** What stands in `body.content` of NITF 3.6. Footnotes stand at the end, their marks in the text are their numbers. */
export function bodyNitf(body: Body, page: Page): string {
  const notes = body.footnotes.map(({ number, children: [first, ...rest] }) => {
    const mark: Inline = { type: 'text', text: `[${number}] ` };
    const opening: Element[] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [mark, ...first.children] }]
        : [{ type: 'paragraph', children: [mark] }, ...(first ? [first] : [])];
    const content = blocks([...opening, ...rest], page);
    return element('fn', element('body.content', `\n${content}`), { class: 'footnote' });
  });
  return blocks(body.elements, page) + notes.join('');
}

/** A picture with its words; nothing where there is no file. */
export function mediaNitf(
  figure: { src: string; alt: string; caption?: string; credit?: string },
  { pictures }: Page,
): string {
  const picture = pictures.get(figure.src);
  if (!picture) return '';
  const reference = emptyElement('media-reference', {
    source: picture.url,
    'mime-type': picture.mediaType,
    'alternate-text': figure.alt,
    height: picture.height,
    width: picture.width,
    units: 'pixels',
  });
  return element(
    'media',
    `\n${reference}${textElement('media-caption', figure.caption)}${textElement('media-producer', figure.credit)}`,
    { 'media-type': 'image' },
  );
}

function blocks(elements: readonly Element[], page: Page): string {
  return elements.map((each) => block(each, page)).join('');
}

function block(each: Element, page: Page): string {
  switch (each.type) {
    case 'paragraph':
      return element('p', inlines(each.children, page));
    case 'crosshead':
      // NITF has one level of crosshead.
      return element('hl2', inlines(each.children, page), each.level === 2 ? {} : { class: `level-${each.level}` });
    case 'list':
      return list(each.items, page, each.ordered ? each.start : undefined);
    case 'quote':
      return element('bq', element('block', `\n${blocks(each.children, page)}`));
    case 'preformatted':
      return textElement('pre', each.text);
    case 'rule':
      return emptyElement('hr', {});
    case 'figure':
      return mediaNitf(each, page);
    case 'pull-quote':
      return element('bq', element('block', `\n${blocks(each.children, page)}`) + textElement('credit', each.by), {
        class: 'pull-quote',
      });
    case 'fact-box':
      return box('fact-box', each.title, blocks(each.children, page));
    case 'key-points':
      return box('key-points', each.title, list(each.items, page));
    case 'timeline': {
      const events = each.events.map(
        ({ time, children }) => element('dt', inlines(time, page)) + element('dd', `\n${blocks(children, page)}`),
      );
      return box('timeline', each.title, events.length === 0 ? '' : element('dl', `\n${events.join('')}`));
    }
    case 'table':
      return table(each, page);
  }
}

function box(name: string, title: string | undefined, content: string): string {
  return element('block', `\n${textElement('hl2', title)}${content}`, { class: name });
}

function list(items: readonly ListItem[], page: Page, start?: number): string {
  const written = items.map(({ checked, children: [first, ...rest] }) => {
    const mark = checked === undefined ? '' : checked ? '☑ ' : '☐ ';
    const opening =
      first?.type === 'paragraph' ? inlines(first.children, page) : first === undefined ? '' : block(first, page);
    return element('li', mark + opening + blocks(rest, page));
  });
  return start === undefined
    ? element('ul', `\n${written.join('')}`)
    : element('ol', `\n${written.join('')}`, start === 1 ? {} : { seqnum: start });
}

function table(each: Extract<Element, { type: 'table' }>, page: Page): string {
  const row = (cells: readonly Inline[][], name: 'th' | 'td'): string =>
    element(
      'tr',
      cells
        .map((cell, column) => element(name, inlines(cell, page), { align: each.align[column] ?? undefined }))
        .join(''),
    );
  const named = each.head.some((cell) => textOf(cell).trim() !== '');
  const rows = each.rows.filter((cells) => cells.length > 0);
  return (
    element(
      'table',
      `\n${textElement('caption', each.caption)}${named ? element('thead', row(each.head, 'th')) : ''}${
        rows.length > 0 ? element('tbody', `\n${rows.map((cells) => row(cells, 'td')).join('')}`) : ''
      }`,
    ) + (each.source === undefined ? '' : textElement('p', `Source: ${each.source}`, { class: 'source' }))
  );
}

function inlines(all: readonly Inline[], page: Page): string {
  return all.map((each) => inline(each, page)).join('');
}

function inline(each: Inline, page: Page): string {
  switch (each.type) {
    case 'text':
      return escapeXml(each.text);
    case 'emphasis':
      return marked(each.children, page);
    case 'strong':
      return marked(each.children, page, 'strong');
    case 'delete':
      return marked(each.children, page, 'deleted');
    case 'code':
      return withoutBreak(textElement('em', each.text, { class: 'code' }));
    case 'link':
      return withoutBreak(
        element('a', inlines(each.children, page), { href: absoluteHref(page.base, each.href), title: each.title }),
      );
    // Pictures stand between paragraphs there, and not in them.
    case 'image':
      return escapeXml(`[${each.alt}]`);
    case 'footnote':
      return `[${each.number}]`;
    case 'break':
      return '<br/>';
  }
}

function marked(children: readonly Inline[], page: Page, name?: string): string {
  return withoutBreak(element('em', inlines(children, page), { class: name }));
}

/** Within a line of text, a line break after an element would be a space. */
function withoutBreak(written: string): string {
  return written.slice(0, -1);
}
