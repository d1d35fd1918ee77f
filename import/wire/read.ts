import { decode } from '../decode.ts';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import {
  problemAt,
  type LogEntry,
  type Problem,
  type ReadContext,
  type Reading,
  type ReadingSet,
  type Source,
  type StoryFields,
} from '../imported-article.ts';
import { slugOf } from '../slug.ts';
import { momentOf, instantOf } from '../stated-time.ts';
import { handlingOf } from './advisory.ts';
import { clean } from './clean-text.ts';
import { readCrosshead } from './crosshead.ts';
import { settleDay } from './dateline-day.ts';
import { readHead, type Head } from './head.ts';
import { linesOf, paragraphsOf, type Paragraph } from './lines.ts';
import { noonAt, placeOf } from './place.ts';
import { takeTail } from './tail.ts';

/** Plain-text wire copy: one source is one story. */
export function readWire(sources: readonly Source[], context: ReadContext): ReadingSet {
  return { readings: sources.map((source) => readCopy(source, context)), collections: [] };
}

function readCopy(source: Source, context: ReadContext): Reading {
  const { text: received, encoding } = decode(source.bytes);
  const { text, log } = clean(received);
  if (encoding !== 'utf-8') log.unshift({ rule: 'encoding', text: encoding });
  const fail = (line: number, told: Told): Reading => ({
    source: source.path,
    story: null,
    log,
    problems: [problemAt(source.path, { line, ...(told.field && { field: told.field }) }, told)],
  });

  const lines = linesOf(text);
  const handling = handlingOf(lines);
  if (handling) return fail(handling.line, unreadHandling(handling));
  const head = readHead(lines);
  log.push(...head.log);
  if (head.headline === null) return fail(lines[0]?.number ?? 1, NO_HEADLINE);
  const day = dayOfCopy(head, context.date);
  if (day === null) return fail(head.text[0]?.number ?? 1, head.dateline?.day ? NO_YEAR : NO_DAY);
  const slug = slugOf(head.headline);
  if (slug === '') return fail(lines[0]?.number ?? 1, NO_WORDS);

  const flow = paragraphsOf(head.text);
  const tail = takeTail(flow.paragraphs);
  log.push(...flow.log, ...tail.log);
  if (tail.paragraphs.length === 0) return fail(lines.at(-1)?.number ?? 1, NO_TEXT);
  const { fields, log: stated } = fieldsOf(head, head.headline, day, context.date);
  log.push(...stated);
  if (tail.related.length > 0) fields.related = tail.related;
  return { source: source.path, story: { slug, fields, body: bodyOf(tail.paragraphs, log) }, log, problems: [] };
}

function fieldsOf(
  head: Head,
  headline: string,
  day: string,
  given: string | null,
): { fields: StoryFields; log: LogEntry[] } {
  const stated = head.dateline?.place ?? null;
  const place = stated === null ? null : placeOf(stated);
  const moment = given === null ? null : momentOf(given);
  const timed = moment !== null && moment.day === day && moment.time !== null;
  const published = timed ? instantOf(moment) : noonAt(day, place);
  const dateline = {
    ...(place && { place: place.place }),
    ...(place?.region && { region: place.region }),
    ...(place?.country && { country: place.country }),
    date: day,
  };
  const lang = head.dateline?.day?.lang;
  const fields: StoryFields = {
    headline,
    published,
    ...(head.authors.length > 0 && { byline: head.authors }),
    ...(head.agency !== null && { agency: head.agency }),
    dateline,
    ...(lang !== undefined && { lang }),
  };
  const clock = timed
    ? 'published-given'
    : place?.zone === undefined
      ? 'published-midnight-utc'
      : 'published-noon-local';
  return {
    fields,
    log: [{ rule: clock, text: `${published}${place?.zone !== undefined && !timed ? ` (${place.zone})` : ''}` }],
  };
}

/** The dateline's day, or the day that the user gave. */
function dayOfCopy(head: Head, given: string | null): string | null {
  const near = given === null ? null : (momentOf(given)?.day ?? null);
  const stated = head.dateline?.day;
  return stated ? settleDay(stated, near) : near;
}

function bodyOf(paragraphs: readonly Paragraph[], log: LogEntry[]): string {
  const blocks = paragraphs.map(({ text }, index) => {
    // A crosshead stands over something: the last line is never one.
    const crosshead = index < paragraphs.length - 1 ? readCrosshead(text) : null;
    if (!crosshead) return escapeText(text);
    log.push({ rule: crosshead.rule, text });
    return `## ${escapeText(crosshead.title, { opensLine: false, closesLine: true })}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

interface Told extends Pick<Problem, 'code' | 'message' | 'why' | 'fix'> {
  field?: string;
}

const unreadHandling = ({ means, text }: { means: string; text: string }): Told => ({
  code: 'wire-handling-unread',
  message: `The copy bears ${means}, which cannot be read yet: “${text}”.`,
  why: 'Taken in as it is, it would be public at once.',
  fix: 'Handle this copy by hand: write the article with `embargo` or `status`, or change the one that it names.',
});

const NO_HEADLINE: Told = {
  code: 'wire-headline-missing',
  field: 'headline',
  message: 'The copy has no headline.',
  why: 'An article cannot be listed without one, and its address is made from it.',
  fix: 'Put the headline on the first line, above byline and dateline.',
};
const NO_WORDS: Told = { ...NO_HEADLINE, message: 'The headline has no word that an address can be made of.' };
const NO_DAY: Told = {
  code: 'wire-date-missing',
  field: 'published',
  message: 'The copy states no date.',
  why: 'A missing date is never taken to be today.',
  fix: 'Give the day with `--date 2026-01-13`, or a time with it: `--date 2026-01-13T18:30:00+09:00`.',
};
const NO_YEAR: Told = {
  ...NO_DAY,
  message: 'The date in the dateline is no day, or has no year.',
  why: 'A missing year is never taken to be the current one.',
};
const NO_TEXT: Told = {
  code: 'wire-text-missing',
  message: 'The copy has no text below its head.',
  why: 'An article without text has nothing to show.',
  fix: 'Check that the whole of the copy arrived.',
};
