import type { Instant } from './instant.ts';

/** The dates of an article. */
interface Dated {
  published: Instant;
  updated?: Instant | undefined;
  corrections: readonly { at: Instant }[];
}

/**
 * When the substance of an article last changed: the latest of its publication, update and corrections that is not after
 * `now`, in milliseconds. Nothing else counts, neither the date of the file nor a change on another page (rule S6).
 */
export function changedAt({ published, updated, corrections }: Dated, now: number): Instant {
  let last = published;
  for (const instant of [updated, ...corrections.map(({ at }) => at)]) {
    if (instant !== undefined && Date.parse(instant) <= now && Date.parse(instant) > Date.parse(last)) last = instant;
  }
  return last;
}

/** The latest of these dates, past or future. Milliseconds. */
export function changesLast(dated: Dated): number {
  return Date.parse(changedAt(dated, Infinity));
}
