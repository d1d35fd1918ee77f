import type { DayCount } from '../../newsroom/edition/counts.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { collectionKinds, type CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionFolders } from '../../site/addresses/routes.ts';
import { countCollectionAddresses, collectionAddresses, pageAddresses } from './page-addresses.ts';

/**
 * Articles of a month in one sitemap. Far fewer than the format allows (rule S5): each may have to be looked into, to
 * tell whether it has a link page, and no answer may keep others waiting.
 */
export const articlesPerChunk = 2_000;
/** Addresses of other pages in one sitemap; the format allows 50,000 (rule S5). */
export const pagesPerChunk = 40_000;

/** What a sitemap holds: the articles and archives of a month, or pages of another kind; in parts where they are many. */
export type Chunk = { month: string; part: number } | { pages: PageSet; part: number };

/** The pages that belong to no month: the site's own, and those of each kind of collection. */
export type PageSet = 'pages' | (typeof collectionFolders)[keyof typeof collectionFolders];

const pageSets: readonly PageSet[] = ['pages', ...collectionKinds.map((kind) => collectionFolders[kind])];

/** What of a month lies in one sitemap. */
export interface MonthPart {
  /** Articles before it in the month, and in it. */
  offset: number;
  size: number;
  /** The days whose archive pages lie in it. */
  days: DayCount[];
  /** When one of its articles last came or changed, in milliseconds; missing where that is not known of it alone. */
  moved?: number;
}

/**
 * All sitemaps of the site, with the instant at which something in each of them last changed (rule S6), in milliseconds.
 * Those of collections have none: what is in them changes with every story, and when the first came is written nowhere.
 *
 * An article stays for ever in that of the month of its address, so a new story changes one of them (and that of collections,
 * where it is the first or opens another page of a list), and the index.
 */
export function allChunks(edition: Edition): { chunk: Chunk; moved?: number }[] {
  const months = new Map<string, DayCount[]>();
  for (const day of edition.articleIndex.days('')) {
    const month = day.day.slice(0, 7);
    const days = months.get(month);
    if (days) days.push(day);
    else months.set(month, [day]);
  }
  return [
    ...pageSets.flatMap((pages) =>
      parts(countOf(edition, pages), pagesPerChunk).map((part) => ({ chunk: { pages, part } })),
    ),
    ...[...months].flatMap(([month, days]) =>
      monthParts(days).map(({ moved }, index) => ({
        chunk: { month, part: index + 1 },
        ...(moved !== undefined && { moved }),
      })),
    ),
  ];
}

/**
 * Cuts a month where it has more articles than one sitemap takes: between days, so that a late story moves none but its
 * own part as a rule. A day that is too large by itself is cut inside.
 */
export function monthParts(days: readonly DayCount[]): MonthPart[] {
  const found: MonthPart[] = [];
  let offset = 0;
  for (const day of days) {
    const last = found.at(-1);
    if (last && last.size + day.count <= articlesPerChunk) {
      last.size += day.count;
      last.days.push(day);
      if (last.moved !== undefined) last.moved = Math.max(last.moved, day.lastChange);
    } else if (day.count <= articlesPerChunk) {
      found.push({ offset, size: day.count, days: [day], moved: day.lastChange });
    } else {
      for (let from = 0; from < day.count; from += articlesPerChunk) {
        const size = Math.min(articlesPerChunk, day.count - from);
        found.push({ offset: offset + from, size, days: from === 0 ? [day] : [] });
      }
    }
    offset += day.count;
  }
  return found;
}

/** The addresses of a set of pages, in an order that does not depend on files. */
export function addressesOf(edition: Edition, pages: PageSet): string[] {
  const kind = kindOf(pages);
  return kind ? collectionAddresses(edition, kind) : pageAddresses(edition);
}

/** How many addresses a set of pages has, without writing them. */
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

/** `/sitemaps/2026-01.xml`, `/sitemaps/2026-01-2.xml`, `/sitemaps/people.xml` */
export function chunkPath(chunk: Chunk): string {
  const name = 'month' in chunk ? chunk.month.replace('/', '-') : chunk.pages;
  return `/sitemaps/${name}${chunk.part === 1 ? '' : `-${chunk.part}`}.xml`;
}

/** The chunk that an address names; whether there is anything in it is the edition's to say. */
export function chunkAt(path: string): Chunk | undefined {
  const [, name = '', more] = /^\/sitemaps\/(\d{4}-\d\d|[a-z]+)(?:-([2-9]|[1-9]\d{1,4}))?\.xml$/.exec(path) ?? [];
  const part = Number(more ?? 1);
  if (/^\d/.test(name)) return { month: name.replace('-', '/'), part };
  const pages = pageSets.find((each) => each === name);
  return pages && { pages, part };
}
