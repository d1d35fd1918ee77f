import { ask, type Answer } from './http.ts';
import { attribute, Markup } from './markup.ts';

/** Something that the site leads to. */
interface Found {
  path: string;
  answer: Answer;
  /** Missing where it is no HTML. */
  markup?: Markup;
}

/** A link on a page to a place on this site. */
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
  /** The pages among what was found. */
  pages: (Found & { markup: Markup })[];
}

/** Follows every link and loads everything that a page names, from the front page and from `besides`. */
export async function crawl(base: string, besides: readonly string[] = []): Promise<Crawl> {
  const found = new Map<string, Found>();
  const links: InternalLink[] = [];
  const waiting = ['/', ...besides];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue;
    const answer = await ask(base, path);
    const isPage = answer.headers['content-type']?.startsWith('text/html') ?? false;
    const markup = isPage ? new Markup(answer.text) : undefined;
    found.set(path, { path, answer, ...(markup && { markup }) });
    for (const address of markup ? namedIn(markup) : []) {
      const url = new URL(address, `${base}${path}`);
      if (url.origin !== base) continue;
      const link = { from: path, path: url.pathname + url.search, anchor: decodeURIComponent(url.hash.slice(1)) };
      links.push(link);
      waiting.push(link.path);
    }
  }
  return {
    found,
    links,
    pages: [...found.values()].flatMap((one) => (one.markup ? [{ ...one, markup: one.markup }] : [])),
  };
}

/** Addresses that a page names, as they are written: links, pictures, and what its style loads. */
function namedIn(markup: Markup): string[] {
  const written = markup.elements.flatMap((element) => [
    ...(element.tagName === 'link' && attribute(element, 'rel') === 'canonical' ? [] : [attribute(element, 'href')]),
    attribute(element, 'src'),
    ...(attribute(element, 'srcSet') ?? '').split(',').map((candidate) => candidate.trim().split(/\s+/)[0]),
  ]);
  return [...written, ...loadedByStyle(markup)].flatMap((address) => address || []);
}

/** What the style of a page loads. */
export function loadedByStyle(markup: Markup): string[] {
  return markup
    .all('style')
    .flatMap(({ children }) => children.flatMap((child) => (child.type === 'text' ? [child.value] : [])))
    .flatMap((css) => [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g)])
    .map(([, url, imported]) => url ?? imported ?? '');
}
