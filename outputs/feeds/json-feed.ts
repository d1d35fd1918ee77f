import { feedFormats, feedPath } from '../../site/feeds.ts';
import { absolute } from '../addresses.ts';
import { writeItems, type Feed, type FeedItem } from './gather.ts';

const [, , json] = feedFormats;

/** JSON Feed 1.1 (rule E5; https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  const { site, base } = feed;
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: absolute(site.url, base),
    feed_url: absolute(site.url, feedPath(base, json)),
    description: feed.description,
    language: site.language,
    authors: [{ name: site.publisher?.name ?? site.name }],
    items: writeItems(
      feed.items,
      (item) => writeItem(feed, item),
      (written) => Buffer.byteLength(JSON.stringify(written)),
    ),
  })}\n`;
}

function writeItem({ site }: Feed, { story, url, html, changed, image }: FeedItem): Record<string, unknown> {
  const { byline, agency, topics } = story.parts;
  return {
    id: story.id,
    url,
    title: story.headline,
    ...(html === undefined ? { content_text: story.standfirst } : { content_html: html }),
    summary: story.standfirst,
    ...(image && { image: image.url }),
    date_published: story.published,
    date_modified: changed,
    ...(byline.length > 0 && {
      authors: byline.map(({ name, address }) => ({
        name,
        ...(address !== undefined && { url: absolute(site.url, address) }),
      })),
    }),
    ...(topics.length > 0 && { tags: topics.map(({ title }) => title) }),
    ...(story.lang !== site.language && { language: story.lang }),
    // An extension, as the format allows: the agency is a source, and no author.
    ...(agency && { _dateline: { source: agency.name } }),
  };
}
