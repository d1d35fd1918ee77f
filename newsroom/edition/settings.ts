import type { Site } from '../model/site.ts';
import type { Theme } from '../model/theme.ts';
import type { WordTable } from '../model/words/word-table.ts';
import { wordsSchema, type OwnWords } from '../model/words/words-schema.ts';
import { textOf } from '../store/store.ts';
import type { EditionContext } from './context.ts';

/** The settings of a newsroom without `site.yaml`. */
const defaults: Site = {
  name: 'Newsroom',
  url: 'http://localhost:3000',
  id: 'http://localhost:3000',
  language: 'en',
  timezone: 'UTC',
  palette: {},
  menu: [],
  social: [],
  policies: {},
  related: {},
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

/** What `theme.css` sets; nothing where there is none. */
export function themeOf({ store, cache }: EditionContext): Theme {
  if (cache.theme) return cache.theme;
  const row = store.get("SELECT value FROM entity WHERE kind = 'theme'");
  return (cache.theme = row ? JSON.parse(textOf(row, 'value')) : { colours: {}, others: {} });
}

/** The site's address as readers use it: absolute, without a slash at the end. */
export function siteUrlOf(context: EditionContext): string {
  return context.siteUrl ?? settingsOf(context).url;
}

/** The addresses of this site: the one that readers use, and the one in its settings. */
export function ownUrlsOf(context: EditionContext): string[] {
  return [siteUrlOf(context), settingsOf(context).url];
}

/** The words that the newsroom has written, by the tags of their languages; `undefined` where it has none. */
export function ownWordsOf({ store }: EditionContext): Record<string, WordTable> | undefined {
  const rows = store.all("SELECT value FROM entity WHERE kind = 'words' ORDER BY slug");
  const tables = rows.map((row): OwnWords => JSON.parse(textOf(row, 'value')));
  // A store may be older than the code, and lack a word that the code has.
  const complete = tables.filter(({ slug, table }) => wordsSchema(slug).safeParse(table).success);
  return complete.length === 0 ? undefined : Object.fromEntries(complete.map(({ slug, table }) => [slug, table]));
}
