import type { Edition } from '../../newsroom/edition/edition.ts';
import { cutPage } from '../shell/paging.ts';
import { pathOf } from '../addresses/routes.ts';
import { layoutDataOf } from '../shell/layout-data.ts';
import type { View } from '../views.ts';

/** What the newsroom had to put right, newest first; `undefined` while there is nothing of that, or no such page. */
export function correctionsView(edition: Edition, number?: number): View | undefined {
  const { corrections } = edition;
  const page = cutPage(corrections.count, number);
  return (
    page && {
      page: 'corrections',
      path: pathOf({ page: 'corrections', ...(number !== undefined && { number }) }),
      layout: layoutDataOf(edition),
      place: page.place,
      corrections: corrections.fromOldest(page.offset, page.size).toReversed(),
    }
  );
}
