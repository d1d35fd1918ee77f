import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';

let editions: Editions | undefined;

/** The edition of the present instant. While Next builds, it is empty: a build must not depend on content. */
export function atPresent<T>(read: (edition: Edition) => T): T {
  const settings = settingsFrom(process.env);
  if (!editions) {
    const building = process.env['NEXT_PHASE'] === 'phase-production-build';
    const open = settings.preview ? previewsIn : Editions.in;
    editions = building ? Editions.ofNothing() : open(settings.data, settings.siteUrl);
  }
  return editions.at(settings.now(), read);
}
