import type { RelatedEntry } from '../model/article.ts';
import type { Topic } from '../model/topic.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { EditionContext } from './context.ts';
import { storylineOf, topicOf } from './entities.ts';
import { pathOnSite, publicHref } from './links.ts';
import type { FullStory, Story } from './public.ts';
import { redirectFrom } from './redirects.ts';
import { around, storyAt } from './stories.ts';

/** Why a story is among the Related Links of another. */
export type RelatedReason =
  /** An editor picked it. */
  | { kind: 'picked' }
  | { kind: 'same-storyline' }
  /** The titles of the topics that both have. */
  | { kind: 'shared-topics'; titles: string[] };

/** What a link to a story shows of it. */
export type LinkedStory = Pick<Story, 'address' | 'headline' | 'lang' | 'state'>;

/** A link to another story. */
export interface RelatedStory {
  kind: 'story';
  story: LinkedStory;
  reason: RelatedReason;
  /** Days from the publication of the one story to that of the other; negative where the other is older. */
  dayGap: number;
}

/** A link to any page that an editor picked. */
interface RelatedPage {
  kind: 'page';
  /** Absolute, or a path of this site. */
  href: string;
  title: string;
  /** The host that the editor's address names. */
  host: string;
  /** Who publishes the page. */
  source?: string;
  /** What the editor says about it. */
  note?: string;
  /** The language of the story that links to it; the site's where it is missing. */
  lang?: string;
}

/** A topic of the story, with the number of its links. */
interface RelatedTopic extends Pick<Topic, 'slug' | 'title' | 'learn'> {
  kind: 'topic';
  links: number;
}

/** A hand-picked link. */
export type PickedLink = RelatedStory | RelatedPage;
/** A line of Related Links. */
export type RelatedItem = PickedLink | RelatedTopic;

/** Related lists have at most ten lines. */
export const mostRelated = 10;

/**
 * A story's Related Links: what the editor picked, then its topics, then stories of the same storyline and topics. Nothing
 * in them changes when another story is published: a topic's size is not among them, and stories are the nearest older
 * ones. So a new story leaves the pages of old ones alone, except for those of its storyline.
 */
export function relatedTo(context: EditionContext, story: FullStory): RelatedItem[] {
  const items: RelatedItem[] = [...story.parts.picked];
  for (const { slug } of story.parts.topics) {
    const topic = topicOf(context, slug);
    if (!topic) continue;
    const { title, learn, links } = topic;
    items.push({ kind: 'topic', slug, title, ...(learn !== undefined && { learn }), links: links.length });
  }
  const known = new Set([story.address, ...story.parts.translations.map(({ address }) => address)]);
  for (const item of items) {
    if (item.kind === 'story') known.add(item.story.address);
    else if (item.kind === 'page') known.add(item.href);
  }
  const near = nearStories(context, story).filter((item) => !known.has(item.story.address));
  return [...items, ...near].slice(0, mostRelated);
}

/** The links that an editor picked for a story, as far as the public may see them. */
export function pickedLinks(context: EditionContext, story: StoredArticle): PickedLink[] {
  return story.related.flatMap((entry) => pickedLink(context, story, entry) ?? []);
}

function pickedLink(context: EditionContext, story: StoredArticle, entry: RelatedEntry): PickedLink | undefined {
  if ('url' in entry) {
    const href = publicHref(context, entry.url);
    if (href === undefined) return undefined;
    const { url, ...words } = entry;
    return {
      kind: 'page',
      href: pathOnSite(context, href) ?? href,
      ...words,
      host: new URL(url).hostname,
      ...(story.lang !== undefined && { lang: story.lang }),
    };
  }
  const found = storyAt(context, entry.address) ?? renamedStory(context, entry.address);
  return found && found.address !== story.address ? relatedStory(story, found, { kind: 'picked' }) : undefined;
}

function renamedStory(context: EditionContext, address: string): Story | undefined {
  const to = redirectFrom(context, address);
  return to === undefined ? undefined : storyAt(context, to);
}

/** Stories of the same storyline and topics, best first, each with its reason. */
export function nearStories(context: EditionContext, story: FullStory): RelatedStory[] {
  const found = new Map<string, { story: Story; titles: string[]; sameStoryline: boolean }>();
  const candidate = (other: Story): { titles: string[]; sameStoryline: boolean } => {
    const known = found.get(other.address) ?? { story: other, titles: [], sameStoryline: false };
    found.set(other.address, known);
    return known;
  };
  if (story.storyline && storylineOf(context, story.storyline)) {
    for (const side of ['before', 'after'] as const)
      for (const other of around(context, 'storyline', story.storyline, story, side, mostRelated))
        candidate(other).sameStoryline = true;
  }
  for (const { slug, title } of story.parts.topics)
    for (const other of around(context, 'topic', slug, story, 'before', 3 * mostRelated))
      candidate(other).titles.push(title);
  return [...found.values()]
    .map((each) => ({
      ...each,
      score: each.titles.length + (each.sameStoryline ? 3 : 0),
      published: Date.parse(each.story.published),
    }))
    .toSorted((a, b) => b.score - a.score || b.published - a.published || (a.story.address < b.story.address ? 1 : -1))
    .slice(0, mostRelated)
    .map(({ story: other, titles, sameStoryline }) =>
      relatedStory(story, other, sameStoryline ? { kind: 'same-storyline' } : { kind: 'shared-topics', titles }),
    );
}

function relatedStory(from: { published: string }, to: Story, reason: RelatedReason): RelatedStory {
  const { address, headline, lang, state } = to;
  return { kind: 'story', story: { address, headline, lang, state }, reason, dayGap: dayGap(from, to) };
}

/** Days from the publication of one story to that of another, by the days as they were written. */
export function dayGap(from: { published: string }, to: { published: string }): number {
  const day = ({ published }: { published: string }): number => Date.parse(published.slice(0, 10));
  return Math.round((day(to) - day(from)) / 86_400_000);
}
