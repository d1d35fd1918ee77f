import { documentPaths } from '../../formats/outputs.ts';
import { addressesOf as pagesOf, allSitemaps, sitemapPath } from '../../formats/sitemaps/sitemap-list.ts';
import { dayAddresses } from '../../formats/sitemaps/page-addresses.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { collectionKinds } from '../../newsroom/model/collection.ts';
import { alternateFormats, alternatePath } from '../../site/addresses/alternates.ts';
import { feedFormats, feedPath } from '../../site/addresses/feeds.ts';
import { collectionPath, pathOf } from '../../site/addresses/routes.ts';
import { fullPages } from '../../site/shell/paging.ts';
import { Chance } from '../random.ts';

/** How many addresses of each kind are compared; all of them where it is missing. */
export interface Sample {
  /** The newest stories, and how many older ones, chosen at random. */
  newest: number;
  older: number;
  /** The newest stories of each collection. */
  newestOfEach: number;
  /** Of each archive of a feed the first document, and so many of the last ones. */
  lastPages: number;
}

/** The addresses of an edition, apart from share images: those that its sitemaps name, feeds, and other forms of stories. */
export function addressesIn(edition: Edition, sample: Sample | undefined): string[] {
  const found = new Set<string>([
    ...documentPaths,
    ...allSitemaps(edition).map(({ sitemap }) => sitemapPath(sitemap)),
    ...pagesOf(edition, 'pages'),
    '/corrections',
    ...edition.days('').flatMap(({ day, count }) => [...dayAddresses([{ day, count }]), `/${day.slice(0, 7)}`]),
    ...feedsOf('/', edition.count('all', ''), sample),
    ...feedsOf('/corrections', edition.corrections.count, sample),
  ]);
  for (const kind of collectionKinds)
    for (const { slug, count } of edition.collectionCounts(kind)) {
      const base = collectionPath(kind, slug);
      found.add(base);
      if (kind === 'topic') found.add(pathOf({ page: 'topic-links', slug }));
      for (const number of numbersOf(count, undefined)) found.add(pathOf({ page: 'collection', kind, slug, number }));
      for (const path of feedsOf(base, count, sample)) found.add(path);
    }
  for (const address of storiesIn(edition, sample)) for (const path of formsOf(address)) found.add(path);
  return [...found];
}

/** A story's pages and its other formats. */
export function formsOf(address: string): string[] {
  return [
    address,
    pathOf({ page: 'article-links', address }),
    pathOf({ page: 'history', address }),
    ...alternateFormats.map((format) => alternatePath(address, format)),
  ];
}

function feedsOf(base: string, count: number, sample: Sample | undefined): string[] {
  return [undefined, ...numbersOf(count, sample)].flatMap((number) =>
    feedFormats.map((format) => feedPath(base, format, number)),
  );
}

/** The numbers of a list's pages. */
function numbersOf(count: number, sample: Sample | undefined): number[] {
  const last = fullPages(count);
  const all = Array.from({ length: last }, (_, index) => index + 1);
  return sample ? all.filter((number) => number === 1 || number > last - sample.lastPages) : all;
}

function storiesIn(edition: Edition, sample: Sample | undefined): string[] {
  const count = edition.count('all', '');
  const newest = Math.min(count, sample?.newest ?? count);
  const positions = new Set(Array.from({ length: newest }, (_, index) => count - 1 - index));
  const chance = new Chance(count);
  const wanted = Math.min(count, newest + (sample?.older ?? 0));
  while (positions.size < wanted) positions.add(chance.below(count - newest));
  const ofLists = collectionKinds.flatMap((kind) =>
    edition.collectionCounts(kind).flatMap(({ slug }) => edition.newest(kind, slug, sample?.newestOfEach ?? 0)),
  );
  const ofAll = [...positions].flatMap((position) => edition.fromOldest('all', '', position, 1));
  return [...ofLists, ...ofAll].map(({ address }) => address);
}
