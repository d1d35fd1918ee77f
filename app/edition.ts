import { Editions } from '../newsroom/edition/open.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';

let editions: Editions | undefined;

/** The edition of the present instant. While Next builds, it is empty: a build must not depend on content. */
export function atPresent<T>(read: (edition: Edition) => T): T {
  const settings = settingsFrom(process.env);
  if (!editions) {
    const building = process.env['NEXT_PHASE'] === 'phase-production-build';
    editions = building ? Editions.ofNothing() : Editions.in(settings.data, settings.siteUrl);
  }
  return editions.at(settings.now(), read);
}
