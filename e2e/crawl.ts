import { ask, type Answer } from './http.ts';
import { attribute, Markup, words } from './markup.ts';

/** An address that the site leads to, and its answer. */
interface Found {
  path: string;
  answer: Answer;
  /** Missing if the answer is not HTML. */
  markup?: Markup;
}

/** A link on a page to an address on this site. */
interface InternalLink {
  from: string;
  path: string;
  /** The anchor, decoded; empty without one. */
  anchor: string;
}

/** Everything that can be reached from the front page by following what the pages name. */
export interface Crawl {
  /** By path, without the anchor. */
  found: Map<string, Found>;
  links: InternalLink[];
  /** The pages that name a path, as a link, a picture or anything else. */
  named: Map<string, string[]>;
  /** Addresses that no browser can request: the page, and the address as it is written there. */
  unreadable: { from: string; address: string }[];
  /** The pages among what was found. */
  pages: (Found & { markup: Markup })[];
}

/**
 * Follows every link and loads everything that a page names, from the front page and from `extraPaths`. `publicUrl` is the
 * address of the site that readers use: if it is given, the crawl also follows what pages name by that address for
 * programs, such as feeds, share images and the addresses in JSON-LD.
 */
export async function crawl(base: string, extraPaths: readonly string[] = [], publicUrl?: string): Promise<Crawl> {
  const found = new Map<string, Found>();
  const links: InternalLink[] = [];
  const named = new Map<string, string[]>();
  const unreadable: Crawl['unreadable'] = [];
  // The loop also visits what is added to the set on the way.
  const paths = new Set(['/', ...extraPaths]);
  for (const path of paths) {
    const answer = await ask(base, path);
    const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
    const markup = isPage ? new Markup(answer.text) : undefined;
    found.set(path, { path, answer, ...(markup && { markup }) });
    if (path === '/manifest.webmanifest' && answer.status === 200)
      for (const icon of iconsIn(answer.text)) paths.add(icon);
    if (!markup) continue;
    const name = (target: string): void => {
      const names = named.get(target) ?? [];
      named.set(target, names);
      if (names.at(-1) !== path) names.push(path);
      paths.add(target);
    };
    for (const address of namedIn(markup)) {
      if (!URL.canParse(address, `${base}${path}`)) {
        unreadable.push({ from: path, address });
        continue;
      }
      const url = new URL(address, `${base}${path}`);
      const target = url.pathname + url.search;
      if (url.origin === base) links.push({ from: path, path: target, anchor: decodeURIComponent(url.hash.slice(1)) });
      if (url.origin === base || url.origin === publicUrl) name(target);
    }
    for (const address of publicUrl === undefined ? [] : namedForMachines(markup)) {
      if (!URL.canParse(address)) continue;
      const url = new URL(address);
      if (url.origin === publicUrl) name(url.pathname + url.search);
    }
  }
  return {
    found,
    links,
    named,
    unreadable,
    pages: [...found.values()].flatMap((one) => (one.markup ? [{ ...one, markup: one.markup }] : [])),
  };
}

/**
 * The addresses that a page names, as they are written: links, pictures, and what its styles load. Like other crawlers, this
 * one does not follow links to searches, because each search leads to others.
 */
function namedIn(markup: Markup): string[] {
  const written = markup.elements.flatMap((element) => [
    ...(['canonical', 'nofollow'].some((word) => words(element, 'rel').includes(word))
      ? []
      : [attribute(element, 'href')]),
    attribute(element, 'src'),
    ...(attribute(element, 'srcSet') ?? '').split(',').map((candidate) => candidate.trim().split(/\s+/)[0]),
  ]);
  return [...written, ...loadedByStyle(markup)].flatMap((address) => address || []);
}

/** The paths of the icons of a web app manifest. */
function iconsIn(manifest: string): string[] {
  const { icons }: { icons?: { src: string }[] } = JSON.parse(manifest);
  return (icons ?? []).map(({ src }) => src);
}

/** The absolute addresses in a page's `meta` elements and JSON-LD. */
function namedForMachines(markup: Markup): string[] {
  const texts = markup.jsonLd().flatMap(stringsIn);
  const cards = markup.all('meta').map((element) => attribute(element, 'content') ?? '');
  return [...texts, ...cards].filter((text) => /^https?:\/\/\S+$/.test(text));
}

/** All texts in a value, at any depth. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The addresses that the styles of a page load. */
export function loadedByStyle(markup: Markup): string[] {
  return markup
    .all('style')
    .flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? [child.value] : [])))
    .flatMap((css) => [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)])
    .map(([, url, imported]) => url ?? imported ?? '');
}
