import { decode, type Decoded } from '../decode.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields } from '../imported-article.ts';
import { problemAt, type ProblemText } from '../problem.ts';
import type { ReadContext, ReadResult, ReadResults, SourceFile } from '../reader.ts';
import { storySlug } from '../slug.ts';
import { parseStatedTime, toInstant } from '../stated-time.ts';
import { cleanText } from './clean-text.ts';
import { resolveDay } from './dateline-day.ts';
import { findHandlingMark, textOf, type HandlingMark } from './handling.ts';
import { foreignFormat } from './foreign.ts';
import { readHead, type Head } from './head.ts';
import { languageOf } from './language.ts';
import { joinParagraphs, linesOf } from './lines.ts';
import { paragraphsToMarkdown } from './paragraphs-to-markdown.ts';
import { dayAt, placeOf } from './place.ts';
import { splitTail } from './tail.ts';
import { findPartMark, type PartMark } from './takes.ts';

/** Reads wire copy in plain text. One file is one article. */
export function readWire(sources: readonly SourceFile[], context: ReadContext): ReadResults {
  return { results: sources.map((source) => readCopy(source, context)), collections: [] };
}

function readCopy({ path: source, bytes }: SourceFile, context: ReadContext): ReadResult {
  const { text: received, encoding } = decode(bytes);
  const foreign = foreignFormat(received);
  if (foreign !== null) return failed(source, [], 1, notCopy(foreign));
  const lost = lostCharacters(received, encoding);
  if (lost !== null) return failed(source, [], lost, WRONG_ENCODING);
  const { text, log } = cleanText(received);
  if (encoding !== 'utf-8') log.unshift({ rule: 'encoding', text: encoding });
  const fail = (line: number, problem: ProblemText): ReadResult => failed(source, log, line, problem);

  const lines = linesOf(text);
  if (text.length > LONGEST_COPY || lines.length > MOST_LINES) return fail(1, TOO_LONG);
  const mark = findHandlingMark(lines);
  if (mark) return fail(mark.line, unreadableMark(mark));
  const part = findPartMark(lines, textOf(lines).start);
  if (part) return fail(part.line, unreadablePart(part));
  const head = readHead(lines, context.names);
  log.push(...head.log);
  if (head.headline === null) return fail(lines[0]?.number ?? 1, NO_HEADLINE);
  const day = dayOfCopy(head, context.date);
  if (day === null) return fail(head.text[0]?.number ?? 1, head.dateline?.day ? NO_YEAR : NO_DAY);
  const slug = storySlug(head.headline);
  if (slug === '') return fail(lines[0]?.number ?? 1, NO_WORDS);

  const joined = joinParagraphs(head.text);
  const tail = splitTail(joined.paragraphs, context.names);
  log.push(...joined.log, ...tail.log);
  if (tail.paragraphs.length === 0)
    return fail(lines.at(-1)?.number ?? 1, isUrgent(head.log) ? NO_TEXT_OF_FLASH : NO_TEXT);
  const paragraphs = tail.paragraphs.map((paragraph) => paragraph.text);
  const { fields, log: fieldLog } = fieldsOf(head, head.headline, day, context.date);
  const lang = languageOf([head.headline, ...paragraphs].join('\n')) ?? fields.lang;
  if (lang === undefined || lang === 'en') delete fields.lang;
  else fields.lang = lang;
  log.push(...fieldLog);
  if (tail.related.length > 0) fields.related = tail.related;
  const body = `${paragraphsToMarkdown(paragraphs, log)}\n`;
  const more = [...head.log, ...tail.log].find(({ rule }) => rule === 'more-mark' || rule === 'advisory-more');
  return {
    source,
    article: {
      slug,
      fields,
      body,
      ...(tail.topics.length > 0 && { linkedTopics: tail.topics }),
      ...(head.revises && { revises: true }),
    },
    log,
    problems: more ? [problemAt(source, takesMissing(more.text), { line: lines.at(-1)?.number ?? 1 })] : [],
  };
}

const failed = (source: string, log: LogEntry[], line: number, problem: ProblemText): ReadResult => ({
  source,
  article: null,
  log,
  problems: [problemAt(source, problem, { line })],
});

// Characters and lines. The longest stories of agencies are a hundredth of it.
const LONGEST_COPY = 1_000_000;
const MOST_LINES = 10_000;

const isUrgent = (log: readonly LogEntry[]): boolean =>
  log.some(
    ({ rule, text }) =>
      rule === 'advisory-urgent' || (rule === 'headline-tag' && /^(?:FLASH|URGENT|ALERT|BULLETIN|SNAP)/.test(text)),
  );

/**
 * The line on which decoding lost characters, because the file is in an encoding that we do not know, or in two; null if it lost none.
 * A U+FFFD in UTF-8 was lost before the copy came here.
 */
function lostCharacters(text: string, encoding: Decoded['encoding']): number | null {
  const found =
    encoding === 'utf-8'
      ? -1
      : text.search(encoding === 'utf-16' ? /\ufffd/ : /[\u0081\u008d\u008f\u0090\u009d]|Ã[\u00a0-\u00bf]|â€/);
  return found < 0 ? null : text.slice(0, found).split('\n').length;
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
  const published = hasTime ? toInstant(time) : dayAt(day, place);
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
  const rule = hasTime ? 'published-given' : 'published-day';
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

const notCopy = (format: string): ProblemText => ({
  code: 'wire-not-copy',
  message: `The file is no wire copy. It seems to be ${format}.`,
  why: 'Read as plain text, its markup would be printed in the article.',
  fix: 'Import it with the format that it has (`--format`), or save it as plain text first.',
});

const TOO_LONG: ProblemText = {
  code: 'wire-too-long',
  message: `The file has more than ${LONGEST_COPY} characters or ${MOST_LINES} lines.`,
  why: 'No agency sends a story that long, so the file is something else, or has many stories.',
  fix: 'Put each story into its own file.',
};

const WRONG_ENCODING: ProblemText = {
  code: 'wire-encoding-unknown',
  message: 'The file is in an encoding that Dateline does not know, or in two encodings.',
  why: 'Its letters would be wrong in the article.',
  fix: 'Save the file as UTF-8. Dateline also reads UTF-16, Windows-1252 and Latin-1.',
};

const unreadableMark = ({ means, text }: HandlingMark): ProblemText => ({
  code: 'wire-handling-unread',
  message: `The copy has ${means}, which Dateline cannot read yet: “${text}”.`,
  why: 'If it were imported as it is, it would be public at once.',
  fix: 'Write the article by hand, with `embargo` or `status`, or change the article that the copy names.',
});

const unreadablePart = ({ means, text }: PartMark): ProblemText => ({
  code: 'wire-handling-unread',
  message: `The copy is ${means}, and Dateline cannot find safely which story: “${text}”.`,
  why: 'If it were imported as it is, it would become a second story, and the first one would stay as it was.',
  fix: 'Change the article of that story by hand. A correction also belongs into its `corrections`.',
});

const takesMissing = (text: string): ProblemText => ({
  code: 'wire-take-missing',
  severity: 'warning',
  message: `The copy says that it is not complete: “${text}”.`,
  why: 'Later takes of it are not imported, because they could become a second story.',
  fix: 'Import the complete version when it comes, or add the text of the later takes by hand.',
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
const NO_TEXT_OF_FLASH: ProblemText = {
  ...NO_TEXT,
  message: 'The copy is a flash: it has a headline and no text.',
  fix: 'Import the story that follows it, or write the article by hand.',
};
