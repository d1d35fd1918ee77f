import type { Edition } from '../../newsroom/edition/edition.ts';
import { hasLinkPage } from '../../site/links/groups.ts';
import { pathOf } from '../../site/addresses/routes.ts';
import { absolute, pictureAddress } from '../../site/addresses/absolute.ts';
import { element, textElement, xmlDocument } from '../xml.ts';
import { addressesOf, allSitemaps, sitemapPath, monthParts, pagesPerSitemap, type SitemapId } from './sitemap-list.ts';
import { hasNews, newsSitemapPath } from './news-sitemap.ts';
import { dayAddresses } from './page-addresses.ts';

const sitemapNamespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** The largest number of pictures of one address (rule S7). */
const maxPictures = 1_000;

/** Writes the index of all sitemaps (rule S8). The news sitemap is in it only if it has a story: its schema forbids an empty one. */
export function writeSitemapIndex(edition: Edition, now: number): string {
  const { url: site } = edition.site;
  const entry = (path: string, lastChange?: number): string =>
    element('sitemap', `${textElement('loc', absolute(site, path))}${lastmod(lastChange)}`.trimEnd());
  const sitemaps = allSitemaps(edition).map(({ sitemap, lastChange }) => entry(sitemapPath(sitemap), lastChange));
  if (hasNews(edition, now)) sitemaps.push(entry(newsSitemapPath));
  return xmlDocument(element('sitemapindex', `\n${sitemaps.join('')}`, { xmlns: sitemapNamespace }));
}

function lastmod(lastChange: number | undefined): string {
  return lastChange === undefined
    ? ''
    : textElement('lastmod', new Date(lastChange).toISOString().replace('.000Z', 'Z'));
}

/** Writes one sitemap; undefined if it has no address. */
export function writeSitemap(edition: Edition, sitemap: SitemapId): string | undefined {
  const urls = 'month' in sitemap ? monthUrls(edition, sitemap) : pageUrls(edition, sitemap);
  if (urls.length === 0) return undefined;
  return xmlDocument(
    element('urlset', `\n${urls.join('')}`, {
      xmlns: sitemapNamespace,
      'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    }),
  );
}

/** List pages have no `lastmod`: what a reader sees on them changes with every story (rule S6). */
function pageUrls(edition: Edition, { pages, part }: Extract<SitemapId, { pages: string }>): string[] {
  return addressesOf(edition, pages)
    .slice((part - 1) * pagesPerSitemap, part * pagesPerSitemap)
    .map((path) => url(edition, path));
}

function monthUrls(edition: Edition, { month, part }: Extract<SitemapId, { month: string }>): string[] {
  const site = edition.site.url;
  const own = monthParts(edition.articleIndex.days(`${month}/`))[part - 1];
  if (!own) return [];
  const listed = edition.articleIndex.ofMonth(month, own.offset, own.size);
  const archives = [...(part === 1 ? [pathOf({ page: 'month', month })] : []), ...dayAddresses(own.days)];
  const articles = listed.flatMap(({ story, changed, pictures }) => {
    const address = story.address;
    const images = pictures
      .slice(0, maxPictures)
      .map((src) => element('image:image', textElement('image:loc', pictureAddress(site, src)).trimEnd()));
    // A sitemap has only canonical addresses (rule S8). The links on a story of another site are no page to find either.
    if (story.canonical !== undefined) return [];
    return [
      url(edition, address, textElement('lastmod', changed) + images.join('')),
      ...(hasLinkPage(edition, story) ? [url(edition, pathOf({ page: 'article-links', address }))] : []),
    ];
  });
  return [...archives.map((path) => url(edition, path)), ...articles];
}

function url(edition: Edition, path: string, more = ''): string {
  return element('url', `${textElement('loc', absolute(edition.site.url, path))}${more}`.trimEnd());
}
