import type { Article } from '../model/article.ts';
import type { CollectionKind, ListKind } from '../model/collection.ts';
import { scan, type ScannedText } from '../text-analysis/runs.ts';
import type { ScannedArticle } from '../text-analysis/scan-article.ts';
import { pairsOf, signsIn } from './terms.ts';

/** What the index has of an article: terms with spaces between them. */
export interface IndexedText {
  /** Headline, standfirst, text and names, in this order, with a `border` between them. */
  text: string;
  /**
   * The headline and the standfirst as terms that no text has (`inHeadline`, `inOpening`), single signs, and what the article
   * can be filtered by.
   */
  marks: string;
  /** Words from which spelling suggestions are made, folded; each once. */
  words: string;
  /** The day of publication as readers see it, in days since 1970. */
  day: number;
}

/** What an article can be filtered by. `all` is a term of every article. */
export type FacetTermKind = CollectionKind | 'type';

const facetLetters: Record<FacetTermKind, string> = {
  topic: 't',
  person: 'p',
  place: 'l',
  agency: 'a',
  storyline: 'r',
  type: 'k',
};

/** The term of every article, for queries without words. */
export const everyArticle = 'x:all';
/** No phrase goes over it. */
const border = 'x:';

// No word has a colon in it, so these terms are never those of a word.

/** The term of a property of an article. `value` is a slug or a type. */
export function facetTerm(kind: FacetTermKind, value: string): string {
  return `${facetLetters[kind]}:${value}`;
}

/** The term of a word that is in the headline. These lists are short, so a search for them is fast in a large archive. */
export function inHeadline(term: string): string {
  return `h:${term}`;
}

/** The term of a word that is in the headline, the kicker or the standfirst, or in the first paragraph if there is no standfirst. */
export function inOpening(term: string): string {
  return `s:${term}`;
}

/** The term of a single sign of a script without spaces. */
export function signTerm(sign: string): string {
  return `c:${sign}`;
}

/** Words that can be misspelt, and that may be suggested. They have so many letters. */
const shortestSuggested = 4;
const suggested = /^\p{L}[\p{L}\p{M}]{3,19}$/u;
/** Nearly all of them are, and this is found out faster. */
const suggestedInAscii = /^[a-z]{4,20}$/;

type Indexed = Pick<Article, 'published' | 'kicker' | 'standfirst' | 'byline' | 'dateline' | 'agency' | 'type'>;

/**
 * Reads an article for the index. `scanned`: its words (`scanArticle`). `lists`: those that it names itself. Takes well under
 * a millisecond for 800 words.
 */
export function indexedText(
  article: Indexed,
  scanned: ScannedArticle,
  lists: readonly { kind: ListKind; slug: string }[],
): IndexedText {
  const reader = new TextReader();
  const headline = reader.read(scanned.headline);
  reader.terms.push(border);
  const [first, ...others] = scanned.blocks;
  const opening = article.standfirst === undefined ? first : scanned.standfirst;
  const standfirst = [scan(article.kicker ?? ''), ...(opening ? [opening] : [])].flatMap((each) => reader.read(each));
  reader.terms.push(border);
  for (const block of article.standfirst === undefined ? others : scanned.blocks) reader.read(block);
  for (const name of namesIn(article)) {
    reader.terms.push(border);
    reader.read(scan(name));
  }
  return {
    text: reader.terms.join(' '),
    marks: [
      everyArticle,
      facetTerm('type', article.type),
      ...lists.flatMap(facetsOf),
      ...[...reader.signs].map(signTerm),
      ...headline.map(inHeadline),
      border,
      ...[...headline, border, ...standfirst].map(inOpening),
    ].join(' '),
    words: [...reader.words].filter((word) => suggestedInAscii.test(word) || suggested.test(word)).join(' '),
    day: dayNumber(article.published.slice(0, 10)),
  };
}

/** The names that an article is found by, beside its text: of its authors (a slug where they have a page), its place and its agency. */
export function namesIn({ byline, dateline, agency = '' }: Pick<Article, 'byline' | 'dateline' | 'agency'>): string[] {
  const authors = byline.map((entry) => ('name' in entry ? entry.name : entry.person));
  return [...authors, dateline?.place ?? '', dateline?.region ?? '', agency];
}

/** Days since 1970 of `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

function facetsOf({ kind, slug }: { kind: ListKind; slug: string }): string[] {
  switch (kind) {
    case 'topic':
    case 'person':
    case 'place':
    case 'agency':
    case 'storyline':
      return [facetTerm(kind, slug)];
    case 'all':
    case 'day':
    case 'language':
      return [];
  }
}

class TextReader {
  /** Of all texts, in order. */
  readonly terms: string[] = [];
  readonly words = new Set<string>();
  readonly signs = new Set<string>();

  /** Reads a text and gives its terms. */
  read({ text, runs }: ScannedText): string[] {
    const before = this.terms.length;
    for (const { start, end, forms } of runs) {
      if (forms) {
        this.terms.push(forms.term);
        // Nearly half of all words are too short to be suggested.
        if (forms.folded.length >= shortestSuggested) this.words.add(forms.folded);
        continue;
      }
      const run = signsIn(text, start, end);
      for (const { folded } of run) this.signs.add(folded);
      for (const { term } of pairsOf(run)) this.terms.push(term);
    }
    return this.terms.slice(before);
  }
}
