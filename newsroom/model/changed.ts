import type { Instant } from './instant.ts';

/** What of an article says when it came to be what it is. */
interface Dated {
  published: Instant;
  updated?: Instant | undefined;
  corrections: readonly { at: Instant }[];
}

/**
 * When the substance of an article last changed: published, updated or corrected, whichever came last. What is dated
 * later than `now` has not happened yet. Nothing else counts, neither a file's time nor a new neighbour (rule S6).
 */
export function changedAt({ published, updated, corrections }: Dated, now: number): Instant {
  let last = published;
  for (const instant of [updated, ...corrections.map(({ at }) => at)]) {
    if (instant !== undefined && Date.parse(instant) <= now && Date.parse(instant) > Date.parse(last)) last = instant;
  }
  return last;
}

/** When it changes for the last time, as far as it is known today. Milliseconds. */
export function changesLast(dated: Dated): number {
  return Date.parse(changedAt(dated, Infinity));
}
