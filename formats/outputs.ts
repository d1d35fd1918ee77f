import type { Edition } from '../newsroom/edition/edition.ts';
import { alternateFormats } from '../site/addresses/alternates.ts';
import { feedFormats } from '../site/addresses/feeds.ts';
import { licensePath } from '../site/addresses/routes.ts';
import { openSearch } from '../site/addresses/search.ts';
import { redirectOf } from '../site/redirect.ts';
import { alternateAt, alternatePaths } from './article/alternates.ts';
import { feedAt, feedPaths } from './feeds/feed-at.ts';
import { searchFeedAt } from './feeds/search-feed.ts';
import { keyAddress } from './indexnow.ts';
import { writeLicense } from './license.ts';
import { writeLlms } from './llms.ts';
import { writeManifest } from './manifest.ts';
import { writeOpenSearch } from './opensearch.ts';
import type { Output, Redirect } from './output.ts';
import { writeRobots } from './robots.ts';
import { newsSitemapPath, newsUntil, writeNewsSitemap } from './sitemaps/news-sitemap.ts';
import { allSitemaps, sitemapIdOf, sitemapPath } from './sitemaps/sitemap-list.ts';
import { writeSitemap, writeSitemapIndex } from './sitemaps/sitemap.ts';
import { trustPath, wellKnownTrustPath, writeTrust } from './trust.ts';

const xml = 'application/xml; charset=utf-8';
const text = 'text/plain; charset=utf-8';

/** The documents with a fixed address. `now` can be later than the edition's own instant, within its window. */
const documents: Readonly<Record<string, (edition: Edition, now: number) => Output | undefined>> = {
  '/sitemap.xml': (edition, now) => output(xml, writeSitemapIndex(edition, now), newsUntil(edition, now)),
  [newsSitemapPath]: (edition, now) => output(xml, writeNewsSitemap(edition, now), newsUntil(edition, now)),
  '/robots.txt': (edition, now) => output(text, writeRobots(edition, now), newsUntil(edition, now)),
  '/llms.txt': (edition) => output(text, writeLlms(edition)),
  [licensePath]: (edition) => output('application/rsl+xml; charset=utf-8', writeLicense(edition)),
  '/manifest.webmanifest': (edition) => output('application/manifest+json; charset=utf-8', writeManifest(edition)),
  [openSearch.path]: ({ site }) => output(`${openSearch.type}; charset=utf-8`, writeOpenSearch(site)),
  [trustPath]: (edition) => output(text, writeTrust(edition)),
  [wellKnownTrustPath]: (edition) => output(text, writeTrust(edition)),
};

/** The addresses of these documents. */
export const documentPaths: readonly string[] = Object.keys(documents);

/** Outputs of which there are many. */
interface Family {
  /** What an address answers, if it is one of theirs. */
  at: (edition: Edition, path: string) => Output | Redirect | undefined;
  /** Their paths. Some may be missing, so ask for the output before you name it. */
  paths: (edition: Edition) => Iterable<string>;
}

/** The first family that knows an address answers. */
const families: readonly Family[] = [
  {
    at: indexNowKeyAt,
    paths: ({ site: { indexnow: key } }) => (key === undefined ? [] : [keyAddress(key).toLowerCase()]),
  },
  { at: sitemapAt, paths: (edition) => allSitemaps(edition).map(({ sitemap }) => sitemapPath(sitemap)) },
  // There is one for every query.
  { at: searchFeedAt, paths: () => [] },
  { at: feedAt, paths: feedPaths },
  { at: alternateAt, paths: alternatePaths },
  // They lead to other outputs.
  { at: aliasAt, paths: () => [] },
];

/** The paths of all outputs, except those that depend on a query. Some may be missing, so ask for the output before you name it. */
export function* outputPaths(edition: Edition): Generator<string> {
  yield* documentPaths;
  for (const { paths } of families) yield* paths(edition);
}

/** The file name extensions of all outputs. Sitemaps and the key of IndexNow have those of documents above. */
export const outputExtensions: ReadonlySet<string> = new Set(
  [
    ...Object.keys(documents),
    ...feedFormats.map(({ name }) => name),
    ...alternateFormats.map(({ ending }) => ending),
  ].map((name) => name.slice(name.lastIndexOf('.'))),
);

/** Whether a path can be that of an output. No page is looked for at such a path. */
export function isOutputPath(path: string): boolean {
  return outputExtensions.has(path.slice(path.lastIndexOf('.')));
}

/**
 * What an address answers that is not a page. `path` is its normal path; that of the feed of a search may have a query
 * string. Undefined if there is nothing.
 */
export function outputAt(edition: Edition, path: string, now: number = edition.now): Output | Redirect | undefined {
  const write = Object.hasOwn(documents, path) ? documents[path] : undefined;
  if (write) return write(edition, now);
  for (const family of families) {
    const found = family.at(edition, path);
    if (found) return found;
  }
  return undefined;
}

function output(type: string, body: string | undefined, until?: number): Output | undefined {
  return body === undefined ? undefined : { type, body, ...(until !== undefined && { until }) };
}

/** The key of IndexNow. Its file name is the key itself, in its own upper and lower case. */
function indexNowKeyAt({ site: { indexnow } }: Edition, path: string): Output | undefined {
  return indexnow !== undefined && path === keyAddress(indexnow).toLowerCase()
    ? { type: text, body: indexnow, address: keyAddress(indexnow) }
    : undefined;
}

function sitemapAt(edition: Edition, path: string): Output | undefined {
  const id = sitemapIdOf(path);
  return id && output(xml, writeSitemap(edition, id));
}

/** An alias can have any form, also that of an output. */
function aliasAt(edition: Edition, path: string): Redirect | undefined {
  const to = redirectOf(edition, path);
  return to === undefined ? undefined : { to };
}
