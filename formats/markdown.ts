import type { BlockContent, DefinitionContent, ListItem as MarkdownItem, PhrasingContent, TableRow } from 'mdast';
import { printMarkdown } from '../newsroom/markdown/print.ts';
import { openingTag } from '../newsroom/markdown/tag.ts';
import type { Body, Element, Inline, ListItem } from '../elements/element.ts';
import { absoluteHref, pictureAddress, type Base } from '../site/addresses/absolute.ts';

type Block = BlockContent | DefinitionContent;
type Table = Extract<Element, { type: 'table' }>;

/**
 * `article`: as an article file has it, with the elements as tags and pictures by their place under `images/`; intake
 * reads back the same body. `plain`: CommonMark and GFM and nothing else, for whoever reads Markdown.
 */
export type Dialect = 'article' | 'plain';

/** A body as Markdown. Every address is absolute. */
export function bodyMarkdown(body: Body, dialect: Dialect, base: Base): string {
  const writer = new TreeWriter(dialect, base);
  const notes = body.footnotes.map(({ number, children }): Block => ({
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: writer.blocks(children),
  }));
  return printMarkdown({ type: 'root', children: [...writer.top(body.elements), ...notes] });
}

class TreeWriter {
  readonly #dialect: Dialect;
  readonly #base: Base;

  constructor(dialect: Dialect, base: Base) {
    this.#dialect = dialect;
    this.#base = base;
  }

  /** The body's top level, where alone elements may stand as tags. */
  top(elements: readonly Element[]): Block[] {
    return elements.flatMap((each) => (this.#dialect === 'article' ? this.#tagged(each) : this.#block(each)));
  }

  blocks(elements: readonly Element[]): Block[] {
    return elements.flatMap((each) => this.#block(each));
  }

  #tagged(each: Element): Block[] {
    const around = (tag: string, attributes: Record<string, string | undefined>, children: Block[]): Block[] => [
      { type: 'html', value: openingTag(tag, attributes) },
      ...children,
      { type: 'html', value: `</${tag}>` },
    ];
    switch (each.type) {
      case 'figure': {
        const { alt, caption, credit } = each;
        return [
          { type: 'html', value: openingTag('Figure', { src: writtenSrc(each.src), alt, caption, credit }, 'empty') },
        ];
      }
      case 'pull-quote':
        return around('PullQuote', { by: each.by }, this.blocks(each.children));
      case 'fact-box':
        return around('FactBox', { title: each.title }, this.blocks(each.children));
      case 'key-points':
        return around('KeyPoints', { title: each.title }, [this.#list(each.items)]);
      case 'timeline':
        return around('Timeline', { title: each.title }, [this.#list(eventItems(each.events))]);
      case 'table':
        return each.caption === undefined
          ? this.#block(each)
          : around('Table', { caption: each.caption, source: each.source }, [this.#table(each)]);
      default:
        return this.#block(each);
    }
  }

  #block(each: Element): Block[] {
    switch (each.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: this.#inlines(each.children) }];
      case 'crosshead':
        return [{ type: 'heading', depth: each.level, children: this.#inlines(each.children) }];
      case 'list':
        return [this.#list(each.items, each.ordered ? each.start : undefined)];
      case 'quote':
        return [{ type: 'blockquote', children: this.blocks(each.children) }];
      case 'preformatted':
        return [{ type: 'code', value: each.text }];
      case 'rule':
        return [{ type: 'thematicBreak' }];
      case 'figure': {
        const words = [each.caption, each.credit].filter((text) => text !== undefined).join(' ');
        const picture: Block = { type: 'paragraph', children: [this.#image(each.src, each.alt)] };
        return words === '' ? [picture] : [picture, { type: 'paragraph', children: [emphasis(words)] }];
      }
      case 'pull-quote': {
        const by: Block[] =
          each.by === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: `— ${each.by}` }] }];
        return [{ type: 'blockquote', children: [...this.blocks(each.children), ...by] }];
      }
      // Set off, so that a reader sees where the box ends and the story goes on.
      case 'fact-box':
        return [{ type: 'blockquote', children: [...title(each.title), ...this.blocks(each.children)] }];
      case 'key-points':
        return [...title(each.title), this.#list(each.items)];
      case 'timeline':
        return [...title(each.title), this.#list(eventItems(each.events))];
      case 'table': {
        const source: Block[] =
          each.source === undefined
            ? []
            : [{ type: 'paragraph', children: [{ type: 'text', value: `Source: ${each.source}` }] }];
        return [...title(each.caption), this.#table(each), ...source];
      }
    }
  }

  #list(items: readonly ListItem[], start?: number): Block {
    return {
      type: 'list',
      ordered: start !== undefined,
      ...(start !== undefined && { start }),
      spread: false,
      children: items.map(({ checked, children }): MarkdownItem => {
        // Only what would run together without it gets a blank line between.
        const paragraphs = children.filter((child, index) => child.type === 'paragraph' && index > 0).length;
        return {
          type: 'listItem',
          ...(checked !== undefined && { checked }),
          spread: paragraphs > 0,
          children: this.blocks(children),
        };
      }),
    };
  }

  #table({ align, head, rows }: Table): Block {
    const row = (cells: readonly Inline[][]): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: this.#inlines(cell) })),
    });
    return { type: 'table', align, children: [row(head), ...rows.map(row)] };
  }

  #inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return joined(inlines.map((each) => this.#inline(each)));
  }

  #inline(each: Inline): PhrasingContent {
    switch (each.type) {
      case 'text':
        return { type: 'text', value: each.text };
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { type: each.type, children: this.#inlines(each.children) };
      case 'code':
        return { type: 'inlineCode', value: each.text };
      case 'link':
        return {
          type: 'link',
          url:
            this.#dialect === 'article' && each.href.startsWith('#') ? each.href : absoluteHref(this.#base, each.href),
          ...(each.title !== undefined && { title: each.title }),
          children: this.#inlines(each.children),
        };
      case 'image':
        return this.#image(each.src, each.alt);
      case 'footnote':
        return { type: 'footnoteReference', identifier: String(each.number), label: String(each.number) };
      case 'break':
        return { type: 'break' };
    }
  }

  #image(src: string, alt: string): PhrasingContent {
    const url = this.#dialect === 'article' ? `/images/${writtenSrc(src)}` : pictureAddress(this.#base.site, src);
    return { type: 'image', url, alt };
  }
}

/** A picture's path as an article writes it; a per cent sign in a name would be read as an escape. */
function writtenSrc(src: string): string {
  const escaped = src.replaceAll('%', '%25');
  return /^\/?images\//.test(escaped) ? `/images/${escaped}` : escaped;
}

/** Neighbouring runs of text are one: intake reads them as one. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { ...last, value: last.value + node.value };
    else if (node.type !== 'text' || node.value !== '') all.push(node);
  }
  return all;
}

/** An event's time and text on one line, as a list of a timeline has them. */
function eventItems(events: Extract<Element, { type: 'timeline' }>['events']): ListItem[] {
  return events.map(({ time, children: [first, ...rest] }) => {
    const opening: Inline = { type: 'strong', children: time };
    return first?.type === 'paragraph'
      ? {
          children: [
            { type: 'paragraph', children: [opening, { type: 'text', text: ' ' }, ...first.children] },
            ...rest,
          ],
        }
      : { children: [{ type: 'paragraph', children: [opening] }, ...(first ? [first] : []), ...rest] };
  });
}

function title(text: string | undefined): Block[] {
  return text === undefined
    ? []
    : [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: text }] }] }];
}

function emphasis(text: string): PhrasingContent {
  return { type: 'emphasis', children: [{ type: 'text', value: text }] };
}
