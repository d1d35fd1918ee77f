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
  palette: {},
  menu: [],
  social: [],
  policies: {},
  related: {},
  released: [],
  websub: [],
};

/** The settings in `site.yaml`, which all titles share. */
export function newsroomSettings({ store, cache }: EditionContext): Site {
  if (cache.shared) return cache.shared;
  const row = store.get("SELECT value FROM entity WHERE kind = 'site'");
  return (cache.shared = row ? JSON.parse(textOf(row, 'value')) : defaults);
}

/** The language of articles that name none. */
export function usualLanguage(context: EditionContext): string {
  return newsroomSettings(context).language;
}
