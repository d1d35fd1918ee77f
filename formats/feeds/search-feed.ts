import type { Edition } from '../../newsroom/edition/edition.ts';
import { rss } from '../../site/addresses/feeds.ts';
import {
  readPart,
  searchFeedHref,
  searchFeedPath,
  searchHref,
  searchPath,
  searchRequestOf,
} from '../../site/addresses/search.ts';
import { fill } from '../../site/words/fill.ts';
import { siteWords } from '../../site/words/words-of.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { laterOf } from '../dates.ts';
import type { Output } from '../output.ts';
import { byChange } from './build-feed.ts';
import { limitSize } from './limit-size.ts';
import { writeRss } from './rss.ts';
import { storyItem } from './story-item.ts';

/** The feed of a search: the newest stories that it finds, as RSS. There is one for every query, also for one that finds nothing. */
export function searchFeedAt(edition: Edition, target: string): Output | undefined {
  const [path, queryString = ''] = target.split(/\?(.*)/s, 2);
  if (path !== searchFeedPath) return undefined;
  const query = readPart(searchRequestOf(queryString).query);
  const { site } = edition;
  const { search } = siteWords(site);
  const items = limitSize(byChange(storiesFor(edition, query)));
  const [newest] = items.map(({ published }) => published).toSorted((a, b) => Date.parse(b) - Date.parse(a));
  const body = writeRss({
    site,
    title: `${query === '' ? search.heading : fill(search.titleFor, { query })} — ${site.name}`,
    description:
      query === '' ? `Add a query to the address: ?q=` : fill(search.feedDescription, { site: site.name, query }),
    home: query === '' ? absolute(site.url, searchPath) : site.url + searchHref({ query, order: 'date', page: 1 }),
    formats: [rss],
    address: () => site.url + searchFeedHref(query),
    place: {},
    hubs: [],
    items,
    ...(newest !== undefined && { published: newest, updated: items.map(({ changed }) => changed).reduce(laterOf) }),
  });
  // As its page, it is not for search engines (rule R4).
  return { type: `${rss.type}; charset=utf-8`, headers: { 'X-Robots-Tag': 'noindex' }, body };
}

/** The newest stories for a query, oldest first. */
function storiesFor(edition: Edition, query: string): ReturnType<typeof storyItem>[] {
  if (query === '') return [];
  return edition
    .search({ query, order: 'date', page: 1 })
    .hits.toReversed()
    .flatMap(({ story }) => {
      const found = edition.lookup(story.address);
      return found.state === 'public' ? [storyItem(edition, found.story)] : [];
    });
}
