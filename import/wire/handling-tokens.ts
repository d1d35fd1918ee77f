import { agencyOf } from './agencies.ts';
import { foldPlain, plainLetters } from './fold.ts';
import { handlingVerbs, handlingWords, type Meaning } from './handling-words.ts';

/** A word or a mark of a line, with its meaning. */
export interface Token {
  /**
   * A meaning of the table of words, or: `x` another word, `q` a name of copy (a slug, a quotation), `h` a word with hyphens
   * that can be a slug, `.` the end of a sentence, `:` a colon, `-` a dash or a slash, `(` and `)`, `,`.
   */
  means: Meaning | 'x' | 'q' | 'h' | '.' | ':' | '-' | '(' | ')' | ',';
  /** Whether it is a word of at least three letters, all of them capitals. */
  capitals: boolean;
  /** Whether it has a small letter. */
  small: boolean;
}

const isMeaning = (name: string): name is Meaning => Object.hasOwn(handlingWords, name);
const MEANINGS: readonly Meaning[] = Object.keys(handlingWords).filter(isMeaning);
/** The words of a text in plain letters, in the form of the tables. */
const wordsIn = (plain: string): string[] => plain.match(/\p{L}+/gu)?.map(foldPlain) ?? [];

const WORDS = new Map<string, Meaning>();
const PHRASES = new Map<string, Meaning>();
const PHRASE_STARTS = new Set<string>();
const BEGINNINGS: [string, Meaning][] = [];
const ENDINGS: [string, Meaning][] = [];
let longestPhrase = 1;
for (const meaning of MEANINGS)
  for (const list of Object.values(handlingWords[meaning]))
    for (const entry of list.split(', ')) {
      const words = wordsIn(plainLetters(entry));
      const key = words.join(' ');
      if (entry.endsWith('*')) BEGINNINGS.push([key, meaning]);
      else if (entry.startsWith('*')) ENDINGS.push([key, meaning]);
      else if (words.length === 1) WORDS.set(key, WORDS.get(key) ?? meaning);
      else {
        PHRASES.set(key, PHRASES.get(key) ?? meaning);
        PHRASE_STARTS.add(words[0] ?? '');
      }
      longestPhrase = Math.max(longestPhrase, words.length);
    }

function meaningOfWord(word: string): Meaning | undefined {
  const known =
    WORDS.get(word) ??
    BEGINNINGS.find(([beginning]) => word.startsWith(beginning))?.[1] ??
    ENDINGS.find(([ending]) => word.endsWith(ending))?.[1];
  if (known !== undefined) return known;
  const verb = handlingVerbs.find(([form]) => form.test(word))?.[1];
  if (verb !== undefined) return verb;
  if (agencyOf(word) !== undefined) return 'A';
  return NOT_MISTYPED.has(word) ? undefined : MISTYPED.find(([right]) => isOneErrorFrom(word, right))?.[1];
}

/** Words that are still found if they have one typing error: nobody proofreads the line of an embargo. */
const MISTYPED: readonly [string, Meaning][] = [
  ['embargo', 'e'],
  ['embargoed', 'E'],
  ['sperrfrist', 'E'],
];
// Words of Spanish that are one letter away from “embargo”.
const NOT_MISTYPED = new Set(['embarga', 'embarco']);

/** Whether a word has one letter more, less or other than another, or two letters in the wrong order. */
function isOneErrorFrom(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 1) return false;
  let same = 0;
  while (same < right.length && word[same] === right[same]) same += 1;
  const [left, rest] = [word.slice(same), right.slice(same)];
  return (
    left.slice(1) === rest.slice(1) ||
    left.slice(1) === rest ||
    left === rest.slice(1) ||
    (left.slice(2) === rest.slice(2) && left[0] === rest[1] && left[1] === rest[0])
  );
}

// Portuguese: “publicá-la”, “usá-lo”.
const WITH_PRONOUN = /^(?:publica|divulga|utiliza|usa|veicula|transmiti|difundi|distribui|reproduzi)-(?:lo|la)s?$/;

// A number with what belongs to it: `0001`, `00.01`, `6h00`, `11am`, `2026-01-14T00:01Z`, `14th`.
const NUMBER = String.raw`\d(?:[\d.:/-]*\d)?(?:\p{L}{1,4}\d*(?::\d+)*\p{L}?)?`;
const CHUNK = new RegExp(
  String.raw`"|[.!?…]+|[:;]+|[()[\]{}<>]|,|(?<!\S)[-—–=|•·/_~+]+(?!\S)|[—|•·/=]+|--+|\$?\p{L}+${'\\d'}+|${NUMBER}|\p{L}{1,5}'(?=\p{L})|\p{L}+(?:['-]\p{L}+)*`,
  'gu',
);
const ABBREVIATED =
  /^(?:\p{L}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|hrs?|eds?|ore|janv|fevr|avr|juil|ene|abr|ago|dic|fev|gen|mag|giu|lug|ott|no|nr|num|st|approx)$/u;
const SLUG = /^(?:BC|AM|PM|AP)-\p{L}|^\p{L}+\d{3,}$/u;
const CLOCK = /[:h]|^(?:0\d{3}|1[0-8]\d\d|2[1-4]\d\d)|(?:gmt|utc|am|pm|uhr|hrs?|z|est|edt|cet|bst)$|^\d{1,2}\.\d\d$/u;

/** The words and marks of a text. Quotations are names of copy in notes, and other words in prose. */
export function tokensOf(text: string, quotations: 'names' | 'words'): Token[] {
  const tokens: Token[] = [];
  const push = (means: Token['means'], raw = ''): void => {
    const small = /\p{Ll}/u.test(raw);
    tokens.push({ means, capitals: !small && /\p{Lu}{3}/u.test(raw), small });
  };
  const chunks: readonly string[] = joinSpacedLetters(plainLetters(text)).match(CHUNK) ?? [];
  let named = false;
  for (let at = 0; at < chunks.length; at += 1) {
    const chunk = chunks[at] ?? '';
    if (chunk === '"') {
      const end = chunks.indexOf('"', at + 1);
      const quoted = end < 0 ? [] : chunks.slice(at + 1, end);
      // One or two words between quotation marks can be part of an order: Bitte “nicht verwenden”.
      if (quoted.length > 2) {
        push(quotations === 'names' ? 'q' : 'x', quotations === 'names' ? '' : quoted.join(' '));
        at = end;
      }
      continue;
    }
    const mark = markOf(chunk, chunks[at - 1]);
    if (mark !== undefined) {
      if (mark !== '') push(mark);
      if (mark === '.' || mark === '-') named = false;
      continue;
    }
    if (named && !endsName(chunks.slice(at))) {
      push('q');
      continue;
    }
    named = false;
    const phrase = phraseAt(chunks, at);
    if (phrase) {
      push(phrase.meaning, chunks.slice(at, at + phrase.length).join(''));
      at += phrase.length - 1;
      continue;
    }
    for (const [means, raw] of readChunk(chunk)) push(quotations === 'words' && /[qh]/.test(means) ? 'x' : means, raw);
    named = tokens.at(-1)?.means === 'G';
  }
  return tokens;
}

/** Whether the name of copy ends before these chunks, because they say what happens to it: `is withdrawn`. */
function endsName([verb = '', ...after]: readonly string[]): boolean {
  if (meaningOfWord(foldPlain(verb)) !== 'b') return false;
  const order = after
    .map((word) => meaningOfWord(foldPlain(word)))
    .find((meaning) => meaning !== 'b' && meaning !== 'f');
  return order !== undefined && /[EeHKkN]/.test(order);
}

/** The mark of a chunk without letters and digits; empty if it has no meaning; undefined if it is a word. */
function markOf(chunk: string, before = ''): '.' | ':' | '-' | '(' | ')' | ',' | '' | undefined {
  if (/[\p{L}\p{N}]/u.test(chunk)) return undefined;
  if (/^[.!?…]/.test(chunk)) return chunk === '.' && ABBREVIATED.test(before.toLowerCase()) ? '' : '.';
  if (/^[:;]/.test(chunk)) return ':';
  if (/^[([{<]/.test(chunk)) return '(';
  if (/^[)\]}>]/.test(chunk)) return ')';
  return chunk === ',' ? ',' : '-';
}

/** `E M B A R G O` is one word. */
const joinSpacedLetters = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}'])(?:\p{L}[ .·_*-]){3,}\p{L}(?![\p{L}\p{N}'])/gu, (spaced) =>
    spaced.replace(/[ .·_*-]/g, ''),
  );

function phraseAt(chunks: readonly string[], at: number): { meaning: Meaning; length: number } | undefined {
  const words: string[] = [];
  if (!PHRASE_STARTS.has(/^\p{L}+/u.exec(chunks[at]?.slice(0, LONGEST_WORD).toLowerCase() ?? '')?.[0] ?? ''))
    return undefined;
  let found: { meaning: Meaning; length: number } | undefined;
  for (let length = 1; words.length < longestPhrase && at + length <= chunks.length; length += 1) {
    const chunk = chunks[at + length - 1] ?? '';
    // A full stop after a letter is part of the phrase: a.m.
    if (/^\.$/.test(chunk) && length > 1) continue;
    const more = wordsIn(chunk);
    if (more.length === 0 || /\d/.test(chunk)) break;
    words.push(...more);
    const meaning = words.length > 1 ? PHRASES.get(words.join(' ')) : undefined;
    if (meaning !== undefined) found = { meaning, length };
  }
  return found;
}

// Most words of a text are in it again.
const READ = new Map<string, readonly [Token['means'], string][]>();
const MOST_READ = 20_000;
// Characters. No word of the table is so long, nor is a slug.
const LONGEST_WORD = 100;

/** The tokens of a word or a number. */
function readChunk(chunk: string): readonly [Token['means'], string][] {
  const known = READ.get(chunk);
  if (known) return known;
  if (READ.size >= MOST_READ) READ.clear();
  const tokens = chunk.length > LONGEST_WORD ? [['x', chunk] satisfies [Token['means'], string]] : tokensIn(chunk);
  READ.set(chunk, tokens);
  return tokens;
}

function tokensIn(chunk: string): [Token['means'], string][] {
  if (/^\d/.test(chunk)) return [[CLOCK.test(chunk.toLowerCase()) ? 'c' : 'T', '']];
  if (/^\$?adv\d+$/i.test(chunk))
    return [
      ['D', chunk],
      ['T', ''],
    ];
  if (WITH_PRONOUN.test(foldPlain(chunk))) return [['P', chunk]];
  if (SLUG.test(chunk) || chunk.includes('-')) return slugTokens(chunk);
  if (/\d/.test(chunk)) return [['x', chunk]];
  return wordsIn(chunk).flatMap((word): [Token['means'], string][] => {
    const raw = chunk.includes("'") ? (chunk === chunk.toUpperCase() ? word.toUpperCase() : word) : chunk;
    const meaning = meaningOfWord(word);
    if (meaning !== undefined) return [[meaning, raw]];
    return knownWordsIn(word)?.map((means): [Token['means'], string] => [means, raw]) ?? [['x', raw]];
  });
}

/** A slug, or words with hyphens. What a slug says about handling counts: `BC-Mayor-HOLD`. */
function slugTokens(chunk: string): [Token['means'], string][] {
  const parts = chunk.split(/[-']/).filter((part) => part !== '');
  const meanings = parts.map((part) => meaningOfWord(foldPlain(part)));
  const isSlug = SLUG.test(chunk);
  if (!isSlug && meanings.every((meaning) => meaning !== undefined))
    return parts.map((part, index) => [meanings[index] ?? 'x', part]);
  // EMBARGOED-Council approves …
  const [tag = '', next = ''] = parts;
  const isTag =
    tag.length > 3 && tag === tag.toUpperCase() && /^\p{Lu}/u.test(next) && /[EeHK]/.test(meanings[0] ?? '');
  if (isTag) return parts.map((part, index) => [index === 0 ? (meanings[0] ?? 'q') : 'q', part]);
  const handles = meanings.some((meaning) => meaning !== undefined && /[EeHKD]/.test(meaning));
  if (handles && (isSlug || chunk === chunk.toUpperCase()))
    return parts.map((part, index) => [
      /[EeHKDTcUNPF]/.test(meanings[index] ?? 'x') ? (meanings[index] ?? 'q') : 'q',
      part,
    ]);
  if (isSlug) return [['q', '']];
  return parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part))
    ? [['h', chunk]]
    : parts.map((part, index) => [meanings[index] ?? 'x', part]);
}

/** The meanings of words that were written without spaces between them; undefined if a part is no known word. */
function knownWordsIn(word: string): Meaning[] | undefined {
  if (word.length < 8 || word.length > 60) return undefined;
  const ways: (Meaning[] | undefined)[] = [[]];
  for (let end = 3; end <= word.length; end += 1)
    for (let start = 0; start <= end - 3 && ways[end] === undefined; start += 1) {
      const before = ways[start];
      const meaning = before === undefined ? undefined : WORDS.get(word.slice(start, end));
      if (before !== undefined && meaning !== undefined) ways[end] = [...before, meaning];
    }
  const found = ways[word.length];
  return found?.some((meaning) => /[EeHKP]/.test(meaning)) ? found : undefined;
}
