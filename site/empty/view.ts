import type { Edition } from '../../newsroom/edition/edition.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface EmptyView extends PageView {
  page: 'empty';
}

/** The page at the root of a site that has no public story. */
export function emptyView(edition: Edition): EmptyView {
  return { page: 'empty', path: '/', layout: layoutDataOf(edition) };
}
