import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Story, FullStory } from '../../newsroom/edition/public.ts';
import { dayGap } from '../../newsroom/edition/related.ts';
import type { ArticleType } from '../../newsroom/model/article.ts';
import { compareText } from '../../newsroom/model/problem.ts';
import { compareIn } from '../../newsroom/model/text.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import { collectionPath, pathOf } from '../addresses/routes.ts';
import { relatedLink, storyLink, type RelatedLink } from '../related/links.ts';
import { dayGapInWords, reasonInWords } from '../related/reasons.ts';
import { linksTitle } from '../words/topics.ts';

/** Links under a common title. */
export interface LinkGroup {
  title: string;
  links: RelatedLink[];
}

/** Types of work that explain, rather than report: the first to read on a topic. */
const background: ReadonlySet<ArticleType> = new Set<ArticleType>(['explainer', 'analysis', 'interview', 'opinion']);

/** The groups of a topic's related-link page: links elsewhere, articles, other topics; each link says why it is there. */
export function topicLinkGroups(edition: Edition, topic: Topic): LinkGroup[] {
  const stories = edition.newest('topic', topic.slug, 60);
  const explaining = stories.filter(({ type }) => background.has(type)).slice(0, 8);
  const reporting = stories.filter((story) => !explaining.includes(story)).slice(0, 8);
  return nonEmpty([
    { title: 'Sources and further reading', links: curated(topic) },
    {
      title: 'To understand it',
      links: explaining.map((story) => storyLink(story, [`${words[story.type]} on ${topic.title}`, dayWords(story)])),
    },
    {
      title: 'Latest reports',
      links: reporting.map((story) =>
        storyLink(story, [
          story.topics.includes(topic.slug) ? words[story.type] : inTopicBelow(edition, story, topic),
          dayWords(story),
        ]),
      ),
    },
    { title: 'Other topics', links: otherTopics(edition, topic, stories) },
  ]);
}

/** The groups of an article's related-link page. */
export function articleLinkGroups(edition: Edition, story: FullStory): LinkGroup[] {
  const used = new Set<string>([story.address, ...story.parts.translations.map(({ address }) => address)]);
  const fresh = (links: RelatedLink[]): RelatedLink[] =>
    links.filter(({ href }) => !used.has(href) && used.add(href) !== undefined);
  const line = story.storyline === undefined ? undefined : edition.storyline(story.storyline);
  const inLine = line
    ? [
        ...edition.around('storyline', line.slug, story, 'before', 10).toReversed(),
        ...edition.around('storyline', line.slug, story, 'after', 10),
      ]
    : [];
  const { place, byline, topics } = story.parts;
  const author = byline.find(({ slug }) => slug !== undefined);
  return nonEmpty([
    { title: 'Chosen by the desk', links: fresh(story.parts.picked.map(relatedLink)) },
    {
      title: line?.title ?? '',
      links: fresh(inLine.map((other) => nearLink(story, other, reasonInWords({ kind: 'same-storyline' })))),
    },
    {
      title: 'Of the same topics',
      links: fresh(edition.nearStories(story).map(relatedLink)),
    },
    {
      title: place ? `From ${place.name}` : '',
      links: place ? fresh(older(edition, 'place', place.slug, story, `Also from ${place.name}`)) : [],
    },
    {
      title: author ? `By ${author.name}` : '',
      links: author?.slug ? fresh(older(edition, 'person', author.slug, story, `Also by ${author.name}`)) : [],
    },
    {
      title: 'Topics',
      links: topics.flatMap(({ slug, title }) => {
        const topic = edition.topic(slug);
        return topic
          ? [
              {
                href: pathOf({ page: 'topic-links', slug }),
                title: linksTitle(topic),
                reasons: [`Links on ${title}`],
                external: false,
              },
            ]
          : [];
      }),
    },
    {
      title: 'Sources and further reading',
      links: fresh(topics.flatMap(({ slug }) => curated(edition.topic(slug)).slice(0, 4))),
    },
  ]);
}

/** Whether an article has a related-link page. With a public topic it always has; without one its groups are worked out. */
export function hasLinkPage(edition: Edition, story: Story): boolean {
  if (story.topics.some((slug) => edition.collection('topic', slug) !== undefined)) return true;
  const found = edition.lookup(story.address);
  return found.state === 'public' && articleLinkGroups(edition, found.story).length > 0;
}

const words = {
  news: 'Report',
  analysis: 'Analysis',
  opinion: 'Opinion',
  explainer: 'Explainer',
  interview: 'Interview',
  live: 'Live report',
  'press-release': 'Press release',
  sponsored: 'Sponsored',
  review: 'Review',
  obituary: 'Obituary',
} as const satisfies Record<ArticleType, string>;

function curated(topic: Topic | undefined): RelatedLink[] {
  return (topic?.links ?? []).map(({ url, title, source, note }) => ({
    href: url,
    title,
    reasons: [note, source].filter((reason) => reason !== undefined),
    external: !url.startsWith('/'),
  }));
}

function older(edition: Edition, kind: 'place' | 'person', slug: string, story: Story, why: string): RelatedLink[] {
  return edition.around(kind, slug, story, 'before', 5).map((other) => nearLink(story, other, why));
}

/** A link from one story to another, with how far apart they are. */
function nearLink(story: Story, other: Story, why: string): RelatedLink {
  return storyLink(other, [why, dayGapInWords(dayGap(story, other))]);
}

function inTopicBelow(edition: Edition, story: Story, topic: Topic): string {
  const below = story.topics.find((slug) => edition.topicsAbove(slug).some((above) => above.slug === topic.slug));
  const title = below === undefined ? undefined : edition.topic(below)?.title;
  return title === undefined ? words[story.type] : `${words[story.type]} in ${title}`;
}

function otherTopics(edition: Edition, topic: Topic, stories: Story[]): RelatedLink[] {
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
  for (const above of edition.topicsAbove(topic.slug)) add(above, `${topic.title} is part of it`);
  for (const below of edition.topicsUnder(topic.slug)) add(below, `Part of ${topic.title}`);
  const shared = new Map<string, number>();
  for (const story of stories) for (const slug of story.topics) shared.set(slug, (shared.get(slug) ?? 0) + 1);
  const compare = compareIn(edition.site.language);
  const most = [...shared]
    .flatMap(([slug, count]) => {
      const collection = edition.collection('topic', slug);
      return collection ? [{ slug, title: collection.title, count }] : [];
    })
    .toSorted((a, b) => b.count - a.count || compare(a.title, b.title) || compareText(a.slug, b.slug));
  for (const { count, ...other } of most.slice(0, 8))
    add(other, `Shares ${count} recent ${count === 1 ? 'article' : 'articles'}`);
  return [...found.values()];
}

/** `10 January 2026`, from the day as it was written. */
function dayWords(story: Story): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(story.published.slice(0, 10)),
  );
}

function nonEmpty(groups: LinkGroup[]): LinkGroup[] {
  return groups.filter(({ links }) => links.length > 0);
}
