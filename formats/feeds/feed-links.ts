import { feedFormats, feedPath, type FeedFormat } from '../../site/addresses/feeds.ts';
import { absolute } from '../../site/addresses/absolute.ts';
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
export function feedLinks({ site, base, place }: Feed, own: FeedFormat): FeedLink[] {
  const link = (rel: string, format: FeedFormat, number?: number): FeedLink => ({
    rel,
    type: format.type,
    href: absolute(site.url, feedPath(base, format, number)),
  });
  const { number, older, newer } = place;
  return [
    ...feedFormats.map((format) => link(format === own ? 'self' : 'alternate', format, number)),
    ...(number === undefined ? [] : [link('current', own)]),
    ...(older === undefined ? [] : [link('prev-archive', own, older)]),
    ...(newer === undefined ? [] : [link('next-archive', own, newer === 'newest' ? undefined : newer)]),
    ...hubsOf({ site, place }).map((href) => ({ rel: 'hub', href })),
  ];
}

/** The WebSub hubs of a document. An archive document does not change, so it has none. */
export function hubsOf({ site, place }: Pick<Feed, 'site' | 'place'>): readonly string[] {
  return place.number === undefined ? site.websub : [];
}
