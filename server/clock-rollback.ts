/** A clock that is put right by less than this is no news. Milliseconds. */
const slack = 1000;

/** The same clock, which says once when it was set back: what opened in between is hidden again until its time comes. */
export function warnWhenSetBack(
  now: () => number,
  tell: (message: string) => void = (message) => console.error(message),
): () => number {
  let highest = -Infinity;
  let told = false;
  return () => {
    const instant = now();
    if (instant >= highest) {
      highest = instant;
      told = false;
    } else if (instant < highest - slack && !told) {
      told = true;
      tell(
        `The clock went back from ${inWords(highest)} to ${inWords(instant)}: what opened in between is hidden again until its time comes (docs/publishing.md).`,
      );
    }
    return instant;
  };
}

function inWords(instant: number): string {
  return new Date(instant).toISOString();
}
