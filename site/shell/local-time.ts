import type { Edition } from '../../newsroom/edition/edition.ts';
import { localInstant } from '../../newsroom/model/local-instant.ts';
import type { Publication } from '../../newsroom/model/publication.ts';

/**
 * When a story was published, in the time zone of the site, so that times beside each other can be compared:
 * `2026-01-13T18:30`. A day without a time is that day in any zone: `2026-01-13`.
 */
export function localTime({ site }: Edition, { published, dayOnly }: Publication): string {
  return dayOnly ? published.slice(0, 10) : localInstant(Date.parse(published), site.timezone).slice(0, 16);
}
