import { escapeByNumber, escapeXml } from '../xml.ts';
import type { FeedItem, Updated } from './feed.ts';

/** Bytes of a feed: readers give up on long ones, and ask for them every hour. */
const feedBytes = 512 * 1024;
/** Bytes for what stands around the items. */
const around = 12 * 1024;
/** Characters of one item's text; a longer one is told by its summary alone. */
const longestText = 160 * 1024;
/** Bytes of an item's own markup, addresses and dates in the wordiest format. */
const markup = 1500;

/**
 * Items of which as many tell their whole text as the feed has room for, from the first on; the others are told by their
 * summary, with the link to the rest. None is left out: what stands in no document of a feed is lost to its readers.
 */
export function fitted(items: readonly Updated<FeedItem>[]): Updated<FeedItem>[] {
  let room = feedBytes - around - items.reduce((sum, item) => sum + sizeWithoutText(item), 0);
  return items.map(({ html, ...item }) => {
    if (html === undefined || html.length > longestText) return item;
    const size = Math.max(Buffer.byteLength(escapeByNumber(html)), Buffer.byteLength(JSON.stringify(html)));
    if (size > room) return item;
    room -= size;
    return { ...item, html };
  });
}

/** At most so many bytes, whatever the format: some escape a text twice. */
function sizeWithoutText({ title, summary, authors, tags, source = '' }: FeedItem): number {
  const texts = [title, summary, summary, source, ...authors.map(({ name }) => name), ...tags.map((tag) => tag.title)];
  return markup + 120 * (authors.length + tags.length) + Buffer.byteLength(escapeByNumber(escapeXml(texts.join(''))));
}
