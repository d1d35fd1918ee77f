import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import { localInstant } from '../../newsroom/model/local-instant.ts';

/** A time in the time zone of the site, so that times beside each other can be compared: `2026-01-13T18:30`. */
export function localTime({ site }: Edition, of: Instant): string {
  return localInstant(Date.parse(of), site.timezone).slice(0, 16);
}
