import { hubPath } from './routes.ts';
import type { View } from './views.ts';

/** The three formats of every feed: the last part of its address, its media type, its name for readers. */
export const feedFormats = [
  { name: 'feed.xml', type: 'application/rss+xml', words: 'RSS' },
  { name: 'atom.xml', type: 'application/atom+xml', words: 'Atom' },
  { name: 'feed.json', type: 'application/feed+json', words: 'JSON Feed' },
] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** The address of a feed; `base` is that of the hub, or `/` for the whole site's. */
export function feedPath(base: string, format: FeedFormat): string {
  return `${base === '/' ? '' : base}/${format.name}`;
}

/** The address whose feeds follow what a page shows: the hub's own on its pages, the whole site's on others (rule E6). */
export function feedBase(view: View): { base: string; title: string } {
  const { site } = view.frame;
  return view.page === 'hub'
    ? { base: hubPath(view.hub.kind, view.hub.slug), title: `${view.hub.title} — ${site.name}` }
    : { base: '/', title: site.name };
}
