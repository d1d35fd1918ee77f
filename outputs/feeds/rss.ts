import { feedFormats, feedPath } from '../../site/feeds.ts';
import { absolute } from '../addresses.ts';
import { rfc822 } from '../dates.ts';
import { element, emptyElement, htmlTextElement, plainElement, textElement, xmlDocument } from '../xml.ts';
import { writeItems, type Feed, type FeedItem } from './gather.ts';

const [rss] = feedFormats;

/** RSS 2.0 with whole texts (rules E1–E3; https://www.rssboard.org/rss-specification). */
export function writeRss(feed: Feed): string {
  const { site, base } = feed;
  const newest = feed.items[0]?.story.published;
  const channel = [
    plainElement('title', feed.title),
    textElement('link', absolute(site.url, base)),
    htmlTextElement('description', feed.description),
    textElement('language', site.language.toLowerCase()),
    textElement('lastBuildDate', rfc822(feed.updated)),
    textElement('pubDate', newest && rfc822(newest)),
    ...feedFormats.map((format) =>
      emptyElement('atom:link', {
        rel: format === rss ? 'self' : 'alternate',
        type: format.type,
        href: absolute(site.url, feedPath(base, format)),
      }),
    ),
    ...writeItems(feed.items, (item) => writeItem(feed, item), Buffer.byteLength),
  ];
  return xmlDocument(
    element('rss', `\n${element('channel', `\n${channel.join('')}`)}`, {
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    }),
  );
}

function writeItem({ site }: Feed, { story, url, html, changed, image }: FeedItem): string {
  const { byline, agency, topics } = story.parts;
  const parts = [
    plainElement('title', story.headline),
    textElement('link', url),
    // Permanent, and so not the address, which may move (rule E1).
    textElement('guid', story.id, { isPermaLink: 'false' }),
    textElement('pubDate', rfc822(story.published)),
    changed === story.published ? '' : textElement('atom:updated', changed),
    ...byline.map(({ name }) => plainElement('dc:creator', name)),
    plainElement('dc:source', agency?.name),
    story.lang === site.language ? '' : textElement('dc:language', story.lang),
    ...topics.map(({ title }) => plainElement('category', title)),
    // A description is HTML, whatever it looks like.
    htmlTextElement('description', story.standfirst),
    // Only after a description (rule E3).
    textElement('content:encoded', html),
    image ? emptyElement('enclosure', { url: image.url, length: image.size, type: image.type }) : '',
  ];
  return element('item', `\n${parts.join('')}`);
}
