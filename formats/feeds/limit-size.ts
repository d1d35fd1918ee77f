import { escapeByNumber, escapeXml } from '../xml.ts';
import type { FeedItem, Updated } from './feed.ts';

/** The largest size of a feed document in bytes. Some readers refuse long documents, and all fetch them often. */
const maxFeedBytes = 512 * 1024;
/** Bytes for everything but the items. */
const feedOverhead = 12 * 1024;
/** The largest number of characters of an item's text. An item with a longer text has only its summary. */
const maxTextLength = 160 * 1024;
/** Bytes of the markup, the addresses and the dates of one item, in the longest format. */
const itemOverhead = 1500;

/**
 * The items with their full texts, from the first on, until the feed has its largest size. All other items have only their
 * summary. No item is left out, because a reader would never see an item that is in no document of the feed.
 */
export function limitSize(items: readonly Updated<FeedItem>[]): Updated<FeedItem>[] {
  let bytesLeft = maxFeedBytes - feedOverhead - items.reduce((sum, item) => sum + sizeWithoutText(item), 0);
  return items.map(({ html, ...item }) => {
    if (html === undefined || html.length > maxTextLength) return item;
    const size = Math.max(Buffer.byteLength(escapeByNumber(html)), Buffer.byteLength(JSON.stringify(html)));
    if (size > bytesLeft) return item;
    bytesLeft -= size;
    return { ...item, html };
  });
}

/** The largest number of bytes of an item without its text, in any format. Some formats escape a text twice. */
function sizeWithoutText({ title, summary, authors, tags, source = '' }: FeedItem): number {
  const texts = [title, summary, summary, source, ...authors.map(({ name }) => name), ...tags.map((tag) => tag.title)];
  return (
    itemOverhead + 120 * (authors.length + tags.length) + Buffer.byteLength(escapeByNumber(escapeXml(texts.join(''))))
  );
}
