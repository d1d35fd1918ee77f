import { compareText } from '../model/problem.ts';
import { seriesKey } from '../model/series.ts';
import { isSlug, slugify } from '../model/slug.ts';
import { upperFirst } from '../model/text.ts';
import { publishedDate } from '../model/publication.ts';
import { Clusters, type Common } from '../related/clusters.ts';
import { commonWords } from '../related/common-words.ts';
import { termsOfArticle } from '../related/related-row.ts';
import { bytesOf, numberOf, textOf } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { visibleAt } from '../store/visible.ts';
import { collectionOf, entityOf } from './collections.ts';
import type { EditionContext } from './context.ts';
import { storylineOf } from './entities.ts';
import { commonCredits, withoutCredits } from './credits.ts';
import { blocksIn, storedIn } from './stories.ts';

/** A running story that the articles tell and that no file names, or a storyline that articles are missing from. */
export interface SuggestedStoryline {
  slug: string;
  title: string;
  /** Whether there is a file of this storyline. If so, `articles` are those that do not name it yet. */
  exists: boolean;
  /** Slugs of the public topics that more than half of the articles have, or that the storyline has that exists. */
  topics: string[];
  /** The oldest first. */
  articles: SuggestedArticle[];
  /** What the articles share: names first. */
  words: string[];
  /** How much alike two articles are in the mean, from 0. */
  score: number;
}

interface SuggestedArticle {
  /** Its address. */
  path: string;
  /** Its file in the content folder. */
  file: string;
  headline: string;
  /** As the file has it; the day alone where no time is known. */
  published: string;
}

/** A storyline has at least so many texts, on so many days. */
const fewestTexts = 3;
const fewestDays = 2;
/** Names and other words of which a title is made. */
const namesOfTitle = 2;
const wordsOfTitle = 2;

/** An article of a group. */
interface Member extends SuggestedArticle {
  key: number;
  stored: StoredArticle;
}

/**
 * Running stories that no storyline names, those with the newest articles first. Only articles that are public have any
 * influence. `progress` gets how many articles are compared, of how many.
 */
export function suggestedStorylines(
  context: EditionContext,
  progress: (done: number, all: number) => void = () => {},
): SuggestedStoryline[] {
  const { store, now } = context;
  const articles = store
    .all(
      `SELECT article, address, key_terms.published, length, topics, storyline, terms
       FROM key_terms JOIN article ON article.key = key_terms.article WHERE ${visibleAt(':now', 'article.')}
       ORDER BY key_terms.published, address`,
      { now },
    )
    .map((row) => ({
      key: numberOf(row, 'article'),
      published: numberOf(row, 'published'),
      length: numberOf(row, 'length'),
      topics: textOf(row, 'topics').split(' ').filter(Boolean),
      storyline: textOf(row, 'storyline') || undefined,
      terms: bytesOf(row, 'terms'),
    }));
  const clusters = new Clusters(articles);
  const found = new Map<string, SuggestedStoryline>();
  const groups = clusters.all(undefined, (done) => progress(done, articles.length));
  for (const { members, score } of groups) {
    if (members.every((position) => articles[position]?.storyline !== undefined)) continue;
    const common = clusters.common(members);
    const all = members.map((position) => memberOf(context, articles[position]?.key ?? 0));
    if (!isStoryline(all, common) || areOneSeries(all)) continue;
    const suggested = suggestion(context, all, common, found);
    const known = found.get(suggested.slug);
    if (known) known.articles = [...known.articles, ...suggested.articles].toSorted(compareArticles);
    else found.set(suggested.slug, { ...suggested, score });
  }
  const newest = ({ articles: all }: SuggestedStoryline): number => Date.parse(all.at(-1)?.published ?? '');
  return [...found.values()].toSorted((a, b) => newest(b) - newest(a) || compareText(a.slug, b.slug));
}

/** Whether a group is long enough, and more than copies and translations of one article. */
function isStoryline(members: readonly Member[], { texts }: Common): boolean {
  const addresses = new Set(members.map(({ path }) => path));
  const translations = members.filter(({ stored }) => addresses.has(stored.translationOf ?? '')).length;
  const days = new Set(members.map(({ path }) => path.slice(0, '/YYYY/MM/DD'.length)));
  return Math.min(texts, members.length - translations) >= fewestTexts && days.size >= fewestDays;
}

/** Whether a group is parts of one series, in one language or several: its pages are linked already. */
function areOneSeries(members: readonly Member[]): boolean {
  const originals = members.filter(({ stored }) => stored.translationOf === undefined);
  const [first] = originals.map(({ stored }) => seriesKey(stored));
  return first !== undefined && originals.every(({ stored }) => seriesKey(stored) === first);
}

function suggestion(
  context: EditionContext,
  members: readonly Member[],
  common: Common,
  found: ReadonlyMap<string, SuggestedStoryline>,
): Omit<SuggestedStoryline, 'score'> {
  const named = members.find(({ stored }) => stored.storyline !== undefined)?.stored.storyline;
  const line = named === undefined ? undefined : storylineOf(context, named);
  const { words, title } = wordsOf(context, members, common);
  const articles = members
    .filter(({ stored }) => stored.storyline === undefined)
    .map(({ path, file, headline, stored }) => ({ path, file, headline, published: publishedDate(stored) }));
  return {
    slug: named ?? freeSlug(context, title, found),
    title: line?.title ?? title,
    exists: line !== undefined,
    topics: (line?.topics ?? topicsOf(members)).filter((topic) => collectionOf(context, 'topic', topic)),
    articles,
    words,
  };
}

/** The topics that more than half of the articles have, the most common first. */
function topicsOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>();
  for (const { stored } of members)
    for (const topic of new Set(stored.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 > members.length)
    .toSorted((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
    .map(([topic]) => topic);
}

/** What the articles share, and a title that is made of it: names, then what happens to them. */
function wordsOf(
  context: EditionContext,
  members: readonly Member[],
  { shared }: Common,
): { words: string[]; title: string } {
  const texts = members.map(({ key, stored }) => {
    const row = context.store.get('SELECT body FROM body WHERE article = ?', key);
    return termsOfArticle(stored, blocksIn(row, stored));
  });
  const { names, words } = commonWords(texts, withoutCredits(shared, commonCredits(context)));
  const title = [names.slice(0, namesOfTitle).join(', '), words.slice(0, wordsOfTitle).join(', ')];
  return {
    words: [...names, ...words],
    title: upperFirst(title.filter(Boolean).join(': ')) || (members[0]?.headline ?? ''),
  };
}

/** The slug of a title. A file of this name, or another suggestion, must not be overwritten. */
function freeSlug(context: EditionContext, title: string, found: ReadonlyMap<string, SuggestedStoryline>): string {
  const made = slugify(title);
  const base = isSlug(made) ? made : 'storyline';
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!found.has(slug) && !entityOf(context, 'storyline', slug)) return slug;
  }
}

function memberOf({ store }: EditionContext, key: number): Member {
  const row = store.get('SELECT address, file, detail FROM article WHERE key = ?', key);
  const stored = storedIn(row);
  const { headline, published } = stored;
  return { key, stored, path: textOf(row, 'address'), file: textOf(row, 'file'), headline, published };
}

function compareArticles(a: SuggestedArticle, b: SuggestedArticle): number {
  return Date.parse(a.published) - Date.parse(b.published) || compareText(a.path, b.path);
}
