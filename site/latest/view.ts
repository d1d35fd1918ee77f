import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { listPage, type ListPage } from '../shell/paging.ts';

export interface LatestView extends PageView {
  page: 'latest';
  list: ListPage;
}

/** A page of all stories; `undefined` where there is no public story, or no such page. */
export function latestView(edition: Edition, route: RouteOf<'latest'>): LatestView | undefined {
  const list = listPage(edition, 'all', '', route.number);
  return list && { page: 'latest', path: pathOf(route), layout: layoutDataOf(edition), list };
}
