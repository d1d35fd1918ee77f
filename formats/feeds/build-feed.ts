import type { Edition } from '../../newsroom/edition/edition.ts';
import { atom, feedHome, feedPath, type FeedSource } from '../../site/addresses/feeds.ts';
import { cutPage } from '../../site/shell/paging.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { distinct, laterOf } from '../dates.ts';
import { correctionItems } from './correction-items.ts';
import type { Feed, FeedItem, Updated } from './feed.ts';
import { limitSize } from './limit-size.ts';
import { entryId } from './ids.ts';
import { storyItem } from './story-item.ts';

/** What all documents of a feed are made from. */
interface FeedContents {
  title: string;
  description: string;
  /** The number of all items. */
  count: number;
  /** Items from a position that counts from the oldest, oldest first. */
  items(offset: number, size: number): FeedItem[];
  /** Stories that were published since an instant in milliseconds and were killed at `at`. */
  killedSince(instant: number): { id: string; at: string }[];
}

/**
 * One document of a feed; undefined if nothing in it is public, or if there is no such document. The documents are split
 * as list pages are: each item is in exactly one document, and a document with a number does not change any more.
 */
export function buildFeed(edition: Edition, source: FeedSource, number?: number): Feed | undefined {
  const contents = contentsOf(edition, source);
  const page = contents && cutPage(contents.count, number);
  if (!contents || !page) return undefined;
  const oldestFirst = contents.items(page.offset, page.size);
  const [oldest] = oldestFirst;
  const newest = oldestFirst.at(-1);
  if (!oldest || !newest) return undefined;
  const items = byChange(oldestFirst);
  const { site } = edition;
  const base = feedHome(source);
  // Subscribers fetch only the document without a number, so only that one names killed stories.
  const killed = number === undefined ? contents.killedSince(beginningOf(contents, page.offset)) : [];
  return {
    site,
    // The id of a feed is the address of its Atom form, in every format. It must never change.
    id: absolute(site.id, feedPath(base, atom)),
    title: contents.title,
    description: contents.description,
    base,
    place: page.place,
    items: limitSize(items),
    published: newest.published,
    updated: [...items.map(({ changed }) => changed), ...killed.map(({ at }) => at)].reduce(laterOf),
    killed: killed.map(({ id, at }) => ({ id: entryId(id), at })),
  };
}

/**
 * Since when stories belong to the newest document: since the last one of the archive. A story that was killed may have
 * been the oldest of the document. In milliseconds.
 */
function beginningOf(contents: FeedContents, offset: number): number {
  const [last] = offset === 0 ? [] : contents.items(offset - 1, 1);
  return last ? Date.parse(last.published) : -Infinity;
}

/** The items with the newest change first (rule E6): a reader who stops at the first known item misses no update. Items that changed together stay in the order of publication. */
function byChange(oldestFirst: readonly FeedItem[]): Updated<FeedItem>[] {
  const sorted = oldestFirst.toSorted((a, b) => Date.parse(a.changed) - Date.parse(b.changed));
  // Oldest first, so that a new story does not change the instant of an old one.
  const updated = distinct(sorted.map(({ changed }) => changed));
  return sorted.map((item, index) => ({ ...item, updated: updated[index] ?? item.changed })).toReversed();
}

function contentsOf(edition: Edition, source: FeedSource): FeedContents | undefined {
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

type Stories = Pick<FeedContents, 'count' | 'items' | 'killedSince'>;

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
