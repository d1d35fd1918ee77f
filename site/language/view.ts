import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';

export interface LanguageView extends PageView {
  page: 'language';
  /** The language of the stories, as a BCP 47 tag. */
  language: string;
  list: ListPage;
}

/** A page of the stories in a language that is not the site's own; `undefined` where there is none, or no such page. */
export function languageView(edition: Edition, route: RouteOf<'language'>): LanguageView | undefined {
  const { tag, number } = route;
  const list = edition.languages.includes(tag) ? listPage(edition, 'language', tag, number) : undefined;
  const language = list?.stories[0]?.lang;
  if (!list || language === undefined) return undefined;
  return { page: 'language', path: pathOf(route), layout: layoutDataOf(edition, language), language, list };
}
