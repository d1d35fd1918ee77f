import type { Page } from '../model/page.ts';
import { textOf, type Row } from '../store/store.ts';
import type { EditionContext } from './context.ts';

/** The page of the newsroom with a slug, such as `about/ethics`; `undefined` where there is none that the public may see. */
export function publicPage(context: EditionContext, slug: string): Page | undefined {
  const page = pageWith(context, slug);
  return page && isShown(context, page) ? page : undefined;
}

/** All public pages of the newsroom, by slug. Their texts may have links to what is hidden. */
export function publicPages(context: EditionContext): Page[] {
  return (context.cache.pages ??= context.store
    .all("SELECT value FROM entity WHERE kind = 'page' ORDER BY slug")
    .map(pageIn)
    .filter((page) => isShown(context, page)));
}

/** Whether a page of the newsroom is at an address, and the public may not see it. */
export function isHiddenPage(context: EditionContext, address: string): boolean {
  const page = pageWith(context, address.slice(1));
  return page !== undefined && !isShown(context, page);
}

function pageWith({ store }: EditionContext, slug: string): Page | undefined {
  const row = store.get("SELECT value FROM entity WHERE kind = 'page' AND slug = ?", slug);
  return row && pageIn(row);
}

function pageIn(row: Row): Page {
  return JSON.parse(textOf(row, 'value'));
}

function isShown({ visibility }: EditionContext, { status }: Page): boolean {
  return status === undefined || visibility.showsDrafts;
}
