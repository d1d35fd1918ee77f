import { log } from './log.ts';

/** A clock that is corrected by no more than this is not reported. Milliseconds. */
const slack = 1000;

/** The same clock. It reports once when it is set back, since what became public in between is then hidden again. */
export function warnWhenSetBack(
  now: () => number,
  warn: (message: string) => void = (message) => log.warn(message),
): () => number {
  let highest = -Infinity;
  let reported = false;
  return () => {
    const instant = now();
    if (instant >= highest) {
      highest = instant;
      reported = false;
    } else if (instant < highest - slack && !reported) {
      reported = true;
      warn(
        `The clock went back from ${isoInstant(highest)} to ${isoInstant(instant)}: what became public in between is hidden again until its time comes (docs/publishing.md).`,
      );
    }
    return instant;
  };
}

function isoInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
