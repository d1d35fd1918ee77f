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

/** Signs that have no meaning in Markdown inside a line, except `[` after `!`. All letters and digits are plain too. */
const plainSigns = ' ,.;:?!%"\'()/$=+-‘’“”„«»–—…€£';
/** Signs that a line can begin with: it is no item of a list, no row of a table and no line under a heading. */
const firstSigns = '"\'‘’“„«([*$€£';
const addressSigns = '-._~/?=:#%+,;';
const letters = /[\p{L}\p{M}\p{N}]+/uy;
const isLetterOrDigit = /[\p{L}\p{N}]/u;
const item = /^\d+[.)](?: |$)/;

const ascii = (signs: string): boolean[] =>
  Array.from(
    { length: 128 },
    (_, code) => /\w/.test(String.fromCharCode(code)) || signs.includes(String.fromCharCode(code)),
  );
const isPlain = ascii(plainSigns);
isPlain['_'.charCodeAt(0)] = false;
const isOfAddress = ascii(addressSigns);

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
    const [, marks = '', value = ''] = /^(#{1,6}) ([^ ](?:.*[^ ])?)$/.exec(source) ?? [];
    const depth = depths[marks.length];
    if (depth === undefined || plainEnd(value, 0) < value.length || addresses.test(value)) return undefined;
    const position = { start, end };
    return { type: 'heading', depth, children: [textIn(position, depth + 1, value)], position };
  }
  if (!lines.every(isOfParagraph)) return undefined;
  const children: PhrasingContent[] = [];
  let next: Point = start;
  for (let at = 0; at < source.length;) {
    const found = partAt(source, at);
    if (!found || addresses.test(found.text)) return undefined;
    const { type, text, url, marks } = found;
    const position = { start: next, end: after(next, source.slice(at, found.end)) };
    if (type === 'text') children.push({ type, value: text, position });
    else if (type === 'link')
      children.push({ type, title: null, url, children: [textIn(position, marks, text)], position });
    else children.push({ type, children: [textIn(position, marks, text)], position });
    next = { ...position.end };
    at = found.end;
  }
  return { type: 'paragraph', children, position: { start, end } };
}

/** Whether a line is one of a paragraph, as far as its beginning and its end say. */
function isOfParagraph(each: string): boolean {
  const [first = ''] = each;
  if (first === '*' && each[1] === ' ') return false;
  return (firstSigns.includes(first) || isLetterOrDigit.test(first)) && !each.endsWith(' ') && !item.test(each);
}

/** A part of a paragraph: plain words, a link, or a stress. `marks` are the characters before the words of these two. */
interface Part {
  type: 'text' | 'link' | 'emphasis' | 'strong';
  text: string;
  url: string;
  marks: number;
  end: number;
}

/** The part that begins at a place; `undefined` where it is none. Links and stresses are not over two lines. */
function partAt(source: string, at: number): Part | undefined {
  const sign = source[at];
  if (sign !== '[' && sign !== '*') {
    let end = plainEnd(source, at);
    while (source[end] === '\n') end = plainEnd(source, end + 1);
    return end === at ? undefined : { type: 'text', text: source.slice(at, end), url: '', marks: 0, end };
  }
  const marks = sign === '*' && source[at + 1] === '*' ? 2 : 1;
  const from = at + marks;
  const to = plainEnd(source, from);
  const text = source.slice(from, to);
  const before = source[at - 1] ?? ' ';
  if (sign === '[') {
    if (before === '!' || text === '' || text !== text.trim() || !source.startsWith('](', to)) return undefined;
    let end = to + 2;
    while (isOfAddress[source.charCodeAt(end)] === true) end += 1;
    const url = source.slice(to + 2, end);
    return url === '' || source[end] !== ')' ? undefined : { type: 'link', text, url, marks, end: end + 1 };
  }
  const end = to + marks;
  const isStress =
    ' \n('.includes(before) &&
    isLetterOrDigit.test(text[0] ?? '') &&
    isLetterOrDigit.test(text.at(-1) ?? '') &&
    source.startsWith('**'.slice(0, marks), to) &&
    ' \n.,;:?!)'.includes(source[end] ?? ' ');
  return isStress ? { type: marks === 1 ? 'emphasis' : 'strong', text, url: '', marks, end } : undefined;
}

/** Where the plain characters end that begin at a place. Letters of Latin scripts are found without a pattern. */
function plainEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code < 128) {
      if (isPlain[code] !== true) return at;
      at += 1;
    } else if (
      (code > 0xbf && code < 0x250 && code !== 0xd7 && code !== 0xf7) ||
      plainSigns.includes(source.charAt(at))
    ) {
      at += 1;
    } else {
      letters.lastIndex = at;
      const run = letters.exec(source)?.[0].length ?? 0;
      if (run === 0) return at;
      at += run;
    }
  }
  return at;
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
