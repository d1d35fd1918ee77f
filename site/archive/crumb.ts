import type { Crumb } from '../shell/layout-data.ts';
import type { Words } from '../words/words.ts';

/** The step above every year, month and day. `words` are those of the site. */
export function archiveCrumb({ archive, lang }: Words): Crumb {
  return { title: archive.kicker, path: '/archive', lang };
}
