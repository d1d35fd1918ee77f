import type { Chance } from '../../bench/random.ts';
import { feedFormats, feedPath } from '../../site/addresses/feeds.ts';
import { collectionPath, pictureUrl } from '../../site/addresses/routes.ts';
import type { Plan, PlannedArticle } from './plan.ts';
import type { Words } from './words.ts';

/** Addresses that begin with that of an article, today or in the future. */
const tails = [
  '/related', '/history', '/history/1', '/history/2', '.txt', '.md', '.json', '.html', '.xml', '.png', '.jpg',
  '/share.jpg', '/share.png', '/opengraph-image', '/feed.xml', '/atom.xml', '/feed.json', '/comments', '/page/1',
]; // prettier-ignore

/** What the site has whatever its stories are. */
export const outputs = [
  '/', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/robots.txt', '/llms.txt',
  '/manifest.webmanifest', '/topics', '/about', '/corrections', '/healthz', '/not-found',
]; // prettier-ignore

/** The same, requested less often: further addresses, today or in the future. */
export const furtherOutputs = [
  '/corrections/page/1', '/corrections/feed.xml', '/corrections/atom.xml', '/corrections/feed.json', '/share.jpg', '/llms-full.txt',
  '/sitemaps/pages.xml', '/sitemaps/topics.xml', '/sitemaps/people.xml', '/sitemaps/places.xml', '/sitemaps/agencies.xml',
  '/sitemaps/storylines.xml', '/people', '/places', '/agencies', '/storylines', '/archive', '/feed/archive', '/feed.xml?page=2',
  '/feed/1.xml', '/atom/1.xml', '/search', '/search?q=', '/opensearch.xml', '/suggest?q=a', '/trust.txt', '/ads.txt', '/rsl.xml', '/index.json',
  '/.well-known/security.txt', '/articles.json', '/_next/data/x/index.json', '/images/', '/2026', '/2027',
]; // prettier-ignore

/** Every address that hangs on an article: its own and their other forms, its pictures, aliases, days, and collections that it alone names. */
export function targetsOf(article: PlannedArticle, words: Words): string[] {
  const { address, aliases, pictures, collections } = article;
  const own = encodeURI(address);
  const found = [
    own,
    ...tails.map((tail) => own + tail),
    `${own}/`,
    encodeURI(address.toUpperCase()),
    `/${own}`,
    `${own}?page=1`,
    ...aliases.map(encodeURI).flatMap((alias) => [alias, alias.toUpperCase(), `${alias}/related`, `${alias}.txt`]),
    ...pictures.map(pictureUrl),
    ...archivesOf(article),
  ];
  for (const { kind, slug } of collections) if (words.in(slug).size > 0) found.push(...collectionTargets(kind, slug));
  return found;
}

/** Whether an answer takes as long to make as many others: images are composed when somebody asks for them. */
export function isDear(target: string): boolean {
  return target.endsWith('/share.jpg');
}

/** A few of them, for articles that nothing happens to. */
export function someTargetsOf(article: PlannedArticle, words: Words, chance: Chance): string[] {
  return targetsOf(article, words).filter((target) => chance.happens(isDear(target) ? 0.01 : 0.12));
}

/** The archives that would list an article, and the sitemap of its month. */
export function archivesOf({ address }: PlannedArticle): string[] {
  const [, year = '', month = '', day = ''] = address.split('/');
  return [`/${year}/${month}/${day}`, `/${year}/${month}`, `/${year}`, `/sitemaps/${year}-${month}.xml`];
}

/** Every address of a collection. */
function collectionTargets(kind: Parameters<typeof collectionPath>[0], slug: string): string[] {
  const base = encodeURI(collectionPath(kind, slug));
  return [
    base,
    ...feedFormats.map((format) => feedPath(base, format)),
    ...(kind === 'topic' ? [`${base}/links`] : []),
    `${base}/page/1`,
    `${base}/page/2`,
    `${base}?page=1`,
  ];
}

/** The addresses of the collections that many articles share. */
export function sharedCollectionTargets(plan: Plan, words: Words): string[] {
  const found = new Set<string>();
  for (const { collections } of plan.articles.values())
    for (const { kind, slug } of collections)
      if (words.in(slug).size === 0) for (const target of collectionTargets(kind, slug)) found.add(target);
  return [...found];
}

/** Questions to a search for a word, and for its beginnings. */
export function searchesFor(word: string): string[] {
  return [word, word.slice(0, 8), word.toUpperCase()].map((asked) => `/search?q=${encodeURIComponent(asked)}`);
}

/** Every address of this site that a text names, as a request's target: of links in HTML, and absolute ones anywhere. */
export function targetsIn(text: string, url: string): string[] {
  const named = text.replaceAll('&amp;', '&').replaceAll('\\/', '/');
  const found = new Set<string>();
  for (const [, target = ''] of named.matchAll(/\b(?:href|src|action)="(\/(?!\/)[^"#]*)/g)) found.add(target);
  for (const [, set = ''] of named.matchAll(/\bsrcset="([^"]*)"/gi))
    for (const candidate of set.split(',')) found.add(candidate.trim().split(/\s/)[0] ?? '');
  for (let at = named.indexOf(url); at >= 0; at = named.indexOf(url, at + url.length)) {
    const [target = ''] = /^\/[^\s"'<>()\\#]*/.exec(named.slice(at + url.length, at + url.length + 600)) ?? [];
    if (target !== '') found.add(target);
  }
  return [...found].filter((target) => target.startsWith('/') && !target.includes('*')).map(encoded);
}

function encoded(target: string): string {
  return target.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}
