import { isCapitalised, isSmall } from '../text-analysis/capitals.ts';
import { scan, type ScannedText } from '../text-analysis/runs.ts';
import { tokensOf, type Token } from '../text-analysis/tokens.ts';
import { keyTermsOfArticle, nameWeight } from './weights.ts';
import { calendarWords, isDull } from './stop-words.ts';

/** What a text says of one term. */
export interface TermUse {
  /** A number that stands for the stem, see `termNumber`. */
  term: number;
  /** How often the text has it; a name inside a sentence counts for more. */
  weight: number;
  inHeadline: boolean;
  /** Whether the text writes it with a capital letter inside sentences, more often than without one. */
  isName: boolean;
  /** Whether it is a name without other words beside it, somewhere in the text. */
  standsAlone: boolean;
  /** Whether the text has it without a capital letter somewhere. */
  isSmall: boolean;
  /** As the text writes it: with initials if it ever does, else first where it is a name, else first of all. */
  written: string;
}

/** A name of several words. */
export interface Name {
  /** As the text writes it first. */
  written: string;
  terms: readonly number[];
  /** For each term: its word as words are compared, with its ending. */
  words: readonly string[];
  /** For each term: where its word begins and ends in `written`, and whether no space is before it (Jae-myung). */
  parts: readonly { start: number; end: number; joined: boolean }[];
}

/** The terms of a text. */
export interface TextTerms {
  /** By their numbers. */
  uses: ReadonlyMap<number, TermUse>;
  /** How many words it has that count. */
  length: number;
  /** The names of several words. */
  names: readonly Name[];
}

/** Names of one text that are remembered; the first ones. */
const mostNames = 60;
/** Words of a name. */
const longestName = 5;

/** A term while a text is read. */
interface CountedUse extends TermUse {
  /** How often it has a capital inside a sentence, less how often it has none. */
  capitals: number;
}

/** A name while its words are read; `from` and `to` are places in the text. */
interface OpenName {
  words: { term: number; folded: string; from: number; to: number; joined: boolean }[];
  /** Whether the word before it had a capital too, as the first word of a sentence has. */
  isCut: boolean;
}

/** The terms of a headline and of the blocks under it. Linear in the length of the text. */
export function termsOfText(headline: string, blocks: readonly string[]): TextTerms {
  return termsIn([headline, ...blocks].map(scan));
}

/** The same of texts that are scanned; the first one is the headline. */
export function termsIn(texts: readonly ScannedText[]): TextTerms {
  const { uses, length, names } = readTerms(texts);
  return { uses: new Map(uses.map((use) => [use.term, use])), length, names };
}

/** Of the terms of a text those by which it is found: those of its headline, and those that it uses most. */
export function keyTermsOf(uses: readonly TermUse[]): TermUse[] {
  // Most terms of a text are used once. Where enough are used more often, these need no sorting.
  const often = uses.filter((use) => rankOf(use) > 1);
  return (often.length >= keyTermsOfArticle ? often : uses)
    .toSorted((a, b) => rankOf(b) - rankOf(a) || a.term - b.term)
    .slice(0, keyTermsOfArticle);
}

function rankOf({ weight, inHeadline }: TermUse): number {
  return weight + (inHeadline ? nameWeight : 0);
}

/** The same, with the terms in the order of the text. */
export function readTerms(texts: readonly ScannedText[]): { uses: TermUse[]; length: number; names: Name[] } {
  /** By their numbers as signed ones: V8 keeps these without a place of their own in memory, and finds them faster. */
  const uses = new Map<number, CountedUse>();
  const names = new Map<string, Name>();
  let length = 0;
  for (const [index, scanned] of texts.entries()) {
    const inHeadline = index === 0;
    const { text } = scanned;
    const tokens = tokensOf(scanned);
    // Where nearly all words have a capital, a capital says nothing.
    const isTitle = hasTitleCase(tokens);
    let name: OpenName | undefined;
    const endName = (): void => {
      if (name) addName(text, name);
      name = undefined;
    };
    let before: Token | undefined;
    for (const token of tokens) {
      const { word, base, folded, number, isStop } = token.forms;
      const gap = gapBetween(text, before?.end ?? 0, token.start);
      const joined = gap === '-' || gap === '.' || gap === '‑';
      const begins = before === undefined || (gap !== ' ' && endsSentence.test(gap) && !joined);
      const hasCapital = isCapitalised(word);
      const isName = !begins && hasCapital;
      const isPart: boolean = name !== undefined && ((isName && gap === ' ') || joined);
      const isOf: boolean = name !== undefined && gap === ' ' && word === 'of';
      const previous = begins || gap !== ' ' ? undefined : before;
      before = token;
      if (isOf) continue;
      if (name && (!isPart || name.words.length === longestName || calendarWords.has(folded))) endName();
      const isShort = folded.length < 2 && isLatin.test(folded);
      if (isShort || isStop) continue;
      length += 1;
      const capitals = isTitle || begins ? 0 : hasCapital ? 1 : joined ? 0 : -1;
      const weight = isName ? nameWeight : 1;
      const use = uses.get(number);
      if (use) {
        use.weight += weight;
        use.isSmall ||= isSmall(word);
        use.capitals += capitals;
        use.inHeadline ||= inHeadline;
        if ((capitals === 1 && !use.isName) || (hasInitials(word) && !hasInitials(use.written))) use.written = base;
        use.isName ||= capitals === 1;
      } else {
        uses.set(number, {
          term: number >>> 0,
          weight,
          inHeadline,
          isName: capitals === 1,
          standsAlone: false,
          isSmall: isSmall(word),
          written: base,
          capitals,
        });
      }
      if (isTitle || !(isName || isPart) || calendarWords.has(folded)) continue;
      name ??= { words: [], isCut: previous !== undefined && mayBeName(previous) };
      const { start: from } = token;
      name.words.push({ term: number >>> 0, folded, from, to: from + base.length, joined });
      if (word !== base) endName();
    }
    endName();
  }
  for (const use of uses.values()) use.isName = use.capitals > 0;
  return { uses: [...uses.values()], length, names: [...names.values()] };

  function addName(text: string, { words, isCut }: OpenName): void {
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) return;
    if (words.length === 1) {
      const use = uses.get(first.term | 0);
      if (use && !isCut) use.standsAlone = true;
      return;
    }
    const terms = words.map(({ term }) => term);
    const key = terms.join(' ');
    if (names.size === mostNames || names.has(key)) return;
    const parts = words.map(({ from, to, joined }) => ({ start: from - first.from, end: to - first.from, joined }));
    names.set(key, {
      written: text.slice(first.from, last.to),
      terms,
      words: words.map(({ folded }) => folded),
      parts,
    });
  }
}

/** What is between two words; nearly always a space. */
function gapBetween(text: string, from: number, to: number): string {
  return to - from === 1 && text.charCodeAt(from) === 0x20 ? ' ' : text.slice(from, to);
}

/** Whether a word with a capital may belong to a name that the next word goes on with. */
function mayBeName({ forms: { word, isStop } }: Token): boolean {
  return isCapitalised(word) && !isStop && !isDull(word);
}

/** Words of a text with a capital, of all that could have one: from this share on, it is a title. */
const titleShare = 0.9;

/** Whether nearly all words have a capital that could have one or none. A title never begins without one. */
function hasTitleCase(tokens: readonly Token[]): boolean {
  if (isSmall(tokens[0]?.forms.word ?? '')) return false;
  let small = 0;
  let capitals = 0;
  // With more small words than this, the others cannot outweigh them.
  const mostSmall = tokens.length * (1 - titleShare);
  for (let index = 1; index < tokens.length && small <= mostSmall; index += 1) {
    const { word = '', isStop = false } = tokens[index]?.forms ?? {};
    if (isStop) continue;
    if (isCapitalised(word)) capitals += 1;
    else if (isSmall(word)) small += 1;
  }
  return capitals > 0 && capitals >= (capitals + small) * titleShare;
}

const endsSentence = /[.!?:;\n•“"«„…。！？]/;
const isLatin = /^[a-z\d]*$/;

/** Whether the first two letters are capitals. */
function hasInitials(word: string): boolean {
  const code = word.charCodeAt(1);
  return code > 64 && code < 91 && isCapitalised(word);
}
