import type { LogEntry } from '../imported-article.ts';
import { isDashedCrosshead } from './crosshead.ts';
import { endingRule } from './closing-lines.ts';

/** Lines of copy, and the paragraphs that they make: hard-wrapped copy flows again. */

/** A line without its indent. `opens` is set where a blank line stands before it. */
export interface Line {
  text: string;
  number: number;
  indent: number;
  opens: boolean;
}

/** A paragraph and the line on which it begins. */
export interface Paragraph {
  text: string;
  line: number;
}

// Teleprinters and their heirs wrap at 69; nobody wraps beyond this.
const WIDEST_WRAP = 100;

/** The lines that hold something. */
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

/** Joins lines into paragraphs. */
export function paragraphsOf(lines: readonly Line[]): { paragraphs: Paragraph[]; log: LogEntry[] } {
  const widest = Math.max(0, ...lines.map(({ text, indent }) => indent + text.length));
  const vocabulary = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const paragraphs: Paragraph[] = [];
  const log: LogEntry[] = [];
  let reflowed = 0;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const last = paragraphs.at(-1);
    if (!before || !last || !continues(before, line, widest)) {
      paragraphs.push({ text: line.text, line: line.number });
      continue;
    }
    reflowed += 1;
    const broken = /(\p{L}+)-$/u.exec(last.text)?.[1];
    const rest = /^\p{Ll}+/u.exec(line.text)?.[0];
    if (broken === undefined || rest === undefined) {
      last.text += broken === undefined ? ` ${line.text}` : line.text;
    } else if (isBrokenWord(broken, rest, vocabulary)) {
      last.text = last.text.slice(0, -1) + line.text;
      log.push({ rule: 'hyphen-break-joined', text: `${broken}-${rest} → ${broken}${rest}` });
    } else {
      last.text += line.text;
      log.push({ rule: 'hyphen-break-kept', text: `${broken}-${rest}` });
    }
  }
  if (reflowed > 0) log.push({ rule: 'reflowed', text: `${reflowed} line breaks inside paragraphs` });
  return { paragraphs, log };
}

function continues(before: Line, line: Line, widest: number): boolean {
  if (line.opens || widest > WIDEST_WRAP) return false;
  if (line.indent >= before.indent + 2) return false;
  if ([before, line].some(({ text }) => standsAlone(text)) || /^[*•]\s/.test(line.text)) return false;
  // Wrapped copy breaks a line only where the next word no longer fitted.
  const next = line.text.split(' ', 1)[0] ?? '';
  if (before.indent + before.text.length + 1 + next.length > widest) return true;
  return !/[.!?:][”"'’)]*$/.test(before.text);
}

/** Marks that have a line to themselves: crossheads, rules, sign-offs. */
const standsAlone = (text: string): boolean =>
  isDashedCrosshead(text) || endingRule(text) !== null || !/[\p{L}\p{N}]/u.test(text);

// A hyphen at the end of a line is either the word's own or the typesetter's. What the copy itself writes elsewhere
// decides; else a part that is no word on its own.
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
