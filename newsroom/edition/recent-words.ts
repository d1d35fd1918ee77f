import { comparedFrom } from '../related/compared.ts';
import { changeOf, mayWeigh, type Neighbour, type Neighbourhood, type Sameness } from '../related/neighbourhood.ts';
import { articlesWith, rarityIn, type Rarity } from '../related/term-counts.ts';
import { formerArticles, type FormerArticle } from '../store/change-log.ts';
import { numberOf, type Row, type Store } from '../store/store.ts';
import { hasBit } from '../store/title-lists.ts';
import { gatedBetween, isVisible } from '../store/visible.ts';
import type { ReadAt } from './recent-changes.ts';

/** Articles that are compared one by one with the lists that they may change. If one compile changes more, all lists may change. */
const mostAtOnce = 500;
/** The same for articles that have a term with another weight, which many articles may have. Of more, all lists drift. */
const mostWeighed = 16;
/** Articles that are remembered. */
const mostRemembered = 1_000;

/** What the log has of a step. */
export interface LoggedWords {
  /** Whether versions in other languages are among the articles. */
  hasVersions: boolean;
  /** Terms that have another weight. */
  weighed: readonly number[];
}

/** An article before and after. */
type ComparedChange = readonly [before: Neighbour, after: Neighbour];

/** What has changed from one state of the newsroom to the next one that was seen. */
interface Step extends LoggedWords {
  from: ReadAt;
  to: ReadAt;
  /** The articles that have changed; `undefined` if there are too many. */
  articles: readonly ComparedChange[] | undefined;
  /** The others that have a term with another weight; `undefined` if there are too many. */
  reweighed: readonly ComparedChange[] | undefined;
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
    const comparing: Comparing = {
      store,
      from,
      to,
      sectionOf,
      before: logged.weighed.length === 0 ? this.#rarity : before,
      after: this.#rarity,
    };
    const articles = former && changed(comparing, former);
    const withTerms = articlesWith(store, logged.weighed, mostWeighed);
    const reweighed =
      withTerms && comparedAll(comparing, new Map(Array.from(withTerms, (article) => [article, { article }])));
    if (articles?.length === 0 && logged.weighed.length === 0) return;
    const step = { from, to, articles, reweighed, ...logged };
    this.#steps.push(step);
    this.#size += sizeOf(step);
    while (this.#size > mostRemembered) {
      const oldest = this.#steps.shift();
      if (!oldest) return;
      this.#size -= sizeOf(oldest);
      this.#forgotten = oldest.to;
    }
  }

  forget(): void {
    this.#rarity = undefined;
    this.#steps = [];
    this.#size = 0;
  }

  /**
   * What has become of lists since the state in which they were read. Unless they have changed, ask next about later changes only.
   * `drifts`: whether they are known to have drifted before.
   */
  samenessOf(lists: readonly Neighbourhood[], { number, gate }: ReadAt, drifts: boolean): Sameness {
    if (lists.length === 0) return drifts ? 'drifted' : 'unchanged';
    if (number < this.#forgotten.number || gate < this.#forgotten.gate) return 'changed';
    // Without a copy: this is asked for each request.
    for (let index = this.#steps.length - 1; index >= 0; index -= 1) {
      const step = this.#steps[index];
      if (!step) break;
      const { from, to, articles, reweighed, weighed, hasVersions } = step;
      if (to.number <= number && to.gate <= gate) break;
      // It was read in the middle of the step.
      if (from.number < number || from.gate < gate || !articles) return 'changed';
      for (const list of lists) {
        for (const [one, other] of articles) {
          const sameness = changeOf(list, one, other, hasVersions);
          if (sameness === 'changed') return 'changed';
          drifts ||= sameness === 'drifted';
        }
        drifts ||=
          !reweighed ||
          weighed.some((term) => mayWeigh(list, term)) ||
          reweighed.some(([one, other]) => changeOf(list, one, other, hasVersions) !== 'unchanged');
      }
    }
    return drifts ? 'drifted' : 'unchanged';
  }
}

/** What it takes in memory, in articles. */
function sizeOf({ articles, reweighed }: Step): number {
  return 1 + (articles?.length ?? 0) + (reweighed?.length ?? 0);
}

/** The states in which articles are compared. */
interface Comparing {
  store: Store;
  from: ReadAt;
  to: ReadAt;
  sectionOf: (topic: string) => string;
  /** How rare words were, if that is known, and are. */
  before: Rarity | undefined;
  after: Rarity;
}

/** The articles that were, or are, visible and that have changed or have had a gate. */
function changed(comparing: Comparing, former: readonly FormerArticle[]): ComparedChange[] | undefined {
  const { store, from, to } = comparing;
  const known = new Map<number, FormerArticle>(former.map((each) => [each.article, each]));
  if (to.gate > from.gate)
    for (const row of store.all(gatedBetween, { from: from.gate, to: to.gate })) {
      const article = numberOf(row, 'key');
      if (!known.has(article)) known.set(article, { article });
    }
  return known.size > mostAtOnce ? undefined : comparedAll(comparing, known);
}

/** Articles before and after, those that nobody could or can see left out; `undefined` if it is not known how rare words were. */
function comparedAll(
  { store, from, to, sectionOf, before: rarity, after: rarityNow }: Comparing,
  known: ReadonlyMap<number, FormerArticle>,
): ComparedChange[] | undefined {
  if (!rarity) return undefined;
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
    const after = neighbour(row, row, to.gate, rarityNow);
    return before || after ? [[before, after] satisfies ComparedChange] : [];
  });
}
