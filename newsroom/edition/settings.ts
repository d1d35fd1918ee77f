import type { Site } from '../model/site.ts';
import type { Theme } from '../model/theme.ts';
import type { Title } from '../model/title.ts';
import type { WordTable } from '../model/words/word-table.ts';
import { wordsSchema, type OwnWords } from '../model/words/words-schema.ts';
import { textOf } from '../store/store.ts';
import type { EditionContext } from './context.ts';
import { newsroomSettings } from './newsroom-settings.ts';
import { titlesOf } from './titles.ts';

/** The settings of the title, as its file and `site.yaml` have them, with links to what is hidden. */
export function settingsOf(context: EditionContext): Site {
  return (context.cache.settings ??= readSettings(context));
}

function readSettings(context: EditionContext): Site {
  const shared = newsroomSettings(context);
  const { own } = titlesOf(context);
  return own ? settingsOfTitle(own, shared) : shared;
}

/**
 * What the file of a title says, and what it does not say as `site.yaml` has it. Colours and policies are added to those of
 * `site.yaml`. A logo stands for a name, so a title of another name has only its own.
 */
function settingsOfTitle(title: Title, shared: Site): Site {
  const { slug: _slug, order: _order, carries: _carries, front: _front, id, ...stated } = title;
  const { logo, ...inherited } = shared;
  const said = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
  return {
    ...inherited,
    ...(logo && title.name === shared.name && { logo }),
    ...said,
    // Feeds of a site that has become a title are recognised as before.
    id: id ?? (title.url === shared.url ? shared.id : title.url),
    palette: { ...shared.palette, ...title.palette },
    policies: { ...shared.policies, ...title.policies },
  };
}

/** What the style sheet of the title sets, or else `theme.css`; nothing where there is none. */
export function themeOf(context: EditionContext): Theme {
  const { store, cache } = context;
  if (cache.theme) return cache.theme;
  const slug = titlesOf(context).own?.slug ?? '';
  const row = store.get("SELECT value FROM entity WHERE kind = 'theme' AND slug IN (?, '') ORDER BY slug DESC", slug);
  return (cache.theme = row ? JSON.parse(textOf(row, 'value')) : { colours: {}, others: {} });
}

/** The site's address as readers use it: absolute, without a slash at the end. */
export function siteUrlOf(context: EditionContext): string {
  const { all, own } = titlesOf(context);
  return (own === all[0] ? context.siteUrl : undefined) ?? settingsOf(context).url;
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
