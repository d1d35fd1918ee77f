import { indexedText, signTerm } from '../search/index-text.ts';
import { scanArticle } from '../text-analysis/scan-article.ts';
import { everyDay, expressionOf, looseOf, type Better, type Match, type Phrase } from '../search/match.ts';
import type { Pattern } from '../search/terms.ts';
import { daysLater, rowsOfDay } from '../search/write.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import { notListed, visible } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import { articleWithBlocks } from './stories.ts';

/** Days of publication since 1970, `from <= day < until`, and places; `rows`: those of the index, `low <= row < high`, if not all. */
type Span = Pick<Match, 'from' | 'until'> & Partial<Pick<Match, 'places'>> & { rows?: { low: number; high: number } };

/** A public article that the index found. */
export interface Hit {
  key: number;
  /** In the index. */
  row: number;
  /** Milliseconds. */
  published: number;
  day: number;
  type: string;
}

/**
 * Rows of public articles that match an expression; a limit counts only public articles. The number of a row grows with
 * the day; some rows are in the numbers of a later day (`daysLater`).
 */
const found = `FROM search CROSS JOIN main.article AS article INDEXED BY article_search ON search_row = search.rowid
  WHERE titles & (SELECT bit FROM title_shown) AND search MATCH :expression AND search.rowid >= :low AND search.rowid < :high
    AND day >= :from AND day < :until AND ${visible}
    AND (:wanted = '[]' OR EXISTS (${inPlaces(':wanted')})) AND (:unwanted = '[]' OR NOT EXISTS (${inPlaces(':unwanted')}))`;

/** Which place a spelling means can change without the article (places.yaml), so the index alone does not know it. */
function inPlaces(slugs: string): string {
  return `SELECT 1 FROM main.membership WHERE title = 0 AND article = key AND kind = 'place' AND slug IN (SELECT value FROM json_each(${slugs}))`;
}

const columns = 'SELECT search.rowid AS row, key, published, day, type';

function parameters(
  { store, now }: EditionContext,
  expression: string,
  { from, until, places, rows }: Span,
): Record<string, string | number> {
  return {
    expression,
    low: rows?.low ?? from * rowsOfDay,
    high: rows?.high ?? (until + daysLater(store)) * rowsOfDay,
    from,
    until,
    now,
    wanted: JSON.stringify(places?.wanted ?? []),
    unwanted: JSON.stringify(places?.unwanted ?? []),
  };
}

/** The newest public articles that match an expression, newest day first. */
export function newestHits(context: EditionContext, expression: string, span: Span, limit: number): Hit[] {
  const sql = `${columns} ${found} ORDER BY search.rowid DESC LIMIT :limit`;
  return context.store.all(sql, { ...parameters(context, expression, span), limit }).map(hitFrom);
}

/**
 * All public articles that match an expression, the oldest day first. FTS5 reads its lists in this order, and goes back
 * in that of a common word only at more than twice the cost.
 */
function allHits(context: EditionContext, expression: string, span: Span): Hit[] {
  return context.store.all(`${columns} ${found}`, parameters(context, expression, span)).map(hitFrom);
}

/**
 * FTS5 finds a phrase by comparing the places of its words in every article that has them all, and cannot be stopped before
 * the next hit. Where more public articles than this have them, the newest ones are read instead.
 */
const mostCompared = 10_000;
/** Where a word of a phrase is in no more rows of the index than this, all hits are read, which are few. */
const mostSorted = 5_000;
/** Articles that are read to find a phrase. */
const mostRead = 100;
/** Phrases whose words are counted. With more of them, articles are read. */
const mostPhrases = 4;

/** Hits that were counted. */
export interface Counted {
  /** Newest first. Of the last day that was reached all are counted or none. */
  counted: Hit[];
  /** Whether there may be more. */
  atLeast: boolean;
  /** Whether the index must not be asked for the phrases of the query, because that would take too long. */
  heavy: boolean;
}

/** The newest hits, at most `most`. */
export function countedHits(context: EditionContext, match: Match, most: number): Counted {
  const frequencies = match.phrases.length > mostPhrases ? [] : match.phrases.map((each) => frequencyOf(context, each));
  if (frequencies.length < match.phrases.length || frequencies.includes('many')) {
    const { counted, atLeast } = wholeDays(newestHits(context, match.loose, match, mostRead + 1), mostRead);
    return { counted: counted.filter((hit) => hasPhrases(context, match, hit)).slice(0, most), atLeast, heavy: true };
  }
  const hits = match.phrases.some(({ excluded }, index) => !excluded && frequencies[index] === 'few')
    ? allHits(context, match.all, match).toReversed()
    : newestHits(context, match.all, match, most + 1);
  return { ...wholeDays(hits, most), heavy: false };
}

/** Of more than `most` hits, those of whole days: the order inside a day is not that of publication. */
function wholeDays(hits: Hit[], most: number): { counted: Hit[]; atLeast: boolean } {
  const last = hits[most]?.day;
  if (last === undefined) return { counted: hits, atLeast: false };
  const whole = hits.filter(({ day }) => day > last);
  return { counted: whole.length > 0 ? whole : hits.slice(0, most), atLeast: true };
}

/** How many articles have the words of a phrase: so few that a word is rare, or so many that the index would take long to find it. */
function frequencyOf(context: EditionContext, { any }: Phrase): 'few' | 'some' | 'many' {
  const hasRareWord = ({ terms, prefix }: Pattern): boolean =>
    terms
      .slice(0, prefix ? -1 : undefined)
      .some((term) => !hasRowAfter(context, expressionOf({ terms: [term], prefix: false, sign: false }), mostSorted));
  if (any.every(hasRareWord)) return 'few';
  return isInMore(context, any.map((pattern) => looseOf(pattern)).join(' OR '), mostCompared) ? 'many' : 'some';
}

/** Whether more than `count` rows match, those of hidden articles among them. */
function hasRowAfter({ store }: EditionContext, expression: string, count: number): boolean {
  return store.get('SELECT 1 FROM search WHERE search MATCH ? LIMIT 1 OFFSET ?', expression, count) !== undefined;
}

/**
 * Whether more than `most` public articles match. Rows are counted six times faster without their gates, so gates are read
 * only where the rows of hidden articles could decide.
 */
function isInMore(context: EditionContext, expression: string, most: number): boolean {
  const { store, now } = context;
  if (!hasRowAfter(context, expression, most)) return false;
  const hidden = numberOf(store.get(`SELECT count(*) AS n FROM (${notListed})`, { now }), 'n');
  if (hasRowAfter(context, expression, most + hidden)) return true;
  const sql = `SELECT 1 ${found} LIMIT 1 OFFSET :most`;
  return store.get(sql, { ...parameters(context, expression, everyDay), most }) !== undefined;
}

/** Whether an article has the phrases that are wanted, and none of the others. */
function hasPhrases(context: EditionContext, { phrases }: Match, { key }: Hit): boolean {
  const { stored, blocks } = articleWithBlocks(context, key);
  const { text, marks } = indexedText(stored, scanArticle(stored, blocks), []);
  const [inText, inMarks] = [` ${text} `, ` ${marks} `];
  return phrases.every(
    ({ any, excluded }) =>
      any.some(({ terms, prefix, sign }) =>
        sign ? inMarks.includes(` ${signTerm(terms[0])} `) : inText.includes(` ${terms.join(' ')}${prefix ? '' : ' '}`),
      ) !== excluded,
  );
}

/** Hits that a condition for better ones may add, however old. */
const mostAdded = 500;

/** Calls `take` with each hit that is a better one. */
export function eachBetter(
  context: EditionContext,
  match: Match,
  { counted, atLeast, heavy }: Counted,
  take: (hit: Hit, weight: number) => void,
): void {
  const rows = new Set(counted.map(({ row }) => row));
  /** `within`: all hits that can meet the condition, if they are known. */
  const ask = ({ expression, weight, fast, narrower }: Better, within: readonly Hit[] | undefined): void => {
    // Where there are very many hits, those of a slow condition may be few, and far apart.
    if (((atLeast || heavy) && !fast) || within?.length === 0) return;
    const hits = within
      ? allHits(context, expression, { ...match, rows: rowsOf(within) })
      : newestHits(context, expression, match, mostAdded);
    for (const hit of hits) if (atLeast || rows.has(hit.row)) take(hit, weight);
    for (const each of narrower) ask(each, within || hits.length < mostAdded ? hits : undefined);
  };
  for (const each of match.better) ask(each, atLeast ? undefined : counted);
}

/** The rows from the first to the last of some hits. */
function rowsOf(hits: readonly Hit[]): Span['rows'] {
  const rows = hits.map(({ row }) => row);
  return { low: Math.min(...rows), high: Math.max(...rows) + 1 };
}

function hitFrom(row: Row): Hit {
  return {
    key: numberOf(row, 'key'),
    row: numberOf(row, 'row'),
    published: numberOf(row, 'published'),
    day: numberOf(row, 'day'),
    type: textOf(row, 'type'),
  };
}
