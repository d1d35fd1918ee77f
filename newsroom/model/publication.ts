import { readInstant, type Instant } from './instant.ts';

/** When an article was published. Order and gates use the instant, whatever is known of the time. */
export interface Publication {
  /** Of a day without a time, its beginning. */
  published: Instant;
  /** Set where only the day is known, as of wire copy without a time. Then no reader is shown a time. */
  dayOnly?: true | undefined;
}

/**
 * The beginning of a day that is written with its offset, `2026-01-13+09:00` or `2026-01-13Z` (`xs:date` of XML Schema);
 * `undefined` where the text is no such day.
 */
export function beginningOfDay(text: string): Instant | undefined {
  const [, day, zone] = /^(\d{4}-\d\d-\d\d)(Z|z|[+-]\d\d:?\d\d)$/.exec(text) ?? [];
  const beginning = `${day}T00:00:00${zone}`;
  return readInstant(beginning) === undefined ? undefined : beginning;
}

/** A `published` as a file has it, an instant or a day with its offset, in milliseconds; `undefined` where it is neither. */
export function readPublished(text: string): number | undefined {
  return readInstant(beginningOfDay(text) ?? text);
}

/** The instant, or the day where only that is known: for formats in which a date needs no time. */
export function publishedDate({ published, dayOnly }: Publication): string {
  return dayOnly ? published.slice(0, 10) : published;
}

/** `published` as a file has it: an instant, or a day with its offset. */
export function writtenPublished({ published, dayOnly }: Publication): string {
  return dayOnly ? `${published.slice(0, 10)}${published.slice('2026-01-13T00:00:00'.length)}` : published;
}

/** When the substance last changed: the instant, or the day of publication where it never did and only the day is known. */
export function changedDate(story: Publication & { changed: Instant }): string {
  return Date.parse(story.changed) > Date.parse(story.published) ? story.changed : publishedDate(story);
}
