import { articleSchema } from '../model/article.ts';
import { readInstant } from '../model/instant.ts';
import { readPublished } from '../model/publication.ts';

/**
 * Finds what a file that cannot be read, or is refused, says about when its article may be public. A doubt hides: a
 * misspelt, escaped or misplaced `embargo` counts as an embargo.
 */

/** The fields that can keep an article hidden. */
export type GateField = 'status' | 'embargo' | 'expires' | 'published';

/** What a refused file states. Instants are milliseconds. */
export interface StatedGates {
  /** Whether the article must be hidden at once. */
  hides: boolean;
  /** The latest `published` that can be read. */
  published?: number;
  /** The earliest `expires` that can be read. */
  expires?: number;
}

/** Names of fields, of other systems too, that can only mean that an article is not public, or not yet, or no longer. */
const namePatterns: readonly (readonly [GateField, RegExp])[] = [
  ['embargo', /embarg|sperrfrist|sperrvermerk|gesperrt/],
  ['published', /^published(?:at|on|date|time|datetime)$/],
  ['expires', /^(?:expir|unpublish(?:at|on|date|time)|takedown|(?:remove|delete|kill)(?:at|on|after|date)$)/],
  ['expires', /^(?:valid|available|visible|live|show|publish)(?:until|till|to)$/],
  [
    'embargo',
    /^(?:publish|pub|release|live|golive|available|valid|visible|show|schedule|scheduled)(?:at|on|from|after|date|time|datetime|for)$/,
  ],
  [
    'embargo',
    /^(?:hold|held|release|withhold|withheld)(?:until|till|for)$|^notbefore$|^golive$|^scheduled?$|^release$/,
  ],
  ['status', /^(?:is)?(?:drafts?|draf|darft|dratf|hidden|private|unlisted|unpublish(?:ed)?|archived|offline)$/],
  ['status', /^(?:is)?(?:kill(?:ed)?|spiked?|retract(?:ed)?|quarantined?|suppress(?:ed)?|confidential)$/],
  ['status', /^(?:is)?(?:with(?:held|hold|holding|draw|drawn|drew|drawal)|hold|onhold|held|hide|password)$/],
  ['status', /^(?:is)?(?:public|visible|publish|listed|render|live|active|enabled|online|visibility)$|status$/],
];

/** Names that hide an article if their value is negative. All others hide it if their value is not. */
const positive = /^(?:is)?(?:public|visible|publish|listed|render|live|active|enabled|online|published)$/;
const negativeValue = /^(?:false|no|n|off|0|never|none|)$/i;
const positiveValue = /^(?:true|yes|y|on|1|always|public)$/i;
/** Values that mean the same as a status, whatever the name of their field. */
const statusValue = /^(?:draft|withheld|withdrawn|killed?|embargoed|unpublished|spiked)$/i;

/** Fields in whose names typing errors are found: letters that were added, removed, replaced or swapped. */
const fuzzyNames = ['embargo', 'expires', 'status', 'published'] as const;
/** Words that are a gate even without a value. */
const aloneWords = /^(?:draft|killed|withheld|withdrawn|embargoed|expired)$/;

/** Letters of other scripts that look like Latin ones. */
const lookalikes = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    х: 'x',
    у: 'y',
    ѕ: 's',
    і: 'i',
    т: 't',
    м: 'm',
    в: 'b',
    г: 'r',
    һ: 'h',
    ԁ: 'd',
    ӏ: 'l',
    к: 'k',
    ο: 'o',
    ε: 'e',
    α: 'a',
    τ: 't',
    υ: 'u',
    ρ: 'p',
    ı: 'i',
  }),
);

/** The field that can hide an article and that a field of this name stands for, if there is one. */
function gateNamed(name: string): GateField | undefined {
  const word = lettersOf(name);
  if (word.length < 4 || word.length > 40) return undefined;
  return (
    namePatterns.find(([, pattern]) => pattern.test(word))?.[0] ??
    fuzzyNames.find((known) => typingErrors(word, known, 2) <= (known === 'published' ? 1 : 2))
  );
}

/**
 * The same for a field that articles do not have, and its value. `draft: false` does not hide; `published: false` does, and
 * so does any field whose value is `draft`.
 */
export function gateStated(name: string, value: unknown): GateField | undefined {
  const written = scalarOf(value);
  return gateIn(name, value) ?? (written !== undefined && statusValue.test(written) ? 'status' : undefined);
}

/** The gate that a name and its value are, or that is somewhere in the value. */
function gateIn(name: string, value: unknown): GateField | undefined {
  const gate = gateNamed(name);
  if (typeof value === 'object' && value !== null)
    return (
      gate ??
      (Array.isArray(value)
        ? first(value, (each) => gateIn('', each))
        : first(Object.entries(value), ([inner, of]) => gateIn(inner, of)))
    );
  const written = scalarOf(value);
  if (gate === undefined || written === undefined || written === '') return gate;
  const word = lettersOf(name);
  if (word === 'visibility') return positiveValue.test(written) ? undefined : gate;
  const harmless = positive.test(word) ? positiveValue : gate === 'status' ? negativeValue : undefined;
  return harmless?.test(written) ? undefined : gate;
}

function scalarOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
    ? String(value).trim()
    : undefined;
}

function first<T>(items: readonly T[], find: (item: T) => GateField | undefined): GateField | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the fields of a refused file state. */
export function gatesInFields(data: Record<string, unknown>): StatedGates {
  const stated: StatedGates = { hides: false };
  for (const [name, value] of Object.entries(data)) stateField(stated, name, value);
  return stated;
}

function stateField(stated: StatedGates, name: string, value: unknown): void {
  // A gate without a value hides: its value may be forgotten.
  if (name === 'status') stated.hides ||= value !== 'public';
  else if (name === 'embargo') stated.hides = true;
  else if (name === 'expires' || name === 'published') {
    if (value === null && name === 'published') return;
    const at = typeof value === 'string' ? (name === 'published' ? readPublished : readInstant)(value) : undefined;
    // A day that was mistyped is no gate of `published`; `published: false` is one.
    if (at === undefined) stated.hides ||= name === 'expires' || !/\d{4}/.test(String(value));
    else if (name === 'expires') stated.expires = Math.min(stated.expires ?? at, at);
    else stated.published = Math.max(stated.published ?? at, at);
  } else
    stated.hides ||=
      (Object.hasOwn(articleSchema.shape, name) ? gateIn('', value) : gateStated(name, value)) !== undefined;
}

const lineEnds = /[\n\r\v\f\u0085\u2028\u2029]/;
const dateLike = /^\d{4}-?\d\d/;
const gateValue = /^(?:["'&*!]|\d{4}-?\d\d|(?:draft|withheld|withdrawn|killed?|embargoed|true|yes|on)\b|$)/i;

/** So many lines and keys of a file are read. No article has more, and what is in the rest is a doubt, which hides. */
const mostRead = 40_000;

/** What the text of a file that cannot be read states. It takes time in proportion to the length of the text. */
export function gatesInText(text: string): StatedGates {
  const stated: StatedGates = { hides: false };
  let read = 0;
  const lines = fieldLines(unescaped(text));
  const braces = lines.some((line) => line.includes('{'));
  for (const line of lines) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    readLineStart(stated, line);
    read += 1 + readInside(stated, line, braces, mostRead - read);
    stated.hides ||= read > mostRead;
    if (stated.hides) return stated;
  }
  return stated;
}

/** The text with escapes and letters of other widths as plain letters, and without characters that cannot be seen. */
function unescaped(text: string): string {
  const plain = text.includes('\\')
    ? text
        .replace(
          /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g,
          (all, x?: string, u?: string, long?: string) => {
            const code = Number.parseInt(x ?? u ?? long ?? '', 16);
            return code <= 0x10ffff ? String.fromCodePoint(code) : all;
          },
        )
        .replace(/\\\n[ \t]*/g, '')
    : text;
  return /^[\t\n -~]*$/.test(plain) ? plain : plain.normalize('NFKC').replace(/\p{Cf}|\p{M}|\0/gu, '');
}

/**
 * The lines that hold fields: those of the front matter, and of a second one that follows it; all lines, where the front
 * matter does not begin or does not end.
 */
function fieldLines(text: string): string[] {
  const lines = text.split(lineEnds);
  const begin = lines.findIndex((line) => line.trim() !== '');
  if (begin < 0 || !/^\s*---/.test(lines[begin] ?? '')) return lines;
  const end = lines.findIndex((line, index) => index > begin && /^---\s*$/.test(line));
  if (end < 0) return lines;
  const further = endOfFields(lines, end + 1) ?? gateBelow(lines, end + 1);
  return lines.slice(begin, further === undefined ? end : further + 1);
}

/** The index of a line that states a gate in the first paragraph after the fields, where it was written by mistake. */
function gateBelow(lines: readonly string[], from: number): number | undefined {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  for (; (lines[index] ?? '').trim() !== ''; index += 1) {
    const [, key = '', value = ''] =
      /^\s*["']?([^\s:"']{4,40})["']?\s*:\s*["']?(\S+)/.exec((lines[index] ?? '').slice(0, 200)) ?? [];
    if (coreGate(key) && (dateLike.test(value) || statusValue.test(valueOf(value)))) return index;
  }
  return undefined;
}

/** The index of the line that ends a further front matter, which begins at `from`. */
function endOfFields(lines: readonly string[], from: number): number | undefined {
  let end: number | undefined;
  let fields = 0;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^(?:---|\.\.\.)\s*$/.test(line)) {
      if (fields > 0) end = index;
    } else if (!isFieldLine(line)) break;
    else if (/^\S/.test(line) && !line.startsWith('#')) fields += 1;
  }
  return end;
}

/**
 * A line that belongs to the fields and is at the beginning of a body by mistake: that of a second front matter, or a gate.
 * `line` counts from 1.
 */
export function fieldInBody(body: string): { line: number; text: string } | undefined {
  const lines = body.split('\n', 1000);
  const end = endOfFields(lines, 0);
  const index =
    end === undefined
      ? gateBelow(lines, 0)
      : lines.findIndex((line, at) => {
          const [, key = ''] = /^["']?([^\s:"'][^:"']{0,40})["']?\s*:(?:\s|$)/.exec(line) ?? [];
          return at < end && (Object.hasOwn(articleSchema.shape, key) || gateNamed(key) !== undefined);
        });
  return index === undefined || index < 0 ? undefined : { line: index + 1, text: (lines[index] ?? '').slice(0, 60) };
}

function isFieldLine(line: string): boolean {
  return /^\s*$|^\s*#|^\s+\S|^[^\s:]{1,40}\s{0,3}[:=]/.test(line.slice(0, 200));
}

const prefix = /^(?:[\s{[,?"'-]|[&*!]\S*\s+)*/;

/** Reads the key with which a line begins. */
function readLineStart(stated: StatedGates, line: string): void {
  const lead = prefix.exec(line)?.[0] ?? '';
  const rest = line.slice(lead.length);
  const [key = ''] = /^[^:=#{}[\],"'`]*/.exec(rest.slice(0, 80)) ?? [];
  const after = rest.slice(key.length).replace(/^["']?\s*/, '');
  const words = key.trim().split(/\s+/);
  if (/^[:=]/.test(after)) {
    if (words.length <= 3) readPair(stated, words.join(' '), after.slice(1), lead === '');
    return;
  }
  const [word = '', value = ''] = words;
  const isGate = coreGate(word);
  if (after === '' || after.startsWith('#')) {
    // `- draft` may be a topic.
    if (words.length === 1) stated.hides ||= isGate && !lead.includes('-');
    else stated.hides ||= isGate && (dateLike.test(value) || (statusValue.test(value) && words.length === 2));
  } else stated.hides ||= isGate && dateLike.test(value);
}

/** `isField`: the key begins its line. A `title: Killed` inside a field may be that of another story. */
function readPair(stated: StatedGates, key: string, rest: string, isField: boolean): void {
  const written = valueOf(rest);
  const isEmpty = /^(?:null|~|)$/.test(written);
  const name = Object.hasOwn(articleSchema.shape, key) ? key : lettersOf(key);
  // The value of a gate may be on the next line.
  if (name === 'status' || name === 'expires') stateField(stated, name, written);
  else if (name === 'published') stateField(stated, name, isEmpty ? null : written);
  else if (isField) stateField(stated, name, isEmpty ? null : written);
  else stated.hides ||= gateIn(name, isEmpty ? null : written) !== undefined;
}

function valueOf(rest: string): string {
  return rest
    .slice(0, 200)
    .trim()
    .replace(/^(?:[&!]\S*\s+)+/, '')
    .replace(/\s#.*$|^#.*$/, '')
    .replace(/^["']|["']?[\s,}\]]*$/g, '')
    .trim();
}

/** Reads the keys inside a line, and the names that an anchor or a tag marks. Returns how many keys it read, at most `most`. */
function readInside(stated: StatedGates, line: string, braces: boolean, most: number): number {
  let read = 0;
  if (/(?:^|[\s{,"'])<<["']?\s*:/.test(line)) stated.hides = true;
  for (const [, word = ''] of line.matchAll(/(?:^|\s)[&!]\S*\s+["']?([\p{L}\p{N}_-]{4,40})/gu))
    stated.hides ||= coreGate(word);
  for (let at = nextColon(line, 0); at >= 0 && !stated.hides && read < most; at = nextColon(line, at + 1)) {
    read += 1;
    const end = back(line, at, /[\s"']/, 10);
    const start = back(line, end, /[\p{L}\p{N}_-]/u, 41);
    if (end - start < 4 || end - start > 40) continue;
    const name = line.slice(start, end);
    if (gateNamed(name) === undefined) continue;
    const before = line[back(line, start, /[\s"']/, 10) - 1] ?? '';
    const value = line.slice(at + 1, at + 60).trim();
    if (braces && /[{,[]/.test(before)) readPair(stated, name, value.split(/[,}]/)[0] ?? '', false);
    else if (!/^(?:expires|published)$/i.test(name) && gateValue.test(value))
      stated.hides ||= gateIn(name, value.split(/[\s,}]/)[0]) !== undefined;
  }
  return read;
}

function nextColon(line: string, from: number): number {
  const colon = line.indexOf(':', from);
  // Of many colons in a row, the first one ends a key.
  return colon > 0 && line[colon - 1] === ':' ? nextOther(line, colon) : colon;
}

function nextOther(line: string, from: number): number {
  let at = from;
  while (line[at] === ':') at += 1;
  return line.indexOf(':', at);
}

/** The first index before `end` from which on all characters match, at most `most` characters back. */
function back(line: string, end: number, pattern: RegExp, most: number): number {
  let at = end;
  while (at > 0 && end - at < most && pattern.test(line[at - 1] ?? '')) at -= 1;
  return at;
}

/** Whether a word is the name of a gate itself, or a misspelling of it. */
function coreGate(word: string): boolean {
  const letters = lettersOf(word);
  if (letters.length < 4 || letters.length > 40) return false;
  return (
    aloneWords.test(letters) ||
    /embarg/.test(letters) ||
    fuzzyNames.some((known) => known !== 'published' && typingErrors(letters, known, 1) <= 1)
  );
}

/** The letters and digits of a name, in lower case, without marks, and with letters that look alike as one letter. */
function lettersOf(name: string): string {
  if (/^[a-z]+$/.test(name)) return name;
  const plain = name.slice(0, 80).normalize('NFKD').toLowerCase();
  return [...plain]
    .map((letter) => lookalikes.get(letter) ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** How many letters must be added, removed, replaced or swapped with the next one. More than `most` is not counted. */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let errors = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        errors = Math.min(errors, (before[j - 2] ?? 0) + 1);
      next.push(errors);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
