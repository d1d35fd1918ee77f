import type { PublicCorrection } from '../../newsroom/edition/corrections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { cutPage, type PagePlace } from '../shell/paging.ts';

export interface CorrectionsView extends PageView {
  page: 'corrections';
  place: PagePlace;
  corrections: PublicCorrection[];
}

/** A page of the newsroom's corrections, the newest first; `undefined` where there are none, or no such page. */
export function correctionsView(edition: Edition, route: RouteOf<'corrections'>): CorrectionsView | undefined {
  const { corrections } = edition;
  const page = cutPage(corrections.count, route.number);
  return (
    page && {
      page: 'corrections',
      path: pathOf(route),
      layout: layoutDataOf(edition),
      place: page.place,
      corrections: corrections.fromOldest(page.offset, page.size).toReversed(),
    }
  );
}
