import { isCapitalised } from '../text-analysis/capitals.ts';
import { hash32 } from '../text-analysis/hash.ts';
import type { Name, TermUse, TextTerms } from './key-terms.ts';
import { isDemonym, isDull } from './stop-words.ts';
import { formOf, isNameIn, isWholeName, type StoredTerms, type StoredUse } from './stored-terms.ts';

/** A term that two texts have, with what it adds to their likeness. */
export interface SharedTerm {
  term: number;
  weight: number;
}

/** What two texts share that says something of what they are about. */
export interface SharedWords {
  /** Names, if both have any; else other words. What says most comes first. As the first text writes them. */
  words: string[];
  /** Whether they are names. */
  names: boolean;
  /** What they add to the likeness of the texts. */
  weight: number;
}

/** Words that a reason names. */
const mostWords = 3;
/** A word is named if it adds at least so much of what the first one adds. */
const worthNaming = 0.3;
/** Two words of which one begins with the other, of so many letters, are one word in two forms: Iran, Iranian. */
const sameBeginning = 3;

/**
 * What two texts share: the names, if they have any in common; if not, the words that say most. There are no words if both
 * share only everyday ones. A name of several words counts only if both texts have these words next to each other. A name
 * of one word counts only if both use it as a name inside sentences, in the same form. `shared`: the terms of both.
 */
export function sharedWords(one: TextTerms, other: StoredTerms, shared: readonly SharedTerm[]): SharedWords {
  const names = sharedNames(one, other, shared);
  if (names.words.length > 0) return { ...names, names: true };
  const telling = shared.flatMap(({ term, weight }) => {
    const word = sharedWord(one.uses.get(term), other.use(term));
    return word === undefined ? [] : [{ word, terms: [term], weight }];
  });
  return { ...firstFew(telling), names: false };
}

/** The terms that two texts share and that say something of what these are about. */
export function tellingTerms({ uses }: TextTerms, shared: readonly SharedTerm[]): SharedTerm[] {
  return shared.filter(({ term }) => {
    const { written = '' } = uses.get(term) ?? {};
    return !isDull(written) && !isDemonym(written);
  });
}

/** A word that is no name, as the first text writes it: with a capital only where a name is used as a word. */
function sharedWord(use: TermUse | undefined, other: StoredUse | undefined): string | undefined {
  if (!use || !other || isDull(use.written) || isDemonym(use.written)) return undefined;
  // Half of a name names somebody else: Ryan Day, Ryan Burke.
  if (isNameIn(use) && other.isName) return undefined;
  if (hasForm.test(use.written)) return use.written;
  const isWord = use.isSmall || other.isSmall;
  return isWord || !isCapitalised(use.written) ? use.written.toLowerCase() : use.written;
}

function sharedNames(one: TextTerms, other: StoredTerms, shared: readonly SharedTerm[]): Few {
  const weights = new Map(shared.map(({ term, weight }) => [term, weight]));
  const weightOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  const inOther = new Set(other.names().flatMap(partsOf));
  const found: Telling[] = one.names
    .flatMap((name) => sharedParts(name, inOther))
    .filter(({ words }) => !words.every(isDull))
    .map(({ written, terms }) => ({ word: written, terms, weight: weightOf(terms) }))
    // A name without any of the shared terms was left out of them.
    .filter(({ weight }) => weight > 0);
  const used = new Set(found.flatMap(({ terms }) => terms));
  for (const { term, weight } of shared) {
    const use = one.uses.get(term);
    if (!use || used.has(term) || !isWholeName(use) || formOf(use.written) !== other.use(term)?.form) continue;
    if (isDull(use.written) || isDemonym(use.written)) continue;
    found.push({ word: use.written, terms: [term], weight });
  }
  return firstFew(found.toSorted((a, b) => b.weight - a.weight));
}

/** Initials, and words with a figure or with a capital inside: they are written in one way only. */
const hasForm = /.\p{Lu}|\p{N}/u;

/** All parts of a name that have two words or more; by the hashes of its words. */
function partsOf(words: readonly number[]): string[] {
  return words.flatMap((_, from) =>
    words.slice(from + 1).map((__, more) => words.slice(from, from + more + 2).join(' ')),
  );
}

/** The longest parts of a name, of two words or more, that are among others; no two of them overlap. */
function sharedParts({ written, terms, words, parts }: Name, others: ReadonlySet<string>): Omit<Name, 'parts'>[] {
  if (others.size === 0) return [];
  const found: Omit<Name, 'parts'>[] = [];
  const hashes = words.map(hash32);
  for (let from = 0; from < words.length; from += 1)
    for (let to = words.length; to > from + 1; to -= 1) {
      const [first, last] = [parts[from], parts[to - 1]];
      // What has no space inside is one word: not half of it.
      if (!first || !last || first.joined || parts[to]?.joined || !others.has(hashes.slice(from, to).join(' ')))
        continue;
      found.push({
        written: written.slice(first.start, last.end),
        terms: terms.slice(from, to),
        words: words.slice(from, to),
      });
      from = to - 1;
      break;
    }
  return found;
}

/** The first few of words, the ones that say most first: those that say much, and no word in two forms. */
function firstFew(telling: readonly Telling[]): Few {
  const least = (telling[0]?.weight ?? 0) * worthNaming;
  const few: Few = { words: [], weight: 0 };
  const used = new Set<number>();
  for (const { word, terms, weight } of telling) {
    if (weight < least || few.words.length === mostWords) break;
    if (terms.every((term) => used.has(term)) || few.words.some((known) => isForm(known, word))) continue;
    few.words.push(word);
    few.weight += weight;
    for (const term of terms) used.add(term);
  }
  return few;
}

/** What a reason may name, its terms, and what these add to the likeness. */
interface Telling {
  word: string;
  terms: readonly number[];
  weight: number;
}

type Few = Pick<SharedWords, 'words' | 'weight'>;

function isForm(one: string, other: string): boolean {
  const [short = '', long = ''] = [one.toLowerCase(), other.toLowerCase()].toSorted((a, b) => a.length - b.length);
  return short.length >= sameBeginning && long.startsWith(short);
}
