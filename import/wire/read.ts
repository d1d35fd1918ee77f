import { decode } from '../decode.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields } from '../imported-article.ts';
import { problemAt, type ProblemText } from '../problem.ts';
import type { ReadContext, ReadResult, ReadResults, SourceFile } from '../reader.ts';
import { storySlug } from '../slug.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import { findHandlingMark } from './advisory.ts';
import { cleanText } from './clean-text.ts';
import { resolveDay } from './dateline-day.ts';
import { readHead, type Head } from './head.ts';
import { joinParagraphs, linesOf } from './lines.ts';
import { paragraphsToMarkdown } from './paragraphs-to-markdown.ts';
import { noonAt, placeOf } from './place.ts';
import { splitTail } from './tail.ts';

/** Reads wire copy in plain text. One file is one article. */
export function readWire(sources: readonly SourceFile[], context: ReadContext): ReadResults {
  return { results: sources.map((source) => readCopy(source, context)), collections: [] };
}

function readCopy({ path: source, bytes }: SourceFile, context: ReadContext): ReadResult {
  const { text: received, encoding } = decode(bytes);
  const { text, log } = cleanText(received);
  if (encoding !== 'utf-8') log.unshift({ rule: 'encoding', text: encoding });
  const fail = (line: number, problem: ProblemText): ReadResult => ({
    source,
    article: null,
    log,
    problems: [problemAt(source, problem, { line })],
  });

  const lines = linesOf(text);
  const mark = findHandlingMark(lines);
  if (mark) return fail(mark.line, unreadableMark(mark));
  const head = readHead(lines);
  log.push(...head.log);
  if (head.headline === null) return fail(lines[0]?.number ?? 1, NO_HEADLINE);
  const day = dayOfCopy(head, context.date);
  if (day === null) return fail(head.text[0]?.number ?? 1, head.dateline?.day ? NO_YEAR : NO_DAY);
  const slug = storySlug(head.headline);
  if (slug === '') return fail(lines[0]?.number ?? 1, NO_WORDS);

  const joined = joinParagraphs(head.text);
  const tail = splitTail(joined.paragraphs);
  log.push(...joined.log, ...tail.log);
  if (tail.paragraphs.length === 0) return fail(lines.at(-1)?.number ?? 1, NO_TEXT);
  const { fields, log: fieldLog } = fieldsOf(head, head.headline, day, context.date);
  log.push(...fieldLog);
  if (tail.related.length > 0) fields.related = tail.related;
  const paragraphs = tail.paragraphs.map((paragraph) => paragraph.text);
  const body = `${paragraphsToMarkdown(paragraphs, log)}\n`;
  return { source, article: { slug, fields, body }, log, problems: [] };
}

/** The fields of the article. `given` is the day or instant of `--date`. */
function fieldsOf(
  head: Head,
  headline: string,
  day: string,
  given: string | null,
): { fields: ImportedFields; log: LogEntry[] } {
  const stated = head.dateline?.place ?? null;
  const place = stated === null ? null : placeOf(stated);
  const time = given === null ? null : parseStatedTime(given);
  const hasTime = time !== null && time.day === day && time.time !== null;
  const published = hasTime ? toInstant(time) : noonAt(day, place);
  const dateline = {
    ...(place && { place: place.place }),
    ...(place?.region && { region: place.region }),
    ...(place?.country && { country: place.country }),
    date: day,
  };
  const lang = head.dateline?.day?.lang;
  const fields: ImportedFields = {
    headline,
    published,
    ...(head.authors.length > 0 && { byline: head.authors }),
    ...(head.agency !== null && { agency: head.agency }),
    dateline,
    ...(lang !== undefined && { lang }),
  };
  const rule = hasTime
    ? 'published-given'
    : place?.zone === undefined
      ? 'published-midnight-utc'
      : 'published-noon-local';
  return {
    fields,
    log: [{ rule, text: `${published}${place?.zone !== undefined && !hasTime ? ` (${place.zone})` : ''}` }],
  };
}

/** The day of the dateline, or the day that the user gave. */
function dayOfCopy(head: Head, given: string | null): string | null {
  const near = given === null ? null : (parseStatedTime(given)?.day ?? null);
  const stated = head.dateline?.day;
  return stated ? resolveDay(stated, near) : near;
}

const unreadableMark = ({ means, text }: { means: string; text: string }): ProblemText => ({
  code: 'wire-handling-unread',
  message: `The copy has ${means}, which Dateline cannot read yet: “${text}”.`,
  why: 'If it were imported as it is, it would be public at once.',
  fix: 'Write the article by hand, with `embargo` or `status`, or change the article that the copy names.',
});

const NO_HEADLINE: ProblemText = {
  code: 'wire-headline-missing',
  field: 'headline',
  message: 'The copy has no headline.',
  why: 'An article without a headline cannot be listed, and its address is made from it.',
  fix: 'Put the headline on the first line, above byline and dateline.',
};
const NO_WORDS: ProblemText = {
  ...NO_HEADLINE,
  message: 'The headline has no word from which an address can be made.',
};
const NO_DAY: ProblemText = {
  code: 'wire-date-missing',
  field: 'published',
  message: 'The copy states no date.',
  why: 'A missing date never means today.',
  fix: 'Give the day with `--date 2026-01-13`, or the day and the time: `--date 2026-01-13T18:30:00+09:00`.',
};
const NO_YEAR: ProblemText = {
  ...NO_DAY,
  message: 'The date in the dateline is not a day of the calendar, or has no year.',
  why: 'A missing year never means the current year.',
};
const NO_TEXT: ProblemText = {
  code: 'wire-text-missing',
  message: 'The copy has no text below its head.',
  why: 'An article without text has nothing to show.',
  fix: 'Check that the copy is complete.',
};
