import type { ListItem as MarkdownItem, Nodes, RootContent } from 'mdast';
import type { Element, Footnote, Inline, ListItem } from '../../elements/element.ts';
import { slugify } from '../model/slug.ts';
import { textOf } from '../model/text.ts';
import { makeElement, readElementTag, type OpenElement } from './elements.ts';
import { readInlines } from './inline.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { BodyReader, type ReadBody } from './reader.ts';

/** Ids that an article's page uses itself; a crosshead of the same words gets a number. */
export const articleIds = ['related-links', 'corrections', 'sources'];

/**
 * Reads a body. `firstLine` is the line of the file on which it begins. Problems are reported for the whole body;
 * what could not be understood is left out of `elements`, so the caller keeps a file with errors away.
 */
export function readBody(file: string, text: string, firstLine: number, taken: readonly string[] = []): ReadBody {
  const reader = new BodyReader(file, text, firstLine);
  for (const id of ['content', 'footnotes', ...taken]) reader.headings.add(id);
  const root = parseMarkdown(text);
  define(reader, root);
  const elements = readFlow(reader, root.children);
  const footnotes = readFootnotes(reader);
  return {
    body: { elements, footnotes, words: reader.words },
    references: reader.references,
    problems: reader.problems,
  };
}

/** Takes in definitions, which hold for the whole text wherever they stand. Of two with one name, the first counts. */
function define(reader: BodyReader, node: Nodes): void {
  if (node.type === 'definition' && !reader.definitions.has(node.identifier)) {
    reader.definitions.set(node.identifier, node);
  }
  if (node.type === 'footnoteDefinition') {
    if (reader.footnotes.has(node.identifier)) {
      reader.report('footnote-missing', reader.placeOf(node), {
        message: `The footnote “${node.identifier}” is written a second time.`,
        why: 'The first one stands; this one would not be shown.',
        fix: 'Give it a name of its own, and refer to it by that.',
      });
    } else reader.footnotes.set(node.identifier, { node, number: 0, uses: 0 });
  }
  if ('children' in node) for (const child of node.children) define(reader, child);
}

/** The body's top level: Markdown, and elements from their opening tag to their closing one. */
function readFlow(reader: BodyReader, nodes: readonly RootContent[]): Element[] {
  const top: Element[] = [];
  let open: (OpenElement & { children: Element[] }) | undefined;
  for (const node of nodes) {
    if (node.type !== 'elementTag') {
      (open?.children ?? top).push(...readBlock(reader, node));
      continue;
    }
    const read = readElementTag(reader, node);
    if (!read) continue;
    const { tag, name } = read;
    if (tag.form === 'close') {
      if (open?.name === name) {
        const element = makeElement(reader, open, open.children);
        if (element) top.push(element);
        open = undefined;
      } else {
        reader.report('element-unopened', reader.placeOf(node), {
          message: `</${name}> closes an element that is not open.`,
          why: 'Each closing tag belongs to the opening tag before it; elements do not stand inside each other.',
          fix: open
            ? `Close <${open.name}> first, or take this line out.`
            : 'Take this line out, or add the opening tag.',
        });
      }
    } else if (open) {
      reader.report('element-place', reader.placeOf(node), {
        message: `<${name}> stands inside <${open.name}>, which is still open.`,
        why: 'Elements do not stand inside each other.',
        fix: `Write </${open.name}> on a line of its own before it.`,
      });
      if (tag.form === 'open') {
        unclosed(reader, open);
        open = { node, tag, name, children: [] };
      }
    } else if (tag.form === 'empty') {
      const element = makeElement(reader, { node, tag, name }, []);
      if (element) top.push(element);
    } else {
      open = { node, tag, name, children: [] };
    }
  }
  if (open) unclosed(reader, open);
  return top;
}

function unclosed(reader: BodyReader, { node, name }: OpenElement): void {
  reader.report('element-unclosed', reader.placeOf(node), {
    message: `<${name}> is not closed.`,
    why: 'Without its end nobody can tell what it holds.',
    fix: name === 'Figure' ? 'End it with “/>”.' : `Write </${name}> on a line of its own after its content.`,
  });
}

/** Blocks inside lists, quotations and footnotes, where no element may stand. */
function readBlocks(reader: BodyReader, nodes: readonly RootContent[]): Element[] {
  return reader.within(nodes, () =>
    nodes.flatMap((node) => {
      if (node.type !== 'elementTag') return readBlock(reader, node);
      reader.report('element-place', reader.placeOf(node), {
        message: 'An element stands inside a list, a quotation or a footnote.',
        why: 'Elements stand on the body’s top level.',
        fix: 'Move it out, to the beginning of a line, with a blank line before it.',
      });
      return [];
    }),
  );
}

function readBlock(reader: BodyReader, node: Exclude<RootContent, { type: 'elementTag' }>): Element[] {
  switch (node.type) {
    case 'paragraph': {
      const children = readInlines(reader, node.children);
      const figures = figuresOf(children);
      return figures ?? (children.length > 0 ? [{ type: 'paragraph', children }] : []);
    }
    case 'heading': {
      const children = readInlines(reader, node.children);
      if (children.length === 0) return [];
      // The headline is the page's only h1, and no level is skipped, whatever the file's headings are.
      reader.level = Math.min(Math.max(node.depth, 2), reader.level + 1, 4);
      const level = reader.level === 2 ? 2 : reader.level === 3 ? 3 : 4;
      return [{ type: 'crosshead', level, id: headingId(reader, textOf(children)), children }];
    }
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => readItem(reader, item)),
        },
      ];
    case 'blockquote':
      return [{ type: 'quote', children: readBlocks(reader, node.children) }];
    case 'code':
      reader.count(node.value);
      return [{ type: 'preformatted', text: node.value }];
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'table': {
      const [head, ...rows] = node.children.map((row) =>
        row.children.map((cell) => readInlines(reader, cell.children)),
      );
      return [{ type: 'table', align: (node.align ?? []).map((align) => align ?? null), head: head ?? [], rows }];
    }
    case 'html':
      return [{ type: 'paragraph', children: [{ type: 'text', text: node.value }] }];
    case 'listItem':
      return readBlocks(reader, node.children);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
    case 'tableRow':
    case 'tableCell':
      return [];
    default:
      return [{ type: 'paragraph', children: readInlines(reader, [node]) }];
  }
}

function readItem(reader: BodyReader, item: MarkdownItem): ListItem {
  const children = readBlocks(reader, item.children);
  return typeof item.checked === 'boolean' ? { checked: item.checked, children } : { children };
}

/** A paragraph that holds pictures and nothing else is a row of figures. */
function figuresOf(children: Inline[]): Element[] | undefined {
  const figures: Element[] = [];
  for (const child of children) {
    if (child.type === 'image') figures.push({ type: 'figure', src: child.src, alt: child.alt });
    else if (!(child.type === 'text' && child.text.trim() === '')) return undefined;
  }
  return figures.length > 0 ? figures : undefined;
}

function readFootnotes(reader: BodyReader): Footnote[] {
  const notes: { number: number; children: Element[] }[] = [];
  // A note may be the first to refer to another one, which then comes after it.
  for (const { node, number } of reader.cited) notes.push({ number, children: readBlocks(reader, node.children) });
  for (const [name, { node, number }] of reader.footnotes) {
    if (number > 0) continue;
    reader.report('footnote-missing', reader.placeOf(node), {
      message: `Nothing refers to the footnote “${name}”.`,
      why: 'It would not be shown.',
      fix: `Put [^${name}] where it belongs in the text, or take it out.`,
    });
  }
  return notes.map((note, index) => ({ ...note, uses: reader.cited[index]?.uses ?? 0 }));
}

function headingId(reader: BodyReader, text: string): string {
  const words = slugify(text) || 'part';
  // Footnotes have ids of this form.
  const base = /^(?:note|ref)-\d/.test(words) ? `part-${words}` : words;
  let id = base;
  for (let number = 2; reader.headings.has(id); number += 1) id = `${base}-${number}`;
  reader.headings.add(id);
  return id;
}
