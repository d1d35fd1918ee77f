import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Editions } from '../newsroom/edition/open.ts';
import { previewsIn } from '../newsroom/edition/preview.ts';
import { settingsFrom } from '../newsroom/settings.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { Validity } from './validity.ts';
import { PageCache } from './page-cache.ts';
import { warnWhenSetBack } from './clock-rollback.ts';

/** The pages of one server and what tells whether they are right. */
export interface Kept {
  pages: PageCache;
  validity: Validity;
}

declare global {
  var datelineKept: Kept | undefined;
}

/** The server's kept pages: one set a process, whether Next or our own server asks first. `dist` is Next's output folder. */
export function keptIn(dist: string): Kept {
  return (globalThis.datelineKept ??= open(dist));
}

function open(dist: string): Kept {
  const { preview, data, siteUrl, now, clock } = settingsFrom(process.env);
  return preview
    ? {
        // What a preview renders is written nowhere, so that no other process can ever take it for the public's.
        pages: new PageCache({ clock }),
        validity: new Validity(previewsIn(data, { siteUrl, linkTarget }), now),
      }
    : {
        // Nor what code that is being worked on renders: it has no build yet.
        pages: new PageCache({
          clock,
          ...(process.env.NODE_ENV === 'production' && { disk: { data, build: buildIn(dist) } }),
        }),
        validity: new Validity(Editions.in(data, { siteUrl, linkTarget }), warnWhenSetBack(now)),
      };
}

function buildIn(dist: string): string {
  return readFileSync(join(dist, 'BUILD_ID'), 'utf8').trim();
}
