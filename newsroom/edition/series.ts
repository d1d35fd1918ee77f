import { seriesKey } from '../model/series.ts';
import { numberOf, type Row } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { visibleAt } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import { linkedStory, type LinkedStory } from './related.ts';
import { storedIn, storyFrom } from './stories.ts';

/** A part of a series, as the page of another part shows it. */
interface SeriesPart {
  part: number;
  story: LinkedStory;
}

/** Where a story is in its series. Only public parts are in it. */
export interface SeriesPlace {
  name: string;
  part: number;
  /** How many parts there are: only where those that are public have the numbers from 1 on, without a gap. */
  total?: number;
  /** All parts, this one among them; of a long series the first one and those near this one. */
  parts: SeriesPart[];
  previous?: LinkedStory;
  next?: LinkedStory;
}

/**
 * The most parts of which the pages of all parts show the number and the list. A new part of a longer series changes
 * `nearParts` pages and not all.
 */
const mostParts = 12;
/** How many parts before a part, and how many after it, its page lists in a longer series. */
const nearParts = 3;

/** Where a public article is in its series; `undefined` for one that is in none. `key` is that of its row. */
export function seriesOf(context: EditionContext, key: number, stored: StoredArticle): SeriesPlace | undefined {
  const series = seriesKey(stored);
  if (!stored.series || series === undefined) return undefined;
  const { name, part } = stored.series;
  const { now, dependencies } = context;
  dependencies.add(`series ${series}`);
  const { published, address } = stored;
  const read = (condition: string, order: 'ASC' | 'DESC', size: number, values = {}): Row[] =>
    context.store.all(
      `SELECT part, key, detail FROM series_part JOIN article ON key = article
       WHERE series = :series AND ${visibleAt(':now', 'article.')} ${condition}
       ORDER BY part ${order}, published ${order}, address ${order} LIMIT :size`,
      { series, now, size, ...values },
    );
  /** The parts on one side of this one. Parts with one number are in the order of publication. */
  const beside = (side: '<' | '>', size: number): Row[] =>
    read(
      `AND part ${side}= :part AND (part, published, address) ${side} (:part, :published, :address)`,
      side === '<' ? 'DESC' : 'ASC',
      size,
      { part, published: Date.parse(published), address },
    );
  const first = read('', 'ASC', mostParts + 1);
  const isLong = first.length > mostParts;
  const own = { part, key, detail: JSON.stringify(stored) };
  const rows = isLong ? [...beside('<', nearParts).toReversed(), own, ...beside('>', nearParts)] : first;
  const index = rows.findIndex((row) => numberOf(row, 'key') === key);
  // A preview may show an article that no list has.
  if (index < 0) return { name, part, parts: [] };
  const linked = (row: Row): LinkedStory => linkedStory(storyFrom(context, storedIn(row)));
  const [previous, next] = [rows[index - 1], rows[index + 1]];
  const [start] = first;
  const listed = isLong && start && rows.every((row) => row['key'] !== start['key']) ? [start, ...rows] : rows;
  const isWhole = !isLong && rows.every((row, position) => numberOf(row, 'part') === position + 1);
  return {
    name,
    part,
    ...(isWhole && rows.length > 1 && { total: rows.length }),
    parts: listed.map((row) => ({ part: numberOf(row, 'part'), story: linked(row) })),
    ...(previous && { previous: linked(previous) }),
    ...(next && { next: linked(next) }),
  };
}
