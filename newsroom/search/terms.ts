import { formsOf } from '../text-analysis/forms.ts';
import { jointSigns, scan } from '../text-analysis/runs.ts';

/** What the index knows of a word, at its place in a text. */
export interface Term {
  term: string;
  /** The folded word, where the term is one; a pair of signs has none. */
  folded?: string;
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
  /** Where the second sign of a pair ends; else the same as `end`. */
  reach: number;
}

interface Sign {
  folded: string;
  start: number;
  end: number;
}

/** A sign with its marks; the marks that voice half-width kana are letters. What is between the parts of a name is none. */
const signs = new RegExp(String.raw`[^\p{M}${jointSigns}][\p{M}\uFF9E\uFF9F]*`, 'gu');

/**
 * The terms of a text, in order. A word is its stem by the rules of English, whatever the language of the text is: a query
 * names no language, so both sides follow one rule. Where words have no spaces between them, each sign makes a term with
 * the next one, so that a word is found wherever a dictionary would cut the text; the last sign is a term alone.
 */
export function termsOf(text: string): Term[] {
  return scan(text).runs.flatMap(({ start, end, forms }) =>
    forms ? { term: forms.term, folded: forms.folded, start, end, reach: end } : pairsOf(signsIn(text, start, end)),
  );
}

/** The signs of a run. */
export function signsIn(text: string, from: number, to: number): Sign[] {
  const found: Sign[] = [];
  for (const { 0: sign, index } of text.slice(from, to).matchAll(signs)) {
    const { folded } = formsOf(sign);
    const start = from + index;
    if (folded !== '') found.push({ folded, start, end: start + sign.length });
  }
  return found;
}

/** The terms of a run: each sign with the next one, and the last sign alone. */
export function pairsOf(run: readonly Sign[]): Term[] {
  return run.map(({ folded, start, end }, index) => {
    const next = run[index + 1];
    return { term: next ? folded + next.folded : folded, start, end, reach: next?.end ?? end };
  });
}

/** A sequence of terms that a query asks for. */
export interface Pattern {
  terms: [string, ...string[]];
  /** Whether the last term may go on: a Korean word with a particle, a sign before another one. */
  prefix: boolean;
  /** Whether it is one sign alone, of a script without spaces. */
  sign: boolean;
  /** The folded word, where the pattern is one word. */
  folded?: string;
}

/** Whether a word may go on with a particle. */
const hangul = /\p{Script=Hangul}{2}/u;

/** What a word or phrase of a query asks for; `undefined` where it has no letter. */
export function patternOf(text: string): Pattern | undefined {
  const terms = termsOf(text);
  const last = terms.at(-1);
  if (!last) return undefined;
  const unspaced = last.folded === undefined;
  const paired = unspaced && terms.at(-2)?.reach === last.end;
  const [first, ...rest] = (paired ? terms.slice(0, -1) : terms).map(({ term }) => term);
  if (first === undefined) return undefined;
  return {
    terms: [first, ...rest],
    prefix: (unspaced && !paired && rest.length > 0) || (!unspaced && hangul.test(last.term)),
    sign: unspaced && !paired && rest.length === 0,
    ...(terms.length === 1 && last.folded !== undefined && { folded: last.folded }),
  };
}

/** The places of a pattern in the terms of a text: from which character to which, and from which term. */
export function placesOf(
  { terms: wanted, prefix, sign }: Pattern,
  terms: readonly Term[],
): { start: number; end: number; first: number }[] {
  const found: { start: number; end: number; first: number }[] = [];
  const last = wanted.length - 1;
  for (const [first, begin] of terms.entries()) {
    if (!isTerm(begin, wanted[0], last === 0 && (prefix || sign))) continue;
    const end = terms[first + last];
    if (!end || !wanted.every((term, index) => isTerm(terms[first + index], term, index === last && (prefix || sign))))
      continue;
    const isOneSign = sign || (prefix && end.folded === undefined);
    found.push({ start: begin.start, end: isOneSign ? end.end : end.reach, first });
  }
  return found;
}

function isTerm(term: Term | undefined, wanted: string, prefix: boolean): boolean {
  return term !== undefined && (prefix ? term.term.startsWith(wanted) : term.term === wanted);
}
