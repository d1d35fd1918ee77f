import { comparedFrom } from '../related/compared.ts';
import { mayChange, mayWeigh, type Neighbour, type Neighbourhood } from '../related/neighbourhood.ts';
import { articlesWith, rarityIn, type Rarity } from '../related/term-counts.ts';
import { formerArticles, type FormerArticle } from '../store/change-log.ts';
import { numberOf, type Row, type Store } from '../store/store.ts';
import { hasBit } from '../store/title-lists.ts';
import { gatedBetween, isVisible } from '../store/visible.ts';
import type { ReadAt } from './recent-changes.ts';

/** Articles that are compared one by one with the lists that they may change. If one compile changes more, all lists may change. */
const mostAtOnce = 500;
/** Articles that are remembered. */
const mostRemembered = 1_000;

/** What the log has of a step. */
export interface LoggedWords {
  /** Whether versions in other languages are among the articles. */
  hasVersions: boolean;
  /** Terms that have another weight. */
  weighed: readonly number[];
}

/** What has changed from one state of the newsroom to the next one that was seen. */
interface Step extends LoggedWords {
  from: ReadAt;
  to: ReadAt;
  /** The articles, before and after; `undefined` if there are too many. */
  articles: readonly (readonly [before: Neighbour, after: Neighbour])[] | undefined;
}

/** Which articles have changed lately, with their words and their gates. It says whether a list of related stories may have changed since. */
export class RecentWords {
  #steps: Step[] = [];
  #size = 0;
  /** The end of the last step that is forgotten. */
  #forgotten: Pick<ReadAt, 'number' | 'gate'> = { number: -Infinity, gate: -Infinity };
  /** At the end of the last step. */
  #rarity: Rarity | undefined;

  /** Learns what has changed between two states of a store. `sectionOf`: the section of a topic. */
  update(store: Store, from: ReadAt, to: ReadAt, logged: LoggedWords, sectionOf: (topic: string) => string): void {
    const former = formerArticles(store, from.number, mostAtOnce);
    const before = this.#rarity;
    this.#rarity = rarityIn(store);
    const weigh = { before: logged.weighed.length === 0 ? this.#rarity : before, after: this.#rarity };
    const weighed = articlesWith(store, logged.weighed, mostAtOnce);
    const articles = former && weighed && changed(store, { former, weighed, from, to, sectionOf, weigh });
    if (articles?.length === 0 && logged.weighed.length === 0) return;
    this.#steps.push({ from, to, articles, ...logged });
    this.#size += articles?.length ?? 1;
    while (this.#size > mostRemembered) {
      const oldest = this.#steps.shift();
      if (!oldest) return;
      this.#size -= oldest.articles?.length ?? 1;
      this.#forgotten = oldest.to;
    }
  }

  forget(): void {
    this.#rarity = undefined;
    this.#steps = [];
    this.#size = 0;
  }

  /** Whether all lists are the same as in the state in which they were read. When it says so, they were as good as read at present: ask next about later changes only. */
  isUnchanged(lists: readonly Neighbourhood[], { number, gate }: ReadAt): boolean {
    if (lists.length === 0) return true;
    if (number < this.#forgotten.number || gate < this.#forgotten.gate) return false;
    for (const { from, to, articles, hasVersions, weighed } of this.#steps.toReversed()) {
      if (to.number <= number && to.gate <= gate) return true;
      // It was read in the middle of the step.
      if (from.number < number || from.gate < gate) return false;
      if (!articles || weighed.some((term) => lists.some((list) => mayWeigh(list, term)))) return false;
      for (const [before, after] of articles)
        if (lists.some((list) => mayChange(list, before, after, hasVersions))) return false;
    }
    return true;
  }
}

interface ChangedSince {
  former: readonly FormerArticle[];
  /** Keys of articles whose terms have other weights. */
  weighed: ReadonlySet<number>;
  from: ReadAt;
  to: ReadAt;
  sectionOf: (topic: string) => string;
  /** How rare words were, if that is known, and are. */
  weigh: { before: Rarity | undefined; after: Rarity };
}

/** The articles that were, or are, visible and that have changed, have had a gate, or have terms with other weights. */
function changed(
  store: Store,
  { former, weighed, from, to, sectionOf, weigh }: ChangedSince,
): [Neighbour, Neighbour][] | undefined {
  const rarity = weigh.before;
  if (!rarity) return undefined;
  const known = new Map<number, FormerArticle>(former.map((each) => [each.article, each]));
  if (to.gate > from.gate)
    for (const row of store.all(gatedBetween, { from: from.gate, to: to.gate })) {
      const article = numberOf(row, 'key');
      if (!known.has(article)) known.set(article, { article });
    }
  for (const article of weighed) if (!known.has(article)) known.set(article, { article });
  if (known.size > mostAtOnce) return undefined;
  if (known.size === 0) return [];
  const bit = store.get('SELECT bit FROM title_shown')?.['bit'];
  /** Whether the title carried an article, by its row that was. */
  const wasCarried = (gates: Row): boolean => typeof bit === 'number' && hasBit(numberOf(gates, 'titles'), bit);
  const neighbour = (
    words: Row | null | undefined,
    gates: Row | null | undefined,
    at: number,
    scale: Rarity,
  ): Neighbour => {
    if (!words || !gates || !isVisible(gates, at)) return undefined;
    const compared = comparedFrom(words, scale);
    return { ...compared, sections: [...new Set(compared.topics.map(sectionOf))] };
  };
  return [...known.values()].flatMap(({ article, gates, words }) => {
    const row = store.get(
      `SELECT article, key_terms.published, length, topics, key_terms.storyline, terms, opens, closes
       FROM key_terms JOIN article ON article.key = article WHERE article.key = ?`,
      article,
    );
    const formerGates = gates === undefined ? row : gates && wasCarried(gates) ? gates : undefined;
    const before = neighbour(words === undefined ? row : words, formerGates, from.gate, rarity);
    const after = neighbour(row, row, to.gate, weigh.after);
    return before || after ? [[before, after] satisfies [Neighbour, Neighbour]] : [];
  });
}
