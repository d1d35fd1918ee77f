import { mostRelated, type RelatedEntry } from '../model/article.ts';
import type { Instant } from '../model/instant.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { EditionContext } from './context.ts';
import { pathOnSite, publicHref } from './links.ts';
import type { Story } from './public.ts';
import { redirectFrom } from './redirects.ts';
import { storyAt } from './stories.ts';
import { storyElsewhere } from './titles.ts';

export { mostRelated };

/** Why a story is among the Related Links of another. */
export type RelatedReason =
  /** An editor picked it. */
  | { kind: 'picked'; /** What the editor says about it. */ note?: string }
  | { kind: 'same-storyline' }
  /** Both are parts of one series. */
  | { kind: 'same-series' }
  /** What both texts name, or are about; the words that say most first. */
  | { kind: 'shared-words'; words: string[]; /** Whether they are names. */ names: boolean }
  /** The words of both are alike, but none of them can be named: everyday words of their language are not known. */
  | { kind: 'similar-text' }
  /** The titles of the topics that both have. */
  | { kind: 'shared-topics'; titles: string[] };

/** What a related story is for: it reports the same, it explains, or it is about the same. */
export type RelatedList = 'same-story' | 'background' | 'more';

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

/** A related story that nobody picked. */
export interface NearStory extends RelatedStory {
  list: RelatedList;
  /** Whether it explains the story, rather than reports. */
  explains: boolean;
  published: Instant;
  /** How near it is; the more the nearer. */
  score: number;
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

/** A hand-picked link. */
export type PickedLink = RelatedStory | RelatedPage;

/** A story's Related Links. */
export interface RelatedLinks {
  /** What an editor picked, in the editor's order. */
  picked: PickedLink[];
  /** Stories that report the same, the newest first. */
  sameStory: NearStory[];
  /** What explains it first, then older stories. */
  background: NearStory[];
  /** Others on the topic, the nearest first. */
  more: NearStory[];
}

/** The links that an editor picked for a story, each once, as far as the public may see them; the first `mostRelated`. */
export function pickedLinks(context: EditionContext, story: StoredArticle): PickedLink[] {
  const links = new Map<string, PickedLink>();
  for (const entry of story.related) {
    const link = pickedLink(context, story, entry);
    const href = link?.kind === 'story' ? link.story.address : link?.href;
    if (link && href !== undefined && !links.has(href)) links.set(href, link);
  }
  return [...links.values()].slice(0, mostRelated);
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
  const found = storyOrRenamed(context, entry.address);
  const other = found ? undefined : storyElsewhere(context, entry.address);
  if (other) {
    const { title, address, headline, lang } = other;
    return {
      kind: 'page',
      href: title.href + encodeURI(address),
      title: headline,
      source: title.name,
      host: new URL(title.url).hostname,
      ...(entry.note !== undefined && { note: entry.note }),
      ...(lang !== undefined && { lang }),
    };
  }
  if (!found || found.address === story.address) return undefined;
  const { note } = entry;
  return relatedStory(story, found, { kind: 'picked', ...(note !== undefined && { note }) });
}

/** The public article at an address, or the one to which that address leads. */
export function storyOrRenamed(context: EditionContext, address: string): Story | undefined {
  const found = storyAt(context, address);
  if (found) return found;
  const to = redirectFrom(context, address);
  return to === undefined ? undefined : storyAt(context, to);
}

/** A link from one story to another. */
export function relatedStory(from: { published: string }, to: Story, reason: RelatedReason): RelatedStory {
  return { kind: 'story', story: linkedStory(to), reason, dayGap: dayGap(from, to) };
}

/** What a link to a story shows of it. */
export function linkedStory({ address, headline, lang, state }: Story): LinkedStory {
  return { address, headline, lang, state };
}

/** Days from the publication of one story to that of another, by the days as they were written. */
export function dayGap(from: { published: string }, to: { published: string }): number {
  const day = ({ published }: { published: string }): number => Date.parse(published.slice(0, 10));
  return Math.round((day(to) - day(from)) / 86_400_000);
}
