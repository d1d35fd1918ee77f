import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/**
 * Makes parsing faster. News copy is mostly plain words, which have no meaning in Markdown, but the parser goes through
 * every letter of them. Here each long run of plain words becomes its first letter, one placeholder character and its
 * last letter, so that every rule about neighbours still sees the right ones. After parsing, the words are put back into
 * the tree and the columns are corrected. `shorthand.test.ts` compares the result with that of the full text.
 */
export interface Shorthand {
  text: string;
  /** Puts the words back into a tree that was parsed from `text`. Changes the tree. */
  expand(root: Root): Root;
}

/** Placeholders are characters of a private plane. A text that has any itself is not shortened. */
const firstPlaceholder = 0xf0000;
const mostRuns = 0xfff0;
const placeholder = /[\u{F0000}-\u{FFFFD}]/gu;

/** Letters, marks, digits and punctuation without a meaning in Markdown, between two letters or digits. A longer run is several. */
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.;:?%’‘“”…–—]{14,2000}[\p{L}\p{N}]/gu;
/** The markers of lists, quotations, headings and tables at the beginning of a line, and a few characters more. */
const prefix = /^[\s>*+\-.)\d#|[\]x]*.{0,12}/;
/** Marks of a line whose words may be an address. */
export const addresses = /@|:\/\/|www\.|\bmailto:|\bxmpp:/i;
/**
 * An address in angle brackets may have any scheme. A capital letter begins the tag of an element; its name must not be
 * shortened, which a long name, or a name with its first attribute, would be.
 */
const bracket = /<(?!\/?[A-Z])|<\/?[A-Za-z\d][A-Za-z\d ]{14}/;
/** The address of a link, and characters that are written by name or number. */
const exact = /(\]\([^)]*\)?|&[#\w]{1,33};?)/;
/** Labels are compared without regard to case. Lines of fenced code stay as they are. */
const labelsOrFences = /^[ >\-+*\d.)]*(?:\[[^\]]*\]:|```|~~~)/m;

/** Whether words of a text can be shortened at all. */
export function canShorten(text: string): boolean {
  return !labelsOrFences.test(text);
}

/** The same for one of its lines. */
export function canShortenLine(line: string): boolean {
  return !addresses.test(line) && !bracket.test(line);
}

/** Shortens a text if that is safe; otherwise `undefined`, and the full text must be parsed. */
export function shorten(text: string): Shorthand | undefined {
  if (!canShorten(text) || text.search(placeholder) >= 0) return undefined;
  const words: string[] = [];
  /** For each line: the columns of the short line after which text is missing, and how many characters. */
  const gaps = new Map<number, { column: number; missing: number }[]>();
  const lines = text.split('\n').map((line, before) => {
    if (line.length < 30 || words.length > mostRuns || !canShortenLine(line)) return line;
    const start = prefix.exec(line)?.[0].length ?? 0;
    let short = '';
    const inLine: { column: number; missing: number }[] = [];
    let offset = 0;
    line.split(exact).forEach((part, odd) => {
      let end = 0;
      for (const { 0: match, index } of odd % 2 === 0 ? part.matchAll(run) : []) {
        const from = Math.max(index + 1, start - offset);
        const to = index + match.length - 1;
        if (to - from < 4) continue;
        short += part.slice(end, from) + String.fromCodePoint(firstPlaceholder + words.length);
        words.push(part.slice(from, to));
        // The placeholder is two code units long.
        inLine.push({ column: short.length, missing: to - from - 2 });
        end = to;
      }
      short += part.slice(end);
      offset += part.length;
    });
    if (inLine.length > 0) gaps.set(before + 1, inLine);
    return short;
  });
  return words.length === 0 ? undefined : { text: lines.join('\n'), expand: (root) => expand(root, words, gaps) };
}

function expand(
  root: Root,
  words: readonly string[],
  gaps: ReadonlyMap<number, { column: number; missing: number }[]>,
): Root {
  const back = (text: string): string =>
    text.replace(placeholder, (found) => words[(found.codePointAt(0) ?? 0) - firstPlaceholder] ?? found);
  const move = (point: Point): void => {
    let missing = 0;
    for (const gap of gaps.get(point.line) ?? []) if (point.column > gap.column) missing += gap.missing;
    point.column += missing;
    delete point.offset;
  };
  const visit = (node: Nodes): void => {
    if ('value' in node) node.value = back(node.value);
    if ('url' in node) node.url = back(node.url);
    if ('title' in node && node.title) node.title = back(node.title);
    if ('alt' in node && node.alt) node.alt = back(node.alt);
    if ('label' in node && node.label) node.label = back(node.label);
    if ('identifier' in node) node.identifier = back(node.identifier);
    if (node.position) {
      move(node.position.start);
      move(node.position.end);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return root;
}
