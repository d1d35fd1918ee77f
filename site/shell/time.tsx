import type { ReactNode } from 'react';
import type { Instant } from '../../newsroom/model/instant.ts';
import type { Publication } from '../../newsroom/model/publication.ts';
import { dayInWords, dayOfYearInWords, timeInWords } from '../words/dates.ts';
import { fill } from '../words/fill.ts';
import type { Words } from '../words/words.ts';

/** The day of an instant, as the newsroom wrote it. */
export function Day({ of, words }: { of: Instant; words: Words }): ReactNode {
  return <time dateTime={of.slice(0, 10)}>{dayInWords(of.slice(0, 10), words.lang)}</time>;
}

/** The same without its year, for a day in a year that the page names above it. */
export function DayOfYear({ of, words }: { of: Instant; words: Words }): ReactNode {
  return <time dateTime={of.slice(0, 10)}>{dayOfYearInWords(of.slice(0, 10), words.lang)}</time>;
}

/**
 * The time of an instant on the day of a page, and the day of any other, as the newsroom wrote it. `at` is the instant in the
 * time zone of the site, as `localTime` gives it. `day` is that of the page: `2026-01-13`.
 */
export function TimeOrDay({ of, at, day, words }: { of: Instant; at: string; day: string; words: Words }): ReactNode {
  return at.startsWith(`${day}T`) ? <time dateTime={of}>{at.slice(11)}</time> : <DayOfYear of={of} words={words} />;
}

/** Day, time and zone; the day alone where no time is known. */
export function Moment({ of, dayOnly, words }: { of: Instant; dayOnly?: true | undefined; words: Words }): ReactNode {
  return dayOnly ? <Day of={of} words={words} /> : <time dateTime={of}>{momentInWords(words, of)}</time>;
}

/** Only the time where `after` has a time on the same day and in the same zone; day, time and zone otherwise. */
export function LaterMoment({ of, after, words }: { of: Instant; after: Publication; words: Words }): ReactNode {
  const { published, dayOnly } = after;
  const beside = !dayOnly && of.slice(0, 10) === published.slice(0, 10) && of.slice(19) === published.slice(19);
  return <time dateTime={of}>{beside ? of.slice(11, 16) : momentInWords(words, of)}</time>;
}

function momentInWords(words: Words, of: Instant): string {
  return fill(words.parts.moment, { day: dayInWords(of.slice(0, 10), words.lang), time: timeInWords(of) });
}
