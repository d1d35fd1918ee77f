import type { RelatedWeights } from '../model/related-weights.ts';
import { explainingTypes } from '../model/article.ts';
import { compareText } from '../model/problem.ts';
import { nearArticles, rankedArticles, sharedTermsWith, type Archive, type NearArticle } from '../related/rank.ts';
import { upperBits, type CompareBounds } from '../related/neighbourhood.ts';
import { pictureCredits, termsOfArticle } from '../related/related-row.ts';
import { nearness } from '../related/score.ts';
import { relatedWeights, sameText } from '../related/weights.ts';
import { precedence } from '../store/schema.ts';
import { numberOf } from '../store/store.ts';
import { hiddenArticles } from '../store/visible.ts';
import { carriedIn } from './carried.ts';
import type { EditionContext } from './context.ts';
import { commonCredits, creditsOf } from './credits.ts';
import { sectionOf, storylineOf, topicsAbove } from './entities.ts';
import type { FullStory, Story } from './public.ts';
import { dayGap, mostRelated, relatedStory, type NearStory, type RelatedList, type RelatedReason } from './related.ts';
import { reasonOf, sharedTitles, type AskedStory } from './related-reasons.ts';
import { settingsOf } from './settings.ts';
import { around, blocksIn, storedByKey, storedIn, storyAt, storyFrom } from './stories.ts';

/** At most so many of the nearest articles are read. If too few of them explain, the explaining ones of the others are read too. */
const mostRead = 20;
/** Explaining stories that a list has if there are any. */
const wantedBackground = 2;
/** Older stories of the same storyline, and the next one: more newer ones would change the pages of all of them. */
const mostOfStoryline = 3;
/** Versions in other languages that may be between the stories of a storyline. */
const mostVersions = 12;
/** Newer stories that a list has at most. */
const mostNewer = 3;
/** Where the words find fewer stories than this, older ones of the same topics are added. */
const fewStories = 3;
/** Stories that report the same are at most so many days apart; in a storyline they may be further apart. */
const sameStoryDays = 10;
const sameStorylineDays = 30;
/** Two texts with fewer words are not compared as copies. */
const comparedLength = 20;

/** A story that may be related. */
interface Candidate {
  story: Story;
  score: number;
  reason: RelatedReason;
  /** Whether words say clearly that it reports the same events. */
  isSame?: boolean;
  /** What words say of it, if they found it. */
  near?: NearArticle;
  /** Whether the list must have it. */
  isWanted?: boolean;
}

/**
 * Stories that nobody picked, the nearest first, at most ten with those that were picked; without the story itself, its
 * copies and translations, and what was picked.
 */
export function nearStories(context: EditionContext, story: FullStory): NearStory[] {
  const most = mostRelated - story.parts.picked.length;
  if (most <= 0) return [];
  context.dependencies.add(`article ${story.address}`);
  const row = context.store.get(
    `SELECT key, detail, body FROM article JOIN body ON article = key WHERE address = ? ${precedence} LIMIT 1`,
    story.address,
  );
  if (!row) return [];
  const weights = { ...relatedWeights, ...settingsOf(context).related };
  const stored = storedIn(row);
  const text = termsOfArticle(stored, blocksIn(row, stored));
  const credits = [...commonCredits(context), ...creditsOf(context, stored, pictureCredits(story.parts.body))];
  const weighed = new Set(text.uses.keys());
  const asked = { context, story, stored, text, credits, weighed, sharedTerms: sharedTermsWith(context.store, text) };
  return choose(story, candidatesOf(asked, numberOf(row, 'key'), weights, most), most, weights);
}

/** `article`: the key of the story. `most`: how many the list may have. */
function candidatesOf(asked: AskedStory, article: number, weights: RelatedWeights, most: number): Candidate[] {
  const { context, story, text } = asked;
  const { topics, storyline } = story;
  const published = Date.parse(story.published);
  const picked = story.parts.picked.map((item) => (item.kind === 'story' ? item.story.address : item.href));
  const known = new Set([story.address, ...story.parts.translations.map(({ address }) => address), ...picked]);
  const line = storyline === undefined ? undefined : storylineOf(context, storyline);
  const near = nearArticles(archiveOf(context), { article, published, text, topics, storyline }, weights);
  const { found, least } = foundByWords(asked, near.articles, { known, picked, line: line?.slug, most });
  context.dependencies.add('rarity');
  const { comparisons } = near.neighbourhood;
  narrow(comparisons.at(-1), least);
  const weighed = upperBits([asked.weighed, ...comparisons.map(({ terms }) => terms)].flatMap((each) => [...each]));
  context.dependencies.addNeighbourhood({ ...near.neighbourhood, weighed });
  const add = (other: Story, score: number, reason: RelatedReason, isWanted = false): void => {
    if (known.has(other.address)) return;
    const gap = Math.abs(Date.parse(other.published) - published);
    const scaled = score * nearness(gap, weights);
    const before = found.get(other.address);
    if (!before) found.set(other.address, { story: other, score: scaled, reason, isWanted });
    else if (isWanted) found.set(other.address, { ...before, score: Math.max(before.score, scaled), reason, isWanted });
  };
  if (line)
    for (const [side, count] of [
      ['before', mostOfStoryline],
      ['after', 1],
    ] as const)
      for (const other of inStoryline(asked, line.slug, side, count))
        add(other, weights.storyline * weights.sameStory, { kind: 'same-storyline' }, true);
  const missing = fewStories - found.size;
  for (const { other, titles } of onTopics(asked, new Set([...known, ...found.keys()]), missing))
    add(other, titles.length * weights.threshold * weights.section, { kind: 'shared-topics', titles });
  leaveOneLanguage(story, found, known);
  return [...found.values()].toSorted((a, b) => b.score - a.score || compareStories(a.story, b.story));
}

/**
 * The stories that words have found and that the list can need, by their addresses. `known`: addresses that it must not
 * have. `picked`: those of them that an editor has picked. `line`: the public storyline of the story, by its slug. `least`: see
 * `narrow`.
 */
function foundByWords(
  asked: AskedStory,
  near: readonly NearArticle[],
  {
    known,
    picked,
    line,
    most,
  }: {
    known: ReadonlySet<string>;
    picked: readonly string[];
    line: string | undefined;
    most: number;
  },
): { found: Map<string, Candidate>; least: number } {
  const { context, story, text } = asked;
  const published = Date.parse(story.published);
  const leading = near.filter(({ address }) => picked.includes(address));
  const fills = fullness(story, most, line === undefined ? 0 : mostOfStoryline + 1);
  const found = new Map<string, Candidate>();
  const newer: NearArticle[] = [];
  /** The article that has filled the list. */
  let last: NearArticle | undefined;
  // A version in another language may take the place of one that is in the list; the storyline adds its stories itself.
  const mayBeWanted = ({ isVersion, storyline }: NearArticle): boolean =>
    isVersion || (line !== undefined && storyline === line);
  let [place, explaining] = [-1, 0];
  for (const each of near) {
    place += 1;
    if (place >= rankedArticles) break;
    if (place >= mostRead && (explaining >= wantedBackground || !explainingTypes.has(each.type))) continue;
    if (isCopyOfAny(each, leading)) continue;
    if (known.has(each.address) || (text.length >= comparedLength && each.likeness() >= sameText)) continue;
    const { isVersion } = each;
    const isNewer = each.published > published;
    if (isNewer && !isVersion && newer.length === mostNewer) {
      // The list has no place for it. If it took that of another one here, each new story would change many old pages.
      place -= 1;
      continue;
    }
    if (last && !mayBeWanted(each)) continue;
    const stored = storedByKey(context, each.article);
    const other = storyFrom(context, stored);
    if (place >= mostRead && !explains(story, other)) continue;
    const reason = reasonOf(asked, each, stored);
    if (!reason) continue;
    const candidate = { story: other, score: each.score, near: each, ...reason };
    found.set(each.address, candidate);
    if (isNewer && !isVersion && !isCopyOfAny(each, newer)) newer.push(each);
    if (explains(story, other)) explaining += 1;
    if (!last && fills(candidate)) last = each;
  }
  const hasMore = last && near.slice(near.indexOf(last) + 1).some(mayBeWanted);
  return { found, least: last && !hasMore ? last.score : 0 };
}

/** `least`: the score of the last article that was looked at, because nothing below it has a place in the list; 0 if all were. */
function narrow(bounds: CompareBounds | undefined, least: number): void {
  if (!bounds) return;
  bounds.older = Math.max(bounds.older, least);
  bounds.newer = Math.max(bounds.newer, least);
}

/**
 * Older stories on the topics of a story, at most `most`: those that share most of them, then those of its first topic. Its
 * sections are too wide where it has a topic below a section.
 */
function onTopics(
  { context, story }: AskedStory,
  known: ReadonlySet<string>,
  most: number,
): { other: Story; titles: string[] }[] {
  if (most <= 0) return [];
  const { topics } = story.parts;
  const below = topics.filter(({ slug }) => topicsAbove(context, slug).length > 0);
  const found = new Map<string, Story>();
  for (const { slug } of below.length > 0 ? below : topics)
    for (const other of around(context, 'topic', slug, story, 'before', mostRelated))
      if (!known.has(other.address) && !found.has(other.address)) found.set(other.address, other);
  // The order of the map is that of the topics, and stays for those that share as many of them.
  return [...found.values()]
    .map((other) => ({ other, titles: sharedTitles(story, other) }))
    .toSorted((a, b) => b.titles.length - a.titles.length)
    .slice(0, most);
}

/**
 * The stories of a storyline that are next to a story on one side, the nearest first. Of one in several languages there is
 * the version in the language of the story, else the original.
 */
function inStoryline({ context, story }: AskedStory, slug: string, side: 'before' | 'after', most: number): Story[] {
  const edition = { story: (address: string) => storyAt(context, address) };
  const ownOriginal = story.originalIn(edition)?.address ?? story.address;
  const found = new Map<string, Story>();
  for (const other of around(context, 'storyline', slug, story, side, most + mostVersions)) {
    const original = other.originalIn(edition) ?? other;
    const isAfter = Date.parse(original.published) > Date.parse(story.published);
    // A translation may be newer than the story, and its original older.
    if (original.address === ownOriginal || (side === 'after' && !isAfter)) continue;
    const known = found.get(original.address);
    if (!known && found.size === most) continue;
    const isBetter = other.lang === story.lang || (other === original && known?.lang !== story.lang);
    if (!known || isBetter) found.set(original.address, other);
  }
  return [...found.values()];
}

/** Removes all versions of a story but one: the one in the language of the story that is asked for, else the original. */
function leaveOneLanguage({ lang }: Story, found: Map<string, Candidate>, known: ReadonlySet<string>): void {
  for (const [address, { story }] of found) {
    const original = story.originalIn({
      story: (named) => (known.has(named) || found.has(named) ? named : undefined),
    });
    if (original === undefined) continue;
    const other = found.get(original)?.story;
    found.delete(other && story.lang === lang && other.lang !== lang ? original : address);
  }
}

/**
 * A function that is called with each candidate, the nearest first. It is true as soon as those that follow cannot come into
 * the list, so that their texts need not be read. `most`: how many the list may have. `fromStoryline`: how many the storyline may add.
 */
function fullness(story: FullStory, most: number, fromStoryline: number): (candidate: Candidate) => boolean {
  const newerLeft = mostNewer - Math.min(1, fromStoryline);
  const certain: Candidate[] = [];
  return (candidate) => {
    // Of a story in several languages only one version stays in the list.
    const isVersion = candidate.story.originalIn({ story: (address) => address }) !== undefined;
    if (!isVersion && hasPlaceIn(certain, candidate, story, newerLeft)) certain.push(candidate);
    if (certain.length < most) return false;
    const background = certain
      .slice(0, Math.max(0, most - fromStoryline))
      .filter((each) => explains(story, each.story));
    return background.length >= Math.min(wantedBackground, most);
  };
}

/** Whether a list may have a candidate too: it is no copy of one that it has, and not one newer story too many. */
function hasPlaceIn(list: readonly Candidate[], candidate: Candidate, story: Story, most: number): boolean {
  const isNewer = (each: Candidate): boolean => Date.parse(each.story.published) > Date.parse(story.published);
  if (isNewer(candidate) && list.filter(isNewer).length >= most) return false;
  return (
    !candidate.near ||
    !isCopyOfAny(
      candidate.near,
      list.flatMap(({ near }) => near ?? []),
    )
  );
}

/** Whether an article and any of some others are one text. */
function isCopyOfAny(article: NearArticle, others: readonly NearArticle[]): boolean {
  return article.length >= comparedLength && others.some((other) => article.likenessTo(other) >= sameText);
}

/** The newer one first. */
function compareStories(a: Story, b: Story): number {
  return Date.parse(b.published) - Date.parse(a.published) || compareText(b.address, a.address);
}

/**
 * The best of the candidates, at most `most`, each in its list: those that are wanted, a story that was printed twice once,
 * and explaining stories if there are any.
 */
function choose(
  story: FullStory,
  candidates: readonly Candidate[],
  most: number,
  weights: RelatedWeights,
): NearStory[] {
  const chosen: Candidate[] = [];
  const wanted = candidates.filter(({ isWanted }) => isWanted);
  const others = candidates.filter(({ isWanted }) => !isWanted);
  const rest: Candidate[] = [];
  for (const each of [...wanted, ...others]) {
    if (!hasPlaceIn(chosen, each, story, mostNewer)) continue;
    if (chosen.length < most) chosen.push(each);
    else rest.push(each);
  }
  const explaining = ({ story: other }: Candidate): boolean => explains(story, other);
  const missing = Math.min(wantedBackground, chosen.length - wanted.length) - chosen.filter(explaining).length;
  if (missing > 0) {
    const added = rest.filter(explaining).slice(0, missing);
    chosen.splice(most - added.length, added.length, ...added);
  }
  return candidates
    .filter((each) => chosen.includes(each))
    .map((each) => ({
      ...relatedStory(story, each.story, each.reason),
      list: listOf(story, each, weights),
      explains: explaining(each),
      published: each.story.published,
      score: each.score,
    }));
}

/**
 * Whether one story is background to another. An explainer always is. An analysis, an interview or an opinion of a later day
 * takes the story further, so it is not.
 */
function explains(story: Story, other: Story): boolean {
  return explainingTypes.has(other.type) && (other.type === 'explainer' || dayGap(story, other) <= 0);
}

function listOf(
  from: Story,
  { story, score, reason, isSame = false }: Candidate,
  weights: RelatedWeights,
): RelatedList {
  const gap = dayGap(from, story);
  const inOneLine = reason.kind === 'same-storyline' || reason.kind === 'same-series';
  if (explains(from, story) && !explainingTypes.has(from.type)) return 'background';
  if (inOneLine && Math.abs(gap) <= sameStorylineDays) return 'same-story';
  if (isSame && score >= weights.sameStory && Math.abs(gap) <= sameStoryDays) return 'same-story';
  return gap < -sameStoryDays ? 'background' : 'more';
}

/** What is searched: the articles of the store that the edition shows in lists. */
function archiveOf(context: EditionContext): Archive {
  const { store, now, cache } = context;
  const hidden = (cache.hidden ??= new Set(store.all(hiddenArticles, { now }).map((row) => numberOf(row, 'key'))));
  const isCarried = carriedIn(store);
  return {
    store,
    isListed: (article) => !hidden.has(article) && isCarried(article),
    sectionOf: (topic) => sectionOf(context, topic),
  };
}
