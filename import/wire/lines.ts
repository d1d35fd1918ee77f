import type { LogEntry } from '../import-item.ts';
import { isDashedCrosshead } from './crosshead.ts';
import { closingLineRule } from './closing-lines.ts';

/** A line of copy that is not blank. */
export interface Line {
  /** Without its indent. */
  text: string;
  /** Counts from 1. */
  number: number;
  /** Characters. */
  indent: number;
  /** Whether it opens a block: it is the first line, or a blank line is before it. */
  opens: boolean;
}

/** A paragraph and the line on which it begins. */
export interface Paragraph {
  text: string;
  line: number;
}

// Teleprinters and later systems wrap at 69 characters. Nobody wraps at more than this.
const WIDEST_WRAP = 100;

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let opens = true;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\t/g, '    ').trimEnd();
    const bare = line.trimStart();
    if (bare === '') {
      opens = true;
      continue;
    }
    lines.push({
      text: bare.replace(/[^\S\u00a0]+/g, ' '),
      number: index + 1,
      indent: line.length - bare.length,
      opens,
    });
    opens = false;
  }
  return lines;
}

/** Joins lines into paragraphs: hard-wrapped copy flows again. */
export function joinParagraphs(lines: readonly Line[]): { paragraphs: Paragraph[]; log: LogEntry[] } {
  const widest = lines.reduce((most, { text, indent }) => Math.max(most, indent + text.length), 0);
  const vocabulary = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  // The pieces of each paragraph. A paragraph can have many lines, so its text is put together only once.
  const pieces: { texts: string[]; line: number }[] = [];
  const log: LogEntry[] = [];
  let reflowed = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = pieces.at(-1);
    if (!before || !last || !continues(before, line, widest)) {
      pieces.push({ texts: [line.text], line: line.number });
      continue;
    }
    reflowed += 1;
    const broken = /(?<!\p{L})(\p{L}+)-$/u.exec(before.text)?.[1];
    const rest = /^\p{Ll}+/u.exec(line.text)?.[0];
    if (broken === undefined) {
      last.texts.push(' ', line.text);
    } else if (rest !== undefined && isBrokenWord(broken, rest, vocabulary)) {
      last.texts.push((last.texts.pop() ?? '').slice(0, -1), line.text);
      log.push({ rule: 'hyphen-break-joined', text: `${broken}-${rest} → ${broken}${rest}` });
    } else {
      last.texts.push(line.text);
      if (rest !== undefined) log.push({ rule: 'hyphen-break-kept', text: `${broken}-${rest}` });
    }
  }
  const paragraphs = pieces.map(({ texts, line }): Paragraph => ({ text: texts.join(''), line }));
  if (reflowed > 0) log.push({ rule: 'reflowed', text: `${reflowed} line breaks inside paragraphs` });
  return { paragraphs, log };
}

/** Whether a line continues the paragraph of the line before it. `widest` is the length of the longest line. */
function continues(before: Line, line: Line, widest: number): boolean {
  if (line.opens || widest > WIDEST_WRAP) return false;
  if (line.indent >= before.indent + 2) return false;
  if ([before, line].some(({ text }) => standsAlone(text)) || /^[*•]\s/.test(line.text)) return false;
  // Wrapped copy breaks a line only if the next word did not fit on it.
  const next = line.text.split(' ', 1)[0] ?? '';
  if (before.indent + before.text.length + 1 + next.length > widest) return true;
  return !/[.!?:][”"'’)]*$/.test(before.text);
}

/** Whether a line is never part of a paragraph: a crosshead, a rule, a closing line. */
const standsAlone = (text: string): boolean =>
  isDashedCrosshead(text) || closingLineRule(text) !== null || !/[\p{L}\p{N}]/u.test(text);

// A hyphen at the end of a line belongs either to the word or to the line break. If the copy has the word elsewhere, that
// form decides. Else the parts decide: one of these is not a word by itself.
const ENDING =
  /^(?:[tsc]ions?|tional(?:ly)?|ments?|mental|ness|ing|ings|ly|it(?:y|ies)|able|ible|ance|ence|ous|ive|ed|ers?|al|ally|ated|ating|ter|der|tive|dent|ture)$/;
const BEGINNING =
  /^(?:with|mon|tues|wednes|thurs|fri|satur|con|com|dis|inter|ac|ad|af|al|ap|as|at|gov|govern|par|pre|pro|per|re|sub|suc|sug|sup|sur|tran|trans|tion|vari|minis|presi|secu|mili|econo|poli|elec|organi|negoti)$/i;

function isBrokenWord(first: string, rest: string, vocabulary: ReadonlySet<string>): boolean {
  const [joined, hyphened] = [`${first}${rest}`.toLowerCase(), `${first}-${rest}`.toLowerCase()];
  if (vocabulary.has(joined)) return true;
  if (vocabulary.has(hyphened)) return false;
  return ENDING.test(rest) || BEGINNING.test(first);
}
