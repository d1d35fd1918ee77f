import type { Edition } from '../newsroom/edition/edition.ts';
import { cutPage } from './paging.ts';
import { pathOf } from './routes.ts';
import { frameOf } from './sections.ts';
import type { View } from './views.ts';

/** What the newsroom had to put right, newest first; `undefined` while there is nothing of that, or no such page. */
export function correctionsView(edition: Edition, number?: number): View | undefined {
  const { corrections } = edition;
  const page = cutPage(corrections.count, number);
  return (
    page && {
      page: 'corrections',
      path: pathOf({ page: 'corrections', ...(number !== undefined && { number }) }),
      frame: frameOf(edition),
      place: page.place,
      corrections: corrections.fromOldest(page.offset, page.size).toReversed(),
    }
  );
}
