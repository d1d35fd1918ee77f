import type { Edition } from '../../newsroom/edition/edition.ts';
import { atom, feedFormats, feedHome, feedPath, type FeedSource } from '../../site/addresses/feeds.ts';
import { cutPage, pageSize } from '../../site/shell/paging.ts';
import { fill } from '../../site/words/fill.ts';
import { nameOf } from '../../site/words/language.ts';
import { siteWords } from '../../site/words/words-of.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { distinct, laterOf } from '../dates.ts';
import { correctionItems } from './correction-items.ts';
import type { Feed, FeedItem, Updated } from './feed.ts';
import { limitSize } from './limit-size.ts';
import { entryId } from './ids.ts';
import { storyItem } from './story-item.ts';

/** What all documents of a feed are made from. */
interface FeedContents {
  /** The language of the feed; that of the site where it is missing. */
  language?: string;
  /** The page that shows the same; that of the feed's source where it is missing. */
  home?: string;
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
    site: contents.language === undefined ? site : { ...site, language: contents.language },
    // The id of a feed is the address of its Atom form, in every format. It must never change.
    id: absolute(site.id, feedPath(base, atom)),
    title: contents.title,
    description: contents.description,
    home: absolute(site.url, contents.home ?? base),
    formats: feedFormats,
    address: (format, at) => absolute(site.url, feedPath(base, format, at)),
    place: page.place,
    // The hubs hear of changes in the feeds of the site and of its collections.
    hubs: number === undefined && source.of !== 'language' ? site.websub : [],
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

/**
 * The items with the newest change first (rule E6): a reader who stops at the first known item misses no update. Items that
 * changed together stay in the order of publication.
 */
export function byChange(oldestFirst: readonly FeedItem[]): Updated<FeedItem>[] {
  const sorted = oldestFirst.toSorted((a, b) => Date.parse(a.changed) - Date.parse(b.changed));
  // Oldest first, so that a new story does not change the instant of an old one.
  const updated = distinct(sorted.map(({ changed }) => changed));
  return sorted.map((item, index) => ({ ...item, updated: updated[index] ?? item.changed })).toReversed();
}

function contentsOf(edition: Edition, source: FeedSource): FeedContents | undefined {
  const { site } = edition;
  const { corrections, collection: texts, parts } = siteWords(site);
  switch (source.of) {
    case 'corrections':
      return {
        title: `${corrections.title} — ${site.name}`,
        description: withoutStop(fill(corrections.description, { site: site.name, page: '' })),
        count: edition.corrections.count,
        items: (offset, size) => correctionItems(edition, offset, size),
        killedSince: () => [],
      };
    case 'site':
      return {
        title: site.name,
        description: site.description ?? fill(parts.storiesOfSite, { site: site.name }),
        ...storiesOf(edition, 'all', ''),
      };
    case 'language':
      return languageContents(edition, source.tag);
    case 'collection': {
      const { kind, slug } = source;
      const collection = edition.collection(kind, slug);
      const standfirst = kind === 'topic' ? edition.topic(slug)?.standfirst : undefined;
      return (
        collection && {
          title: `${collection.title} — ${site.name}`,
          description:
            standfirst ??
            withoutStop(
              fill(parts.inSite, {
                what: fill(texts.storiesOn, { topic: collection.title }),
                site: site.name,
                page: '',
              }),
            ),
          ...storiesOf(edition, kind, slug),
        }
      );
    }
  }
}

/** The newest stories in a language. Those of the site's language are in two lists: with the field `lang`, and without it. */
function languageContents(edition: Edition, tag: string): FeedContents | undefined {
  const { site } = edition;
  const lists = tag === site.language.toLowerCase() ? [tag, ''] : [tag];
  const newest = lists
    .flatMap((slug) => edition.newest('language', slug, pageSize))
    .toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published))
    .slice(0, pageSize)
    .toReversed();
  const [oldest] = newest;
  if (!oldest) return undefined;
  const { lang } = oldest;
  const isCut = lists.reduce((sum, slug) => sum + edition.count('language', slug), 0) > newest.length;
  const since = isCut ? Date.parse(oldest.published) : -Infinity;
  return {
    language: lang,
    home: '/',
    title: `${site.name} (${nameOf(lang)})`,
    description: site.description ?? fill(siteWords(site).parts.storiesOfSite, { site: site.name }),
    count: newest.length,
    items: () => newest.flatMap(({ address }) => itemAt(edition, address)),
    killedSince: () => lists.flatMap((slug) => edition.articleIndex.killedSince('language', slug, since)),
  };
}

function itemAt(edition: Edition, address: string): FeedItem[] {
  const found = edition.lookup(address);
  return found.state === 'public' ? [storyItem(edition, found.story)] : [];
}

/** The description of a page without its full stop: the description of a feed is no sentence. */
function withoutStop(text: string): string {
  return text.replace(/[.。]$/, '');
}

type Stories = Pick<FeedContents, 'count' | 'items' | 'killedSince'>;

function storiesOf(edition: Edition, kind: Parameters<Edition['count']>[0], slug: string): Stories {
  return {
    count: edition.count(kind, slug),
    items: (offset, size) =>
      edition.fromOldest(kind, slug, offset, size).flatMap(({ address }) => itemAt(edition, address)),
    killedSince: (instant) => edition.articleIndex.killedSince(kind, slug, instant),
  };
}
