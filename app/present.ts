import { Editions } from '../newsroom/edition/open.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { settingsFrom } from '../newsroom/settings.ts';
import { PageCache } from '../server/page-cache.ts';
import type { PageServices } from '../server/page-services.ts';
import { Validity } from '../server/validity.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

let opened: PageServices | undefined;

/**
 * What routes answer from under `next dev` and a plain `next start`: what the public sees, from the store that the
 * environment names. The server of `dateline start` never asks for this: it hands each page its view.
 */
export function presentServices(): PageServices {
  if (!opened) {
    const { data, siteUrl, now, clock } = settingsFrom(process.env);
    opened = {
      pages: new PageCache({ clock }),
      validity: new Validity(Editions.in(data, { siteUrl, linkTarget }), now),
    };
  }
  return opened;
}

/** Lets `read` read the present edition. */
export function atPresent<T>(read: (edition: Edition) => T): T {
  return presentServices().validity.read(read).value;
}
