import { hash32 } from './hash.ts';
import { fold } from './fold.ts';
import { stopWords } from './stop-words.ts';
import { englishStem, withoutArabicArticle } from './stem.ts';

/** What a word is compared by. */
export interface WordForms {
  /** As it is written. */
  word: string;
  /** The same without the English ending “’s”. */
  base: string;
  /** See `fold`; without the English ending “’s”. At most 60 code units; empty where nothing is left. */
  folded: string;
  /** The stem by the rules of English. */
  english: string;
  /** What the search index knows of it, whatever the language of the text is. */
  term: string;
  /** A number for the stem by the rules of English: the bits of `termNumber` as a signed number. */
  number: number;
  /** Whether it is one of `stopWords`. */
  isStop: boolean;
}

interface Entry extends WordForms {
  hash: number;
}

/** How many words are cached; a power of two. */
const size = 2 ** 15;
const longestWord = 60;
const possessive = /['’ʼ＇]s$/i;

/** Each word is in one place, which follows from its letters, and replaces what was there. */
const cache: (Entry | undefined)[] = Array.from({ length: size }, () => undefined);

/**
 * The forms of the word that is at a place in a text. Texts use the same words again and again, so forms are cached; a word
 * that is cached is compared letter by letter, which is faster than to cut it out and to look it up in a Map. `hash`: of
 * its letters, by `hashOf`.
 */
export function formsAt(text: string, start: number, end: number, hash = hashAt(text, start, end)): WordForms {
  const place = (hash ^ (hash >>> 15)) & (size - 1);
  const known = cache[place];
  if (known?.hash === hash && isAt(known.word, text, start, end)) return known;
  const word = text.slice(start, end);
  // V8 has a longer part of a text as a pointer into that text, which would stay in memory too.
  const copy = word.length > 12 ? Buffer.from(word, 'utf16le').toString('utf16le') : word;
  const base = possessive.test(word) ? copy.slice(0, -2) : copy;
  const folded = fold(base).slice(0, longestWord);
  const english = englishStem(folded);
  const made = {
    hash,
    word: copy,
    base,
    folded,
    english,
    term: withoutArabicArticle(english),
    number: termNumber(english) | 0,
    isStop: stopWords.has(folded),
  };
  cache[place] = made;
  return made;
}

/** The forms of a word. */
export function formsOf(word: string): WordForms {
  return formsAt(word, 0, word.length);
}

/** The hash of a word, of which `hash` is that of the letters before the last one: 0 where there are none. */
export function hashOf(hash: number, lastLetter: number): number {
  return (Math.imul(hash, 31) + lastLetter) | 0;
}

function hashAt(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = hashOf(hash, text.charCodeAt(at));
  return hash;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** A number of 32 bits for a stem (FNV-1a over UTF-16). Two of a hundred thousand stems seldom share one, and that does little harm. */
export function termNumber(stem: string): number {
  return hash32(stem);
}
