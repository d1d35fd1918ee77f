import type { Edition } from '../../newsroom/edition/edition.ts';
import { hasLinkPage } from '../../site/links/groups.ts';
import { pathOf } from '../../site/addresses/routes.ts';
import { absolute, pictureAddress } from '../../site/addresses/absolute.ts';
import { element, textElement, xmlDocument } from '../xml.ts';
import { addressesOf, allChunks, chunkPath, monthParts, pagesPerChunk, type Chunk } from './sitemap-list.ts';
import { hasNews, newsSitemapPath } from './news-sitemap.ts';
import { dayAddresses } from './page-addresses.ts';

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Pictures that count for one address (rule S7). */
const mostPictures = 1_000;

/** The index of all sitemaps; that of news is left out while it would be empty, which its schema forbids (rule S8). */
export function writeSitemapIndex(edition: Edition, now: number): string {
  const { url: site } = edition.site;
  const entry = (path: string, moved?: number): string =>
    element('sitemap', `${textElement('loc', absolute(site, path))}${lastmod(moved)}`.trimEnd());
  const sitemaps = allChunks(edition).map(({ chunk, moved }) => entry(chunkPath(chunk), moved));
  if (hasNews(edition, now)) sitemaps.push(entry(newsSitemapPath));
  return xmlDocument(element('sitemapindex', `\n${sitemaps.join('')}`, { xmlns: sitemapNamespace }));
}

function lastmod(moved: number | undefined): string {
  return moved === undefined ? '' : textElement('lastmod', new Date(moved).toISOString().replace('.000Z', 'Z'));
}

/** One sitemap; `undefined` where there is nothing in it. */
export function writeSitemap(edition: Edition, chunk: Chunk): string | undefined {
  const urls = 'month' in chunk ? monthUrls(edition, chunk) : pageUrls(edition, chunk);
  if (urls.length === 0) return undefined;
  return xmlDocument(
    element('urlset', `\n${urls.join('')}`, {
      xmlns: sitemapNamespace,
      'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    }),
  );
}

/** Pages of lists say nothing of when they changed: what a reader sees moves on them with every story (rule S6). */
function pageUrls(edition: Edition, { pages, part }: Extract<Chunk, { pages: string }>): string[] {
  return addressesOf(edition, pages)
    .slice((part - 1) * pagesPerChunk, part * pagesPerChunk)
    .map((path) => url(edition, path));
}

function monthUrls(edition: Edition, { month, part }: Extract<Chunk, { month: string }>): string[] {
  const site = edition.site.url;
  const own = monthParts(edition.articleIndex.days(`${month}/`))[part - 1];
  if (!own) return [];
  const listed = edition.articleIndex.ofMonth(month, own.offset, own.size);
  const archives = [...(part === 1 ? [pathOf({ page: 'month', month })] : []), ...dayAddresses(own.days)];
  const articles = listed.flatMap(({ story, changed, pictures }) => {
    const address = story.address;
    const images = pictures
      .slice(0, mostPictures)
      .map((src) => element('image:image', textElement('image:loc', pictureAddress(site, src)).trimEnd()));
    return [
      // What another address owns is not listed: a sitemap holds canonical addresses (rule S8).
      ...(story.canonical === undefined || story.canonical === absolute(site, address)
        ? [url(edition, address, textElement('lastmod', changed) + images.join(''))]
        : []),
      ...(hasLinkPage(edition, story) ? [url(edition, pathOf({ page: 'article-links', address }))] : []),
    ];
  });
  return [...archives.map((path) => url(edition, path)), ...articles];
}

function url(edition: Edition, path: string, more = ''): string {
  return element('url', `${textElement('loc', absolute(edition.site.url, path))}${more}`.trimEnd());
}
