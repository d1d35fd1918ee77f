import type { About } from '../model/about.ts';
import type { Site } from '../model/site.ts';
import { textOf } from '../store/store.ts';
import type { EditionContext } from './context.ts';

/** The settings of a newsroom without `site.yaml`. */
const defaults: Site = {
  name: 'Newsroom',
  url: 'http://localhost:3000',
  id: 'http://localhost:3000',
  language: 'en',
  timezone: 'UTC',
  policies: {},
  front: [],
  released: [],
  websub: [],
};

/** The newsroom's settings as `site.yaml` has them, with links to what is hidden. */
export function settingsOf({ store, cache }: EditionContext): Site {
  if (cache.settings) return cache.settings;
  const row = store.get("SELECT value FROM entity WHERE kind = 'site'");
  const settings: Site = row ? JSON.parse(textOf(row, 'value')) : defaults;
  return (cache.settings = settings);
}

/** The site's address as readers use it: absolute, without a slash at the end. */
export function siteUrlOf(context: EditionContext): string {
  return context.siteUrl ?? settingsOf(context).url;
}

/** The addresses of this site: the one that readers use, and the one in its settings. */
export function ownUrlsOf(context: EditionContext): string[] {
  return [siteUrlOf(context), settingsOf(context).url];
}

/** What the newsroom says about itself in `about.mdx`. */
export function aboutOf({ store }: EditionContext): About | undefined {
  const row = store.get("SELECT value FROM entity WHERE kind = 'about'");
  return row && JSON.parse(textOf(row, 'value'));
}
