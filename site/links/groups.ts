import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { FullStory, Story, StoryTopic } from '../../newsroom/edition/public.ts';
import { dayGap } from '../../newsroom/edition/related.ts';
import { explainingTypes } from '../../newsroom/model/article.ts';
import { compareText } from '../../newsroom/model/problem.ts';
import { compareIn } from '../../newsroom/model/text.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import { collectionPath } from '../addresses/routes.ts';
import {
  relatedGroups,
  relatedLink,
  storyLink,
  topicLink,
  type LinkGroup,
  type RelatedLink,
} from '../related/links.ts';
import { dayGapInWords } from '../related/reasons.ts';
import { dayInWords } from '../words/dates.ts';
import { counted, fill } from '../words/fill.ts';
import { workOf } from '../words/labels.ts';
import { siteWords, storyWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';

/** A group of a page of links. */
export interface TitledGroup extends LinkGroup {
  /** The `id` of the group on its page, where another page leads to it. */
  id?: string;
  /** The reason for its links that its title says already. */
  says?: string;
}

/** The group of storylines on a topic's page of links, to which the topic's page leads. */
export const storylinesId = 'storylines';
/** The most storylines, and the most topics below it, that a topic's page of links has. */
const mostListed = { storylines: 50, below: 50 };

/** The groups of a topic's related-link page: links elsewhere, articles, other topics; each link says why it is there. */
export function topicLinkGroups(edition: Edition, topic: Topic): TitledGroup[] {
  const words = siteWords(edition.site);
  const { links: titles, reasons } = words;
  const stories = edition.newest('topic', topic.slug, 60);
  const explaining = stories.filter(({ type }) => explainingTypes.has(type)).slice(0, 8);
  const reporting = stories.filter((story) => !explaining.includes(story)).slice(0, 8);
  return nonEmpty([
    { title: titles.reading, links: curated(topic) },
    {
      title: titles.understand,
      // What kind of work each is, is above its headline.
      links: explaining.map((story) => storyLink(words, story, [dayWords(words, story)])),
    },
    {
      title: titles.latestReports,
      links: reporting.map((story) =>
        storyLink(words, story, [
          story.topics.includes(topic.slug) ? workOf(words, story.type) : inTopicBelow(edition, words, story, topic),
          dayWords(words, story),
        ]),
      ),
    },
    {
      title: titles.storylines,
      id: storylinesId,
      links: edition.storylinesOfTopic(topic.slug, mostListed.storylines).map(({ slug, title }) => ({
        href: collectionPath('storyline', slug),
        title,
        reasons: [edition.storyline(slug)?.status === 'closed' ? reasons.closedStoryline : reasons.runningStoryline],
        external: false,
      })),
    },
    { title: titles.otherTopics, links: otherTopics(edition, words, topic, stories) },
  ]);
}

/** The groups of an article's related-link page. */
export function articleLinkGroups(edition: Edition, story: FullStory): TitledGroup[] {
  const words = storyWords(edition.site, story);
  return groupsWith(edition, words, story, relatedGroups(words, edition.related(story)));
}

/** The groups, with those that the words of the story find. */
function groupsWith(edition: Edition, words: Words, story: FullStory, found: readonly LinkGroup[]): TitledGroup[] {
  const { links: titles, reasons } = words;
  const used = new Set<string>([story.address, ...story.parts.translations.map(({ address }) => address)]);
  const fresh = (links: RelatedLink[]): RelatedLink[] =>
    links.filter(({ href }) => !used.has(href) && used.add(href) !== undefined);
  const line = story.storyline === undefined ? undefined : edition.storyline(story.storyline);
  const inLine = line
    ? [
        ...edition.around('storyline', line.slug, story, 'before', 10).toReversed(),
        // One: more would change the pages of many stories with each new one.
        ...edition.around('storyline', line.slug, story, 'after', 1),
      ]
    : [];
  const { place, byline, topics } = story.parts;
  const author = byline.find(({ slug }) => slug !== undefined);
  const fromPlace = fill(reasons.alsoFrom, { place: place?.name ?? '' });
  const byAuthor = fill(reasons.alsoBy, { author: author?.name ?? '' });
  return nonEmpty([
    {
      title: reasons.picked,
      says: reasons.picked,
      links: fresh(story.parts.picked.map((item) => relatedLink(words, item))),
    },
    {
      title: line?.title ?? '',
      says: reasons.sameStoryline,
      links: fresh(inLine.map((other) => nearLink(words, story, other, reasons.sameStoryline))),
    },
    ...found.map(({ title, links }) => ({ title, links: fresh(links) })),
    {
      title: place ? fill(titles.from, { place: place.name }) : '',
      says: fromPlace,
      links: place ? fresh(older(edition, words, 'place', place.slug, story, fromPlace)) : [],
    },
    {
      title: author ? fill(titles.by, { author: author.name }) : '',
      says: byAuthor,
      links: author?.slug ? fresh(older(edition, words, 'person', author.slug, story, byAuthor)) : [],
    },
    {
      title: titles.topics,
      links: topics.map((topic) => topicLinkOf(edition, words, topic)),
    },
    {
      title: titles.reading,
      links: fresh(topics.flatMap(({ slug }) => curated(edition.topic(slug)).slice(0, 4))),
    },
  ]);
}

/** The link to the page of links of a story's topic. */
export function topicLinkOf(edition: Edition, words: Words, { slug, title, elsewhere }: StoryTopic): RelatedLink {
  const learn = (elsewhere ?? edition.topic(slug))?.learn;
  const topic = { slug, title, ...(learn !== undefined && { learn }), ...(elsewhere && { elsewhere }) };
  const owned = siteWords(elsewhere ? { ...edition.site, language: elsewhere.language } : edition.site);
  return topicLink(words, owned, topic, fill(words.reasons.linksOn, { topic: title }));
}

/**
 * Whether an article has a related-link page. With a public topic it always has; without one its groups are worked out.
 * Those that its words find cost the most by far, and a sitemap asks for a month of articles, so they come last.
 */
export function hasLinkPage(edition: Edition, story: Story): boolean {
  if (story.topics.some((slug) => edition.collectionTitle('topic', slug) !== undefined)) return true;
  const found = edition.lookup(story.address);
  if (found.state !== 'public') return false;
  return (
    groupsWith(edition, siteWords(edition.site), found.story, []).length > 0 ||
    edition.nearStories(found.story).length > 0
  );
}

function curated(topic: Topic | undefined): RelatedLink[] {
  return (topic?.links ?? []).map(({ url, title, source, note }) => ({
    href: url,
    title,
    reasons: [note, source].filter((reason) => reason !== undefined),
    external: !url.startsWith('/'),
  }));
}

function older(
  edition: Edition,
  words: Words,
  kind: 'place' | 'person',
  slug: string,
  story: Story,
  why: string,
): RelatedLink[] {
  return edition.around(kind, slug, story, 'before', 5).map((other) => nearLink(words, story, other, why));
}

/** A link from one story to another, with how far apart they are. */
function nearLink(words: Words, story: Story, other: Story, why: string): RelatedLink {
  return storyLink(words, other, [why, dayGapInWords(words, dayGap(story, other))]);
}

function inTopicBelow(edition: Edition, words: Words, story: Story, topic: Topic): string {
  const below = story.topics.find((slug) => edition.topicsAbove(slug).some((above) => above.slug === topic.slug));
  const title = below === undefined ? undefined : edition.topic(below)?.title;
  const type = workOf(words, story.type);
  return title === undefined ? type : fill(words.reasons.inTopic, { type, topic: title });
}

function otherTopics(edition: Edition, words: Words, topic: Topic, stories: Story[]): RelatedLink[] {
  const { reasons } = words;
  const found = new Map<string, RelatedLink>();
  const add = (other: Pick<Collection, 'slug' | 'title'>, reason: string): void => {
    if (other.slug !== topic.slug && !found.has(other.slug)) {
      found.set(other.slug, {
        href: collectionPath('topic', other.slug),
        title: other.title,
        reasons: [reason],
        external: false,
      });
    }
  };
  for (const above of edition.topicsAbove(topic.slug)) add(above, fill(reasons.includes, { topic: topic.title }));
  for (const below of edition.topicsUnder(topic.slug).slice(0, mostListed.below))
    add(below, fill(reasons.partOf, { topic: topic.title }));
  const shared = new Map<string, number>();
  for (const story of stories) for (const slug of story.topics) shared.set(slug, (shared.get(slug) ?? 0) + 1);
  const compare = compareIn(edition.site.language);
  const most = [...shared]
    .flatMap(([slug, count]) => {
      const title = edition.collectionTitle('topic', slug);
      return title === undefined ? [] : [{ slug, title, count }];
    })
    .toSorted((a, b) => b.count - a.count || compare(a.title, b.title) || compareText(a.slug, b.slug));
  for (const { count, ...other } of most.slice(0, 8)) add(other, counted(words, reasons.sharesArticles, count));
  return [...found.values()];
}

/** `10 January 2026`, from the day as it was written. */
function dayWords({ lang }: Words, { published }: Story): string {
  return dayInWords(published.slice(0, 10), lang);
}

function nonEmpty(groups: TitledGroup[]): TitledGroup[] {
  return groups.filter(({ links }) => links.length > 0);
}
