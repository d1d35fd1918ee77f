import type { Heading, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Point, Position } from 'unist';
import { addresses } from './shorthand.ts';

/**
 * Makes reading faster. Nearly all of a story is paragraphs and crossheads of plain words with a few links and stresses, each
 * between blank lines. These are read here in one pass; the parser gets the rest. `shorthand.test.ts` compares the tree with
 * that of the parser.
 */
export interface PlainBlocks {
  /** The text without the plain blocks; empty where nothing else is in it. */
  rest: string;
  /** Puts the plain blocks into the tree of `rest`, and corrects its lines. Changes the tree. */
  join(root: Root): Root;
}

/** Letters, digits, and signs that have no meaning in Markdown inside a line, except `[` after `!`. */
const plain = String.raw`\p{L}\p{M}\p{N},.;:?!%’‘“”„«»…–—"'()\/$€£=+\-`;
/** Part of a line: plain words, a link or a stress. Neither of these is over two lines. */
const part = new RegExp(
  String.raw`([${plain} \n]+)` +
    String.raw`|(?<!!)\[([${plain}](?:[${plain} ]*[${plain}])?)\]\(([\w\-.~\/?=:#%+,;]+)\)` +
    String.raw`|(?<=^|[ \n(])(\*\*?)([\p{L}\p{N}](?:[${plain} ]*[\p{L}\p{N}])?)\4(?=$|[ \n.,;:?!)])`,
  'uy',
);
/** A line that begins no list, and neither begins nor ends with a blank. */
const line = String.raw`(?!\d+[.)](?:[ \n]|$))[\p{L}\p{N}“„«"'‘’(\[*](?:[^\n]*[^\s*]\*{0,2})?`;
const paragraph = new RegExp(String.raw`^${line}(?:\n${line})*$`, 'u');
const bullet = /^\*[ \n]|^\*$/m;
const heading = new RegExp(String.raw`^(#{1,6}) ([${plain}](?:[${plain} ]*[${plain}])?)$`, 'u');

/** What may be over blank lines, so that the text between is not what it seems: code in fences, a comment. */
const spanning = /```|~~~|\{|<!|[\r\0]/;
/** The beginning of a block that may go on with a list, a note or code before it. */
const goesOn = /^[\s\-+*\d]/;
/** In place of blocks that separate two others. */
const separator = 'x';

/** Takes the plain blocks out of a text; `undefined` where there are none, or where it is not certain what they are. */
export function takePlainBlocks(text: string): PlainBlocks | undefined {
  if (spanning.test(text)) return undefined;
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  if (last.includes('\t')) return undefined;
  const taken: RootContent[] = [];
  const kept: string[] = [];
  /** The line of the text that each line of the rest was. */
  const numbers: number[] = [];
  const separators = new Set<number>();
  let isSeparated = true;
  for (let from = 0; from < lines.length;) {
    if (isBlank(lines[from])) {
      // Blanks in a line that follows a block which is taken out do not go on with what is before that block.
      kept.push(isSeparated ? (lines[from] ?? '') : '');
      numbers.push(from + 1);
      from += 1;
      continue;
    }
    let to = from + 1;
    while (to < lines.length && !isBlank(lines[to])) to += 1;
    const block = readBlock(lines.slice(from, to), from + 1);
    if (block) {
      taken.push(block);
      isSeparated = false;
    } else {
      if (!isSeparated && goesOn.test(lines[from] ?? '')) {
        // There is a blank line before it, in the text and so in the rest.
        kept.push(separator, '');
        numbers.push(from, from);
        separators.add(from);
      }
      isSeparated = true;
      for (let at = from; at < to; at += 1) {
        kept.push(lines[at] ?? '');
        numbers.push(at + 1);
      }
    }
    from = to;
  }
  if (taken.length === 0) return undefined;
  const end = { line: lines.length, column: last.length + 1 };
  const isEmpty = kept.every(isBlank);
  return {
    rest: isEmpty ? '' : kept.join('\n'),
    join(root) {
      const others = root.children.filter((each) => {
        moveLines(each, numbers);
        return !separators.has(each.position?.start.line ?? 0) || each.type !== 'paragraph';
      });
      root.children = merged(taken, others);
      root.position = { start: { line: 1, column: 1 }, end };
      return root;
    },
  };
}

function isBlank(each: string | undefined): boolean {
  return each === undefined || each.trim() === '';
}

/** Reads the lines between two blank ones, the first of which is line `first`; `undefined` where they are not plain. */
function readBlock(lines: readonly string[], first: number): Paragraph | Heading | undefined {
  const [only = ''] = lines;
  const source = lines.length === 1 ? only : lines.join('\n');
  const start = { line: first, column: 1 };
  const end = { line: first + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
  if (only.startsWith('#')) {
    const [, marks = '', value = ''] = heading.exec(source) ?? [];
    const depth = depths[marks.length];
    if (depth === undefined || addresses.test(value)) return undefined;
    const position = { start, end };
    return { type: 'heading', depth, children: [textIn(position, depth + 1, value)], position };
  }
  if (!paragraph.test(source) || bullet.test(source)) return undefined;
  const children: PhrasingContent[] = [];
  let next: Point = start;
  part.lastIndex = 0;
  for (let at = 0; at < source.length; at = part.lastIndex) {
    const found = part.exec(source);
    if (!found) return undefined;
    const [whole, words, label = '', url = '', mark, stressed = ''] = found;
    if (addresses.test(words ?? (mark === undefined ? label : stressed))) return undefined;
    const position = { start: next, end: after(next, whole) };
    if (words !== undefined) children.push({ type: 'text', value: words, position });
    else if (mark === undefined)
      children.push({ type: 'link', title: null, url, children: [textIn(position, 1, label)], position });
    else {
      const type = mark === '*' ? 'emphasis' : 'strong';
      children.push({ type, children: [textIn(position, mark.length, stressed)], position });
    }
    next = { ...position.end };
  }
  return { type: 'paragraph', children, position: { start, end } };
}

const depths = [undefined, 1, 2, 3, 4, 5, 6] as const;

/** Where a text ends that begins at a point. */
function after({ line: first, column }: Point, text: string): Point {
  const last = text.lastIndexOf('\n');
  if (last < 0) return { line: first, column: column + text.length };
  return { line: first + text.split('\n').length - 1, column: text.length - last };
}

/** The text inside a link or a stress, which begins `marks` characters after it. */
function textIn({ start }: Position, marks: number, value: string): Text {
  const from = { line: start.line, column: start.column + marks };
  return {
    type: 'text',
    value,
    position: { start: from, end: { line: from.line, column: from.column + value.length } },
  };
}

/** Gives a tree of the rest its lines in the text. */
function moveLines(node: RootContent, numbers: readonly number[]): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line = numbers[point.line - 1] ?? point.line;
    delete point.offset;
  }
  if ('children' in node) for (const child of node.children) moveLines(child, numbers);
}

/** Two lists of blocks as one, in the order of their lines. */
function merged(some: readonly RootContent[], others: readonly RootContent[]): RootContent[] {
  if (others.length === 0) return [...some];
  const lineOf = ({ position }: RootContent): number => position?.start.line ?? 0;
  return [...some, ...others].toSorted((a, b) => lineOf(a) - lineOf(b));
}
