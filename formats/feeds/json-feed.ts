import { jsonFeed } from '../../site/addresses/feeds.ts';
import type { Feed, FeedItem } from './feed.ts';

/** Writes JSON Feed 1.1 (rule E5; https://www.jsonfeed.org/version/1.1/). All documents of a feed have the same `feed_url`, which is its id. */
export function writeJsonFeed(feed: Feed): string {
  const { site, place, hubs } = feed;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.address(jsonFeed),
    ...(place.older !== undefined && { next_url: feed.address(jsonFeed, place.older) }),
    description: feed.description,
    language: site.language,
    authors: [{ name: site.publisher?.name ?? site.name }],
    ...(hubs.length > 0 && { hubs: hubs.map((url) => ({ type: 'WebSub', url })) }),
    items: feed.items.map((item) => writeItem(feed, item)),
  })}\n`;
}

function writeItem({ site }: Feed, item: FeedItem): Record<string, unknown> {
  const { html, summary, image, authors, tags, source } = item;
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    ...(html === undefined ? { content_text: summary } : { content_html: html }),
    summary,
    ...(image && { image: image.url }),
    date_published: item.published,
    date_modified: item.changed,
    ...(authors.length > 0 && { authors }),
    ...(tags.length > 0 && { tags: tags.map(({ title }) => title) }),
    ...(item.lang !== site.language && { language: item.lang }),
    // An extension, which the format allows: the agency is a source, not an author.
    ...(source !== undefined && { _dateline: { source } }),
  };
}
