import type { ReactNode } from 'react';
import type { Instant } from '../../newsroom/model/instant.ts';
import { dayInWords, timeInWords } from '../words/dates.ts';

/** The day of an instant, as the newsroom wrote it. */
export function Day({ of, language }: { of: Instant; language: string }): ReactNode {
  return <time dateTime={of.slice(0, 10)}>{dayInWords(of.slice(0, 10), language)}</time>;
}

/** Day, time and zone. */
export function Moment({ of, language }: { of: Instant; language: string }): ReactNode {
  return (
    <time dateTime={of}>
      {dayInWords(of.slice(0, 10), language)}, {timeInWords(of)}
    </time>
  );
}

/** Only the time where it is on the same day and in the same zone as `after`; day, time and zone otherwise. */
export function LaterMoment({ of, after, language }: { of: Instant; after: Instant; language: string }): ReactNode {
  const sameDay = of.slice(0, 10) === after.slice(0, 10) && of.slice(19) === after.slice(19);
  return (
    <time dateTime={of}>
      {sameDay ? of.slice(11, 16) : `${dayInWords(of.slice(0, 10), language)}, ${timeInWords(of)}`}
    </time>
  );
}
