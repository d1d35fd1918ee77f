import type { Body, Element, Inline, ListItem } from '../elements/element.ts';
import { tableText } from './table-text.ts';

/** What of a body is told in words. */
interface Telling {
  /** Whether pictures are told by their words. */
  figures: boolean;
}

/**
 * A body as plain text. A paragraph is one line: whoever reads it wraps it to a screen of their own. Crossheads stand
 * between dashes, as on the wire.
 */
export function bodyText(body: Body, telling: Telling = { figures: true }): string {
  const notes = body.footnotes.map(({ number, children }) =>
    hung(`[${number}] `, blocks(children, telling).join('\n')).join('\n'),
  );
  return clean([...blocks(body.elements, telling), ...notes].join('\n\n'));
}

/** Text without what could steer a terminal; lines stay. */
export function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

function blocks(elements: readonly Element[], telling: Telling): string[] {
  return elements.map((each) => block(each, telling)).filter((text) => text !== '');
}

function block(each: Element, telling: Telling): string {
  switch (each.type) {
    case 'paragraph':
      return inlineText(each.children);
    case 'crosshead':
      return `- ${oneLine(each.children)} -`;
    case 'list':
      return itemLines(each.items, telling, each.ordered ? each.start : undefined);
    case 'quote':
      return behind('> ', blocks(each.children, telling).join('\n\n'));
    case 'preformatted':
      return behind('    ', each.text);
    case 'rule':
      return '* * *';
    case 'figure':
      return telling.figures ? figureText(each) : '';
    case 'pull-quote': {
      const by = each.by === undefined ? [] : [`— ${each.by}`];
      return behind('> ', [...blocks(each.children, telling), ...by].join('\n\n'));
    }
    case 'fact-box':
      return behind('| ', [each.title, ...blocks(each.children, telling)].join('\n\n'));
    case 'key-points':
      return under(each.title, itemLines(each.items, telling));
    case 'timeline': {
      const events = each.events.map(({ time, children }) =>
        hung('- ', [`${oneLine(time)}: ${blocks(children, telling).join('\n')}`].join('\n')),
      );
      return under(each.title, events.flat().join('\n'));
    }
    case 'table': {
      const text = tableText(
        each.head.map(oneLine),
        each.rows.map((row) => row.map(oneLine)),
        each.align,
      );
      const source = each.source === undefined ? '' : `\n\nSource: ${each.source}`;
      return under(each.caption, text) + source;
    }
  }
}

/** A picture, for somebody who cannot see it. */
export function figureText({ alt, caption, credit }: { alt: string; caption?: string; credit?: string }): string {
  const words = [caption, credit && `(${credit})`].filter(Boolean).join(' ');
  return `[Picture: ${alt}]${words === '' ? '' : `\n${words}`}`;
}

function itemLines(items: readonly ListItem[], telling: Telling, start?: number): string {
  return items
    .flatMap(({ checked, children }, index) => {
      const mark = start === undefined ? '- ' : `${start + index}. `;
      const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
      return hung(mark, box + blocks(children, telling).join('\n'));
    })
    .join('\n');
}

/** A text behind a mark, its other lines under its first word. */
function hung(mark: string, text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  return [mark + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(mark.length) + line))];
}

function behind(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line) => (mark + line).trimEnd())
    .join('\n');
}

function under(title: string | undefined, text: string): string {
  return title === undefined ? text : `${title}\n\n${text}`;
}

/** Runs of text; a footnote's mark is its number. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((each) => {
      switch (each.type) {
        case 'text':
        case 'code':
          return each.text;
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'link':
          return inlineText(each.children);
        case 'image':
          return `[Picture: ${each.alt}]`;
        case 'footnote':
          return ` [${each.number}]`;
        case 'break':
          return '\n';
      }
    })
    .join('');
}

function oneLine(inlines: readonly Inline[]): string {
  return inlineText(inlines).replace(/\s+/g, ' ').trim();
}
