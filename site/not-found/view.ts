import type { Edition } from '../../newsroom/edition/edition.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface NotFoundView extends PageView {
  page: 'not-found';
}

/** The page at every address that has no other. It does not depend on the address, so it says nothing about it. */
export function notFoundView(edition: Edition): NotFoundView {
  return { page: 'not-found', path: '/not-found', layout: layoutDataOf(edition) };
}
