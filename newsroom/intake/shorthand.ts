import type { Nodes, Root } from 'mdast';
import type { Point } from 'unist';

/**
 * Most of what news copy holds is words, in which Markdown can see nothing; its parser walks through every letter of
 * them all the same. Here each long run of plain words becomes its first letter, one sign that stands for the rest, and
 * its last letter, so that everything that looks at neighbours sees the right ones. After parsing, the words come back
 * into the tree, and columns are what they were. `shorthand.test.ts` holds the short way against the long one.
 */
export interface Shorthand {
  text: string;
  /** Puts the words back into a tree that was parsed from `text`. */
  expand(root: Root): Root;
}

/** Signs of the private planes stand for runs; a text that holds any itself is left alone. */
const firstSign = 0xf0000;
const mostRuns = 0xfff0;
const sign = /[\u{F0000}-\u{FFFFD}]/gu;

/** Letters, marks, digits and the punctuation that means nothing, between two letters or digits. */
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N} ,.;:?%’‘“”…–—]{14,}[\p{L}\p{N}]/gu;
/** Markers of lists, quotations, headings and tables may stand in front; a little more is left alone behind them. */
const prefix = /^[\s>*+\-.)\d#|[\]x]*.{0,12}/;
/** Lines in which words may be an address. */
const addresses = /@|:\/\/|www\.|\bmailto:|\bxmpp:/i;
/** An address in angle brackets may have any scheme; a capital begins an element. */
const bracket = /<(?!\/?[A-Z])/;
/** Where a link leads, and characters written by name or number. */
const exact = /(\]\([^)]*\)?|&[#\w]{1,33};?)/;
/** Labels are compared without regard to case; lines inside a fence are lines. */
const labelsOrFences = /^[ >\-+*\d.)]*(?:\[[^\]]*\]:|```|~~~)/m;

/** Shortens a text, where that is safe; `undefined` where the whole text has to be parsed. */
export function shorten(text: string): Shorthand | undefined {
  if (labelsOrFences.test(text) || text.search(sign) >= 0) return undefined;
  const words: string[] = [];
  /** By line: where, in the short line, text is missing, and how much. */
  const gaps = new Map<number, { column: number; missing: number }[]>();
  const lines = text.split('\n').map((line, before) => {
    if (line.length < 30 || words.length > mostRuns || addresses.test(line) || bracket.test(line)) return line;
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
        short += part.slice(end, from) + String.fromCodePoint(firstSign + words.length);
        words.push(part.slice(from, to));
        // The sign is two code units long.
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
    text.replace(sign, (found) => words[(found.codePointAt(0) ?? 0) - firstSign] ?? found);
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
