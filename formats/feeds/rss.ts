import { rss } from '../../site/addresses/feeds.ts';
import { rfc822 } from '../dates.ts';
import { element, emptyElement, htmlElement, htmlTextElement, plainElement, textElement, xmlDocument } from '../xml.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedLinks } from './feed-links.ts';

/** What RSS says of a feed. A feed of this format may be empty, and then has no dates. */
type RssFeed = Omit<Feed, 'id' | 'killed' | 'published' | 'updated'> & Partial<Pick<Feed, 'published' | 'updated'>>;

/** Writes RSS 2.0 with full texts and links to the archive (rules E1–E3 and E7; https://www.rssboard.org/rss-specification, RFC 5005). */
export function writeRss(feed: RssFeed): string {
  const { site } = feed;
  const archive = feed.place.number !== undefined;
  const channel = [
    plainElement('title', feed.title),
    textElement('link', feed.home),
    plainElement('description', feed.description),
    textElement('language', site.language.toLowerCase()),
    feed.updated === undefined ? '' : textElement('lastBuildDate', rfc822(feed.updated)),
    feed.published === undefined ? '' : textElement('pubDate', rfc822(feed.published)),
    ...feedLinks(feed, rss).map((link) => emptyElement('atom:link', { ...link })),
    archive ? emptyElement('fh:archive', {}) : '',
    ...feed.items.map((item) => writeItem(feed, item)),
  ];
  return xmlDocument(
    element('rss', `\n${element('channel', `\n${channel.join('')}`)}`, {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      ...(archive && { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
    }),
  );
}

function writeItem({ site }: Pick<Feed, 'site'>, item: FeedItem): string {
  const { published, changed, image } = item;
  const parts = [
    plainElement('title', item.title),
    textElement('link', item.url),
    // Permanent, so it is not the address, which can change (rule E1).
    textElement('guid', item.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(published)),
    changed === published ? '' : textElement('atom:updated', changed),
    ...item.authors.map(({ name }) => plainElement('dc:creator', name)),
    plainElement('dc:source', item.source),
    item.lang === site.language ? '' : textElement('dc:language', item.lang),
    ...item.tags.map(({ title }) => plainElement('category', title)),
    // A description is always HTML.
    htmlTextElement('description', item.summary),
    // It must come after a description (rule E3).
    htmlElement('content:encoded', item.html),
    // The length is required; 0 stands for one that is not known.
    image ? emptyElement('enclosure', { url: image.url, length: image.size ?? 0, type: image.type }) : '',
  ];
  return element('item', `\n${parts.join('')}`);
}
