import { compareText } from '../model/problem.ts';
import { isCapitalised } from '../text-analysis/capitals.ts';
import type { TextTerms } from './key-terms.ts';
import { isDull } from './stop-words.ts';

/** What names a group of articles. */
export interface CommonWords {
  /** Names, whole, the ones that say most first. */
  names: string[];
  /** Other words, in lower case. */
  words: string[];
}

/** Something that texts write in one or several ways. */
interface Wording {
  terms: readonly number[];
  /** How often the texts write it in each way. */
  written: Map<string, number>;
}

const mostNames = 3;
const mostWords = 3;
/** Two words that begin with the same letters, so many of them, are one word in two forms: Iran, Iranian. */
const sameBeginning = 4;

/**
 * The names and words that texts share, as most of them write them. `shared`: the terms that they have in common, the ones
 * that say most first. A name is cut to the part that they share.
 */
export function commonWords(
  texts: readonly TextTerms[],
  shared: readonly { term: number; weight: number }[],
): CommonWords {
  const weights = new Map(shared.map(({ term, weight }) => [term, weight]));
  const names = new Map<string, Wording>();
  const words = new Map<string, Wording>();
  const inNames = new Set<number>();
  for (const text of texts)
    for (const name of text.names)
      for (const run of sharedRuns(name, weights)) {
        add(names, run.terms, run.written);
        for (const term of run.terms) inNames.add(term);
      }
  for (const { term } of shared) {
    if (inNames.has(term)) continue;
    const uses = texts.flatMap(({ uses: all }) => all.get(term) ?? []);
    // At the start of a sentence any word has a capital.
    const areNames = uses.some(({ isName }) => isName) && uses.every(({ written }) => isCapitalised(written));
    for (const { written } of uses) add(areNames ? names : words, [term], areNames ? written : written.toLowerCase());
  }
  const used = new Set<string>();
  return { names: best(names, weights, used, mostNames), words: best(words, weights, used, mostWords) };
}

/** The parts of a name, of two words or more, of which all terms are shared. */
function sharedRuns(
  { written, terms }: TextTerms['names'][number],
  weights: ReadonlyMap<number, number>,
): { written: string; terms: number[] }[] {
  const parts = written.split(' ');
  // Where a word has no term, or several, as in Chinese, it is unknown to which part a term belongs.
  if (parts.length !== terms.length)
    return terms.every((term) => weights.has(term)) ? [{ written, terms: [...terms] }] : [];
  const runs: { written: string; terms: number[] }[] = [];
  let from = 0;
  for (let at = 0; at <= terms.length; at += 1) {
    if (at < terms.length && weights.has(terms[at] ?? 0)) continue;
    if (at - from > 1) runs.push({ written: parts.slice(from, at).join(' '), terms: terms.slice(from, at) });
    from = at + 1;
  }
  return runs;
}

function add(to: Map<string, Wording>, terms: readonly number[], written: string): void {
  const key = terms.join(' ');
  const known = to.get(key) ?? { terms, written: new Map<string, number>() };
  const text = written.replace(/['’]s?$/u, '');
  known.written.set(text, (known.written.get(text) ?? 0) + 1);
  to.set(key, known);
}

/** The wordings that say most, and each term and each word once. */
function best(
  from: ReadonlyMap<string, Wording>,
  weights: ReadonlyMap<number, number>,
  used: Set<string>,
  most: number,
): string[] {
  const ranked = [...from.values()]
    .map(({ terms, written }) => ({
      terms,
      text: mostCommon(written),
      weight: terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0),
    }))
    .toSorted((a, b) => b.weight - a.weight || compareText(a.text, b.text));
  const found: string[] = [];
  for (const { text } of ranked) {
    if (found.length === most) break;
    const parts = text.toLowerCase().split(' ');
    if (parts.every(isDull)) continue;
    const beginnings = parts.map((part) => part.slice(0, sameBeginning));
    if (beginnings.some((beginning) => used.has(beginning))) continue;
    for (const beginning of beginnings) used.add(beginning);
    found.push(text);
  }
  return found;
}

/** Of equal ones the shortest, then the first by its letters. */
function mostCommon(written: ReadonlyMap<string, number>): string {
  const [first] = [...written].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length || compareText(a[0], b[0]));
  return first?.[0] ?? '';
}
