import type { Edition } from '../../newsroom/edition/edition.ts';
import { feedFormats, feedHome, feedPath, type FeedSource } from '../../site/addresses/feeds.ts';
import { cutPage } from '../../site/shell/paging.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { distinct, laterOf } from '../dates.ts';
import { correctionItems } from './correction-items.ts';
import type { Feed, FeedItem, Updated } from './feed.ts';
import { fitted } from './limit-size.ts';
import { entryId } from './ids.ts';
import { storyItem } from './story-item.ts';

/** What a feed is made of: names, how many things it has to tell in all, and those from a position on, oldest first. */
interface Material {
  title: string;
  description: string;
  count: number;
  items(offset: number, size: number): FeedItem[];
  /** Those that were killed, published since an instant. */
  killedSince(instant: number): { id: string; changed: string }[];
}

/**
 * One document of a feed; `undefined` where there is nothing public to tell, or no such document. The documents are cut
 * as list pages are: each thing stands in exactly one of them, and those with a number do not change any more.
 */
export function gatherFeed(edition: Edition, source: FeedSource, number?: number): Feed | undefined {
  const material = materialOf(edition, source);
  const page = material && cutPage(material.count, number);
  if (!material || !page) return undefined;
  const oldestFirst = material.items(page.offset, page.size);
  const [oldest] = oldestFirst;
  const newest = oldestFirst.at(-1);
  if (!oldest || !newest) return undefined;
  const items = byChange(oldestFirst);
  const { site } = edition;
  const base = feedHome(source);
  // Whoever follows the feed asks for its newest document, and would not see it in any other.
  const killed = number === undefined ? material.killedSince(Date.parse(oldest.published)) : [];
  return {
    site,
    id: absolute(site.id, feedPath(base, feedFormats[1])),
    title: material.title,
    description: material.description,
    base,
    place: page.place,
    items: fitted(items),
    published: newest.published,
    updated: [...items, ...killed].map(({ changed }) => changed).reduce(laterOf),
    killed: killed.map(({ id, changed }) => ({ id: entryId(id), changed })),
  };
}

/** Newest change first (rule E6): a reader who stops at what he knows misses no update. Equal ones stay as they were published. */
function byChange(oldestFirst: readonly FeedItem[]): Updated<FeedItem>[] {
  const sorted = oldestFirst.toSorted((a, b) => Date.parse(a.changed) - Date.parse(b.changed));
  // From the oldest on, so that a new story moves no instant of an old one.
  const updated = distinct(sorted.map(({ changed }) => changed));
  return sorted.map((item, index) => ({ ...item, updated: updated[index] ?? item.changed })).toReversed();
}

function materialOf(edition: Edition, source: FeedSource): Material | undefined {
  const { site } = edition;
  switch (source.of) {
    case 'corrections':
      return {
        title: `Corrections — ${site.name}`,
        description: `What ${site.name} had to put right`,
        count: edition.corrections.count,
        items: (offset, size) => correctionItems(edition, offset, size),
        killedSince: () => [],
      };
    case 'site':
      return {
        title: site.name,
        description: site.description ?? `Stories of ${site.name}`,
        ...storiesOf(edition, 'all', ''),
      };
    case 'collection': {
      const { kind, slug } = source;
      const collection = edition.collection(kind, slug);
      const standfirst = kind === 'topic' ? edition.topic(slug)?.standfirst : undefined;
      return (
        collection && {
          title: `${collection.title} — ${site.name}`,
          description: standfirst ?? `Stories on ${collection.title} in ${site.name}`,
          ...storiesOf(edition, kind, slug),
        }
      );
    }
  }
}

type Stories = Pick<Material, 'count' | 'items' | 'killedSince'>;

function storiesOf(edition: Edition, kind: Parameters<Edition['count']>[0], slug: string): Stories {
  return {
    count: edition.count(kind, slug),
    items: (offset, size) =>
      edition.fromOldest(kind, slug, offset, size).flatMap(({ address }) => {
        const found = edition.lookup(address);
        return found.state === 'public' ? [storyItem(edition, found.story)] : [];
      }),
    killedSince: (instant) => edition.articleIndex.killedSince(kind, slug, instant),
  };
}
