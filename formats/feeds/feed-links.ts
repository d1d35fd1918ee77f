import type { FeedFormat } from '../../site/addresses/feeds.ts';
import type { Feed } from './feed.ts';

/** A link of a feed document; the attributes are those of an Atom `link`. */
export interface FeedLink {
  rel: string;
  href: string;
  type?: string;
}

/**
 * The links of a feed document: to itself, to its other formats, and to its neighbours in the archive (RFC 5005, 4). The
 * next document after the newest archive document is the one that readers subscribe to. The archive ends there.
 */
export function feedLinks(feed: Pick<Feed, 'formats' | 'address' | 'place' | 'hubs'>, own: FeedFormat): FeedLink[] {
  const link = (rel: string, format: FeedFormat, number?: number): FeedLink => ({
    rel,
    type: format.type,
    href: feed.address(format, number),
  });
  const { number, older, newer } = feed.place;
  return [
    ...feed.formats.map((format) => link(format === own ? 'self' : 'alternate', format, number)),
    ...(number === undefined ? [] : [link('current', own)]),
    ...(older === undefined ? [] : [link('prev-archive', own, older)]),
    ...(newer === undefined ? [] : [link('next-archive', own, newer === 'newest' ? undefined : newer)]),
    ...feed.hubs.map((href) => ({ rel: 'hub', href })),
  ];
}
