import type { Chance } from '../../bench/random.ts';
import { feedFormats, feedPath } from '../../site/addresses/feeds.ts';
import { collectionPath, pictureUrl } from '../../site/addresses/routes.ts';
import type { Plan, PlannedArticle } from './plan.ts';
import type { Words } from './words.ts';

/** Ends of addresses that begin with the address of an article: those that exist, and some that may exist one day. */
const tails = [
  '/related', '/history', '/history/1', '/history/2', '.txt', '.md', '.json', '.html', '.xml', '.png', '.jpg',
  '/share.jpg', '/share.png', '/opengraph-image', '/feed.xml', '/atom.xml', '/feed.json', '/comments', '/page/1',
]; // prettier-ignore

/** Addresses that the site has, whichever articles it has. */
export const outputs = [
  '/', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/news-sitemap.xml', '/robots.txt', '/llms.txt',
  '/manifest.webmanifest', '/topics', '/about', '/corrections', '/healthz', '/not-found', '/search',
]; // prettier-ignore

/** More of them, which are requested less often: those that exist, and some that may exist one day. */
export const furtherOutputs = [
  '/corrections/page/1', '/corrections/feed.xml', '/corrections/atom.xml', '/corrections/feed.json', '/share.jpg', '/llms-full.txt',
  '/sitemaps/pages.xml', '/sitemaps/topics.xml', '/sitemaps/people.xml', '/sitemaps/places.xml', '/sitemaps/agencies.xml',
  '/sitemaps/storylines.xml', '/people', '/places', '/agencies', '/storylines', '/archive', '/feed/archive', '/feed.xml?page=2',
  '/feed/1.xml', '/atom/1.xml', '/search?q=', '/opensearch.xml', '/search.xml', '/suggest?q=a', '/trust.txt', '/ads.txt', '/rsl.xml', '/index.json',
  '/.well-known/security.txt', '/articles.json', '/_next/data/x/index.json', '/images/', '/2026', '/2027',
]; // prettier-ignore

/**
 * Every address that depends on an article: its own in all forms, its pictures, aliases and days, and the collections that
 * only it names, with their aliases and pictures.
 */
export function targetsOf(article: PlannedArticle, plan: Plan, words: Words): string[] {
  const { address, slug, aliases, pictures, collections } = article;
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
    ...[article.shown[0], slug].flatMap((word) =>
      word === undefined ? [] : [searchTarget(word), searchFeedTarget(word)],
    ),
  ];
  for (const { kind, slug: name } of collections) {
    if (words.in(name).size === 0) continue;
    const collection = plan.collections.get(`${kind} ${name}`);
    found.push(
      ...collectionTargets(kind, name),
      ...(collection?.aliases ?? []).map(encodeURI).flatMap((alias) => [alias, `${alias}/page/2`, `${alias}/links`]),
      ...(collection?.pictures ?? []).map(pictureUrl),
    );
  }
  return found;
}

/** Whether an answer takes as much time as many others: a share image is made when it is requested. */
export function isExpensive(target: string): boolean {
  return target.endsWith('/share.jpg');
}

/** A few of them, for articles that do not change now. */
export function someTargetsOf(article: PlannedArticle, plan: Plan, words: Words, chance: Chance): string[] {
  return targetsOf(article, plan, words).filter((target) => chance.happens(isExpensive(target) ? 0.01 : 0.12));
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

function searchTarget(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`;
}

function searchFeedTarget(query: string): string {
  return `/search.xml?q=${encodeURIComponent(query)}`;
}

/** Searches that find many articles: their order, their counts and their facets depend on all public articles. */
export function commonSearches(plan: Plan, words: Words): string[] {
  const shared = new Set<string>();
  for (const { collections } of plan.articles.values())
    for (const { kind, slug } of collections)
      if (kind !== 'storyline' && words.in(slug).size === 0) shared.add(`${kind}:${slug}`);
  const queries = [
    'sentence',
    'means',
    'headline',
    '"a second sentence"',
    'type:news',
    'after:2000',
    'setnence',
    ...shared,
  ];
  return queries.flatMap((query) => [
    searchTarget(query),
    `${searchTarget(query)}&order=date`,
    searchFeedTarget(query),
  ]);
}

/** A search that contains a word, and the word as it is typed there. */
export interface WordSearch {
  target: string;
  typed: string;
}

/**
 * Searches for a word: as it is, its beginning, in capitals, with two letters exchanged, so that the site may suggest the
 * word, as a phrase, as the value of each filter, beside words that many articles have, and as a feed.
 */
export function searchesFor(word: string): WordSearch[] {
  const [first = '', second = ''] = word.slice(5);
  const exchanged = word.slice(0, 5) + second + first + word.slice(7);
  const typed = [word, word.slice(0, 8), word.toUpperCase(), exchanged].map((each) => ({
    target: searchTarget(each),
    typed: each,
  }));
  const around = [
    `"${word}"`,
    ...['topic', 'person', 'place', 'agency', 'type', 'after'].map((filter) => `${filter}:${word}`),
    `sentence -${word}`,
    `sentence OR ${word}`,
    `sentence -topic:${word}`,
  ];
  return [
    ...typed,
    ...around.map((query) => ({ target: searchTarget(query), typed: word })),
    { target: `${searchTarget(word)}&order=date&page=2`, typed: word },
    { target: searchFeedTarget(word), typed: word },
  ];
}

/** The request target of every address of this site in a text: of links in HTML, and of absolute addresses anywhere. */
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
