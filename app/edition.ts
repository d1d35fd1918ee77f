import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

let editions: Editions | undefined;

/** The edition of the present instant. While Next builds, it is empty: a build must not depend on content. */
export function atPresent<T>(read: (edition: Edition) => T): T {
  const settings = settingsFrom(process.env);
  if (!editions) {
    const building = process.env['NEXT_PHASE'] === 'phase-production-build';
    const open = settings.preview ? previewsIn : Editions.in;
    const options = { siteUrl: settings.siteUrl, linkTarget };
    editions = building ? Editions.ofNothing(options) : open(settings.data, options);
  }
  return editions.at(settings.now(), read);
}
