import { isDeepStrictEqual } from 'node:util';
import { articleTypes, type ArticleType } from '../model/article.ts';
import type { CollectionKind } from '../model/collection.ts';
import { isSlug, slugify } from '../model/slug.ts';

/** A word or a phrase as it was typed, without its quotes. */
export interface SearchWords {
  kind: 'word' | 'phrase';
  text: string;
}

/** What the text of a story must have; of several alternatives (`a OR b`) one. If it is excluded, a story must have none. */
export interface SearchTerm {
  any: [SearchWords, ...SearchWords[]];
  excluded: boolean;
}

/** The filters that a query can have. Dates are days of publication as the addresses of stories have them. */
export const filterKinds = ['topic', 'person', 'place', 'agency', 'storyline', 'type', 'before', 'after'] as const;
export type FilterKind = (typeof filterKinds)[number];
/** Other names of filters, which readers try. */
const otherNames: Readonly<Record<string, FilterKind>> = { author: 'person', section: 'topic' };

/** What a story must be, or must not be. */
export type SearchFilter = { excluded: boolean } & (
  | { kind: CollectionKind; slug: string }
  | { kind: 'type'; type: ArticleType }
  /**
   * `after`: published on the first day of the date or later; `before`: published before that day. `date` is as it was typed:
   * YYYY, YYYY-MM or YYYY-MM-DD; `day` is its first day, YYYY-MM-DD.
   */
  | { kind: 'before' | 'after'; date: string; day: string }
);

/** What the reader should know of how a query was understood. */
export type SearchNote =
  /** Nothing to search was typed. */
  | { kind: 'nothing' }
  /** What was typed was left out, as another note says, and there was nothing else. */
  | { kind: 'nothing-left' }
  /** Only what stories must not have was typed, so nothing was searched. */
  | { kind: 'only-excluded' }
  /** A quotation mark was not closed; the phrase was taken to end where the query ends. */
  | { kind: 'unbalanced-quote' }
  /** A filter was typed without a value, or with one that has no letters. It was left out. `name` is in small letters. */
  | { kind: 'no-value'; name: string }
  /** There is no filter of this name. Only what follows its colon was searched. */
  | { kind: 'unknown-filter'; name: string }
  /** `AND` was left out: all words are wanted anyway. */
  | { kind: 'needless-and' }
  /** `OR` was left out, because it is not between two words or phrases. */
  | { kind: 'unused-or' }
  /** What may have been meant as an operator was searched as a word. */
  | { kind: 'operator-as-word'; word: 'and' | 'or' | 'NOT' }
  /** The value of `before:` or `after:` is no day, month or year. It was left out. */
  | { kind: 'unknown-date'; operator: 'before' | 'after'; value: string }
  /** There is no such type of story: no story is found, or none is excluded. */
  | { kind: 'unknown-type'; value: string; excluded: boolean }
  /** No public story has the topic, person, place, agency, storyline or type. */
  | { kind: 'no-such'; operator: CollectionKind | 'type'; value: string }
  /** No day is after the one date and before the other. */
  | { kind: 'no-day' }
  /** The query was longer; only its first `most` characters were read. */
  | { kind: 'too-long'; most: number }
  /** The query had more words, filters or both; only the first `most` were used. */
  | { kind: 'too-many-words' | 'too-many-filters'; most: number }
  /** There are more hits; totals and facets count the newest ones only. */
  | { kind: 'counted-newest'; most: number };

/** A query as it was understood. `printQuery` makes a query of it again. */
export interface SearchQuery {
  words: SearchTerm[];
  filters: SearchFilter[];
  notes: SearchNote[];
}

/** Longest query that is read; UTF-16 code units. */
export const longestQuery = 500;
/** Words, phrases and alternatives together. */
const mostWords = 24;
const mostFilters = 24;
/** Names of filters that do not exist, of which there is a note. */
const mostUnknown = 4;

const openers = '"“”„‟«»＂「『《〈';
const closers: Readonly<Record<string, string>> = {
  '"': '"＂“”',
  '＂': '"＂',
  '“': '”"“',
  '”': '”"',
  '„': '“”‟"',
  '‟': '”"',
  '«': '»',
  '»': '«»',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
};
const minus = /^[-−–—－]$/u;
const colon = /^[:：﹕︓]$/u;
const space = /^[\s\p{Cc}\p{Cs}\p{Z}\u200B\uFFFD]$/u;
const hasWord = /[\p{L}\p{N}]/u;
/** In scripts without spaces, and in words such as “EU:n”, a colon is part of the text. */
const filterName = /^\p{Script=Latin}[\p{Script=Latin}_-]{2,19}$/u;
const startOfValue = /^[\p{L}\p{N}'‘’−–—－-]/u;
/** Schemes of addresses without `//`, and the host whose port is written most. */
const partsOfAddresses = new Set(['doi', 'localhost', 'mailto', 'tel', 'urn']);

/**
 * Reads a query. Any text is a query; what of it cannot be used is left out with a note. A query that is read is bounded,
 * so the time is too.
 */
export function parseQuery(typed: string): SearchQuery {
  return new QueryReader(typed).read();
}

class QueryReader {
  readonly #text: string;
  #at = 0;
  readonly #words: SearchTerm[] = [];
  readonly #filters: SearchFilter[] = [];
  readonly #notes: SearchNote[] = [];
  #wordCount = 0;
  #cut = { words: false, filters: false };
  /** Set after `OR`: the next word is an alternative of the one before. */
  #or = false;
  /** The term before, if `OR` can follow it. */
  #before: SearchTerm | undefined;

  constructor(typed: string) {
    // Half of a surrogate pair at the cut, or anywhere, is no character.
    this.#text = typed.slice(0, longestQuery).toWellFormed().normalize('NFC');
    if (typed.length > longestQuery) this.#notes.push({ kind: 'too-long', most: longestQuery });
  }

  read(): SearchQuery {
    while (this.#skipSpace()) this.#item();
    if (this.#cut.words) this.#notes.push({ kind: 'too-many-words', most: mostWords });
    if (this.#cut.filters) this.#notes.push({ kind: 'too-many-filters', most: mostFilters });
    this.#endOr();
    if (![...this.#words, ...this.#filters].some(({ excluded }) => !excluded)) this.#noteNothing();
    return { words: this.#words, filters: this.#filters, notes: this.#notes };
  }

  #noteNothing(): void {
    const isEmpty = this.#words.length + this.#filters.length === 0;
    const isLeftOut = this.#notes.some(
      (note) =>
        note.kind === 'no-value' || note.kind === 'unknown-date' || (note.kind === 'unknown-type' && note.excluded),
    );
    if (!isEmpty) this.#note({ kind: 'only-excluded' });
    else if (isLeftOut) this.#note({ kind: 'nothing-left' });
    // A type that does not exist finds nothing, as its note says.
    else if (!this.#notes.some(({ kind }) => kind === 'unknown-type')) this.#note({ kind: 'nothing' });
  }

  /** Adds a note, unless it is there already. */
  #note(note: SearchNote): void {
    if (!this.#notes.some((known) => isDeepStrictEqual(known, note))) this.#notes.push(note);
  }

  #skipSpace(): boolean {
    while (this.#at < this.#text.length && space.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#at < this.#text.length;
  }

  #item(excluded = false): void {
    while (minus.test(this.#text.charAt(this.#at))) {
      excluded = true;
      this.#at += 1;
    }
    const next = this.#text.charAt(this.#at);
    if (next === '' || space.test(next)) return;
    if (openers.includes(next)) this.#addWords('phrase', this.#quoted(), excluded);
    else this.#bare(excluded);
  }

  /** A word, an operator, or a filter. */
  #bare(excluded: boolean): void {
    const start = this.#at;
    while (this.#at < this.#text.length) {
      const next = this.#text.charAt(this.#at);
      // A quote between two letters, as in Hebrew acronyms, is part of the word.
      if (space.test(next) || (openers.includes(next) && !isInsideWord(this.#text, this.#at))) break;
      if (colon.test(next)) {
        const name = this.#text.slice(start, this.#at);
        const kind = filterKindOf(name);
        if (kind) {
          this.#at += 1;
          this.#filter(kind, name, excluded);
          return;
        }
        if (this.#isUnknownFilter(name)) {
          this.#at += 1;
          if (this.#notes.filter((note) => note.kind === 'unknown-filter').length < mostUnknown)
            this.#note({ kind: 'unknown-filter', name: name.toLowerCase() });
          this.#item(excluded);
          return;
        }
      }
      this.#at += 1;
    }
    this.#wordOrOperator(this.#text.slice(start, this.#at), excluded);
  }

  /** Whether a name before the colon at the position was meant as a filter. */
  #isUnknownFilter(name: string): boolean {
    const value = this.#text.slice(this.#at + 1, this.#at + 3);
    if (!filterName.test(name) || partsOfAddresses.has(name.toLowerCase())) return false;
    // In Finnish and Swedish, endings follow the capitals of a name: “NATO:n”.
    if (name === name.toUpperCase() && /^\p{Ll}/u.test(value)) return false;
    return startOfValue.test(value) || (value !== '' && openers.includes(value.charAt(0)));
  }

  #wordOrOperator(word: string, excluded: boolean): void {
    if (word === 'AND') this.#note({ kind: 'needless-and' });
    else if (word === 'OR' && !excluded) {
      if (this.#before) this.#or = true;
      else this.#note({ kind: 'unused-or' });
    } else {
      if (!excluded && this.#isMeantAsOperator(word)) this.#note({ kind: 'operator-as-word', word });
      this.#addWords('word', word, excluded);
    }
  }

  /** Whether a word that is no operator is where one would be: between two things, or before one for `NOT`. */
  #isMeantAsOperator(word: string): word is 'and' | 'or' | 'NOT' {
    const isFirst = this.#words.length + this.#filters.length === 0;
    const isLast = !hasWord.test(this.#text.slice(this.#at));
    return !isLast && (word === 'NOT' || ((word === 'and' || word === 'or') && !isFirst));
  }

  #endOr(): void {
    if (this.#or) this.#note({ kind: 'unused-or' });
    this.#or = false;
  }

  /** A quoted text; the position is at its first quotation mark, and then after its last. */
  #quoted(): string {
    const closing = closers[this.#text.charAt(this.#at)] ?? '"';
    const start = this.#at + 1;
    let end = start;
    while (end < this.#text.length && !(closing.includes(this.#text.charAt(end)) && !isInsideWord(this.#text, end)))
      end += 1;
    if (end >= this.#text.length) this.#note({ kind: 'unbalanced-quote' });
    this.#at = end + 1;
    return this.#text.slice(start, end);
  }

  #filter(kind: FilterKind, name: string, excluded: boolean): void {
    let value: string;
    if (openers.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) value = this.#quoted();
    else {
      const start = this.#at;
      while (this.#at < this.#text.length && !space.test(this.#text.charAt(this.#at))) this.#at += 1;
      value = this.#text.slice(start, this.#at);
    }
    this.#endOr();
    this.#before = undefined;
    value = value.replace(/\s+/g, ' ').trim();
    if (!hasWord.test(value)) {
      this.#note({ kind: 'no-value', name: name.normalize('NFKC').toLowerCase() });
      return;
    }
    const filter = this.#filterOf(kind, value, excluded);
    if (!filter || this.#filters.some((known) => isSameFilter(known, filter) && known.excluded === excluded)) return;
    if (this.#filters.length < mostFilters) this.#filters.push(filter);
    else this.#cut.filters = true;
  }

  #filterOf(kind: FilterKind, value: string, excluded: boolean): SearchFilter | undefined {
    switch (kind) {
      case 'topic':
      case 'person':
      case 'place':
      case 'agency':
      case 'storyline': {
        // A file may have letters in its name that no name of a place gives.
        const isFile = kind !== 'place' && kind !== 'agency' && isSlug(value.toLowerCase());
        const slug = isFile ? value.toLowerCase() : slugify(value);
        return { kind, slug, excluded };
      }
      case 'type': {
        const slug = slugify(value);
        const type = articleTypes.find((each) => each === slug);
        if (type) return { kind, type, excluded };
        this.#note({ kind: 'unknown-type', value, excluded });
        return undefined;
      }
      case 'before':
      case 'after': {
        const day = firstDay(value);
        if (day !== undefined) return { kind, date: value.normalize('NFKC'), day, excluded };
        this.#note({ kind: 'unknown-date', operator: kind, value });
        return undefined;
      }
    }
  }

  #addWords(kind: SearchWords['kind'], text: string, excluded: boolean): void {
    const before = this.#before;
    const joins = this.#or && before && !excluded && hasWord.test(text);
    if (joins) this.#or = false;
    else this.#endOr();
    if (!hasWord.test(text)) return;
    if (this.#wordCount >= mostWords) {
      this.#cut.words = true;
      return;
    }
    this.#wordCount += 1;
    const words: SearchWords = { kind, text: text.replace(/\s+/g, ' ').trim() };
    if (joins) before.any.push(words);
    else {
      const term: SearchTerm = { any: [words], excluded };
      this.#words.push(term);
      this.#before = excluded ? undefined : term;
    }
  }
}

function isInsideWord(text: string, at: number): boolean {
  return text[at] === '"' && /^[\u05D0-\u05EA]"[\u05D0-\u05EA]$/.test(text.slice(at - 1, at + 2));
}

function filterKindOf(name: string): FilterKind | undefined {
  const lower = name.normalize('NFKC').toLowerCase();
  return (
    filterKinds.find((kind) => kind === lower) ?? (Object.hasOwn(otherNames, lower) ? otherNames[lower] : undefined)
  );
}

/** The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; also with `/` or `.`, and with full-width digits. */
function firstDay(written: string): string | undefined {
  const found = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(written.normalize('NFKC'));
  if (!found) return undefined;
  const [, year = '', month = '1', day = '1'] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

/** Whether two filters are about the same thing, wanted or not. */
export function isSameFilter(a: SearchFilter, b: SearchFilter): boolean {
  return a.kind === b.kind && filterValue(a) === filterValue(b);
}

/** The value of a filter, as a query has it. */
export function filterValue(filter: SearchFilter): string {
  switch (filter.kind) {
    case 'topic':
    case 'person':
    case 'place':
    case 'agency':
    case 'storyline':
      return filter.slug;
    case 'type':
      return filter.type;
    case 'before':
    case 'after':
      return filter.date;
  }
}

/** Writes what was understood as a query that is understood in the same way. */
export function printQuery({ words, filters }: Pick<SearchQuery, 'words' | 'filters'>): string {
  const sign = (excluded: boolean): string => (excluded ? '-' : '');
  return [
    ...words.map(({ any, excluded }) => sign(excluded) + any.map(printWords).join(' OR ')),
    ...filters.map((filter) => `${sign(filter.excluded)}${filter.kind}:${filterValue(filter)}`),
  ].join(' ');
}

function printWords({ kind, text }: SearchWords): string {
  return kind === 'phrase' ? `"${text.replace(/["“”]/g, ' ').replace(/\s+/g, ' ').trim()}"` : text;
}
