import type { DayCount } from '../../newsroom/edition/counts.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { collectionKinds, type CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionFolders } from '../../site/addresses/routes.ts';
import { countCollectionAddresses, collectionAddresses, pageAddresses } from './page-addresses.ts';

/**
 * The largest number of articles in one sitemap. It is far below the limit of the format (rule S5): each article can need a
 * query of its own, to find out whether it has a link page, and one answer must not delay others for long.
 */
export const articlesPerSitemap = 2_000;
/** The largest number of addresses of other pages in one sitemap. The format allows 50,000 (rule S5). */
export const pagesPerSitemap = 40_000;

/**
 * Which sitemap: the articles and archive pages of a month (`YYYY/MM`), or a set of other pages. A large one has several parts,
 * which count from 1.
 */
export type SitemapId = { month: string; part: number } | { pages: PageSet; part: number };

/** A set of pages that belong to no month: the pages of one kind of collection, or all others (`pages`). */
export type PageSet = 'pages' | (typeof collectionFolders)[keyof typeof collectionFolders];

const pageSets: readonly PageSet[] = ['pages', ...collectionKinds.map((kind) => collectionFolders[kind])];

/** The part of a month that is in one sitemap. */
export interface MonthPart {
  /** The number of articles of the month in earlier parts. */
  offset: number;
  /** The number of articles in this part. */
  size: number;
  /** The days whose archive pages are in this part. */
  days: DayCount[];
  /** When one of its articles was last added or changed, in milliseconds; missing if it is known only for a larger part. */
  lastChange?: number;
}

/**
 * All sitemaps of the site, with the instant of the last change in each (rule S6), in milliseconds. Sitemaps of collections
 * have none: every story changes the pages in them, and the instant at which a collection appeared is not stored.
 *
 * An article is always in the sitemap of the month of its address. So a new story changes that one sitemap and the index. It
 * changes the sitemaps of collections and of other pages only if it is the first of a collection, or if a list gets another
 * page.
 */
export function allSitemaps(edition: Edition): { sitemap: SitemapId; lastChange?: number }[] {
  const months = new Map<string, DayCount[]>();
  for (const day of edition.articleIndex.days('')) {
    const month = day.day.slice(0, 7);
    const days = months.get(month);
    if (days) days.push(day);
    else months.set(month, [day]);
  }
  return [
    ...pageSets.flatMap((pages) =>
      parts(countOf(edition, pages), pagesPerSitemap).map((part) => ({ sitemap: { pages, part } })),
    ),
    ...[...months].flatMap(([month, days]) =>
      monthParts(days).map(({ lastChange }, index) => ({
        sitemap: { month, part: index + 1 },
        ...(lastChange !== undefined && { lastChange }),
      })),
    ),
  ];
}

/**
 * Splits a month that has too many articles for one sitemap. It splits between days, so that a late story usually changes
 * only its own part. A day that is too large for one sitemap is split too.
 */
export function monthParts(days: readonly DayCount[]): MonthPart[] {
  const found: MonthPart[] = [];
  let offset = 0;
  for (const day of days) {
    const last = found.at(-1);
    if (last && last.size + day.count <= articlesPerSitemap) {
      last.size += day.count;
      last.days.push(day);
      if (last.lastChange !== undefined) last.lastChange = Math.max(last.lastChange, day.lastChange);
    } else if (day.count <= articlesPerSitemap) {
      found.push({ offset, size: day.count, days: [day], lastChange: day.lastChange });
    } else {
      for (let from = 0; from < day.count; from += articlesPerSitemap) {
        const size = Math.min(articlesPerSitemap, day.count - from);
        found.push({ offset: offset + from, size, days: from === 0 ? [day] : [] });
      }
    }
    offset += day.count;
  }
  return found;
}

/** The paths of a set of pages, in an order that does not depend on the order of files. */
export function addressesOf(edition: Edition, pages: PageSet): string[] {
  const kind = kindOf(pages);
  return kind ? collectionAddresses(edition, kind) : pageAddresses(edition);
}

/** The number of paths of a set of pages. */
function countOf(edition: Edition, pages: PageSet): number {
  const kind = kindOf(pages);
  return kind ? countCollectionAddresses(edition, kind) : pageAddresses(edition).length;
}

function kindOf(pages: PageSet): CollectionKind | undefined {
  return collectionKinds.find((each) => collectionFolders[each] === pages);
}

function parts(count: number, size: number): number[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => index + 1);
}

/** The path of a sitemap: `/sitemaps/2026-01.xml`, `/sitemaps/2026-01-2.xml`, `/sitemaps/people.xml`. */
export function sitemapPath(sitemap: SitemapId): string {
  const name = 'month' in sitemap ? sitemap.month.replace('/', '-') : sitemap.pages;
  return `/sitemaps/${name}${sitemap.part === 1 ? '' : `-${sitemap.part}`}.xml`;
}

/** The sitemap at a path; undefined if the path has not that form. Only the edition knows whether the sitemap has addresses. */
export function sitemapIdOf(path: string): SitemapId | undefined {
  const [, name = '', more] = /^\/sitemaps\/(\d{4}-\d\d|[a-z]+)(?:-([2-9]|[1-9]\d{1,4}))?\.xml$/.exec(path) ?? [];
  const part = Number(more ?? 1);
  if (/^\d/.test(name)) return { month: name.replace('-', '/'), part };
  const pages = pageSets.find((each) => each === name);
  return pages && { pages, part };
}
