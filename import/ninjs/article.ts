import { articleSchema } from '../../newsroom/model/article.ts';
import { isSlug } from '../../newsroom/model/slug.ts';
import type { LogEntry } from '../import-item.ts';
import type { CollectionFile, ImportedArticle, ImportedFields } from '../imported-article.ts';
import { languageTag } from '../language.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { ProblemText } from '../problem.ts';
import type { ReadContext } from '../reader.ts';
import { addressSlug, storySlug } from '../slug.ts';
import { findHandlingMark } from '../wire/handling.ts';
import { linesOf } from '../wire/lines.ts';
import { articleTypeOf } from './article-types.ts';
import { readAssociations } from './associations.ts';
import { readNinjsBody } from './body.ts';
import { readCredits } from './credits.ts';
import { readDates, type Dates } from './dates.ts';
import type { Gates } from './gates.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { originOf, type Origin } from './origin.ts';
import { handlingUnread, invalidField, noBody, noDate, noHeadline } from './problems.ts';
import { readSubjects } from './subjects.ts';

/** Reads the article in an item, and the topics, people and storyline that need a file; or the problem for which it cannot be imported. */
export function readNinjsArticle(
  item: NinjsObject,
  id: string,
  gates: Gates,
  context: ReadContext,
): { article: ImportedArticle; collections: CollectionFile[]; log: LogEntry[] } | ProblemText {
  const dates = readDates(item, context);
  const log: LogEntry[] = [...gates.log, ...dates.log];
  const headline = headlineOf(item);
  const origin = originOf(item, context);
  const slug = slugFrom(item, origin, headline);
  if (headline === '' || slug === '') return noHeadline;
  if (dates.published === undefined || dates.written === undefined) return noDate;
  const body = readNinjsBody(item, origin, log);
  if (body.text === '') return noBody;
  const order = origin.writtenByDateline ? null : findHandlingMark(linesOfMarkdown(body.text));
  if (order) return handlingUnread('bodies', order.means, order.text);
  const { collections, topics, storyline, series } = readSubjects(item, origin, log);
  const associations = readAssociations(item, origin, log);
  const filed = dates.filed ?? (origin.writtenByDateline ? undefined : dates.published.slice(0, 10));
  const credits = readCredits(item, origin, filed, body.dateline, log);
  const type = articleTypeOf(item);
  const language = item.text('language');
  const lang = languageTag(language);
  if (lang === null && language !== '') log.push({ rule: 'language-unreadable', text: language });
  const fields: ImportedFields = {
    headline,
    ...texts(item),
    ...(type !== undefined && { type }),
    ...credits.fields,
    published: dates.written,
    ...updatedOf(dates, associations.corrections ?? []),
    ...embargoOf(gates, dates.published),
    ...(gates.expires !== undefined && { expires: gates.expires }),
    ...(topics.length > 0 && { topics }),
    ...(storyline !== undefined && { storyline }),
    ...(series && { series }),
    ...(lang !== null && { lang }),
    ...urgencyOf(item),
    ...canonicalOf(item, origin, log),
    ...associations,
  };
  const fault = articleSchema.safeParse({ id, ...fields }).error?.issues[0];
  if (fault) return invalidField(fault.path.join('.'), fault.message);
  const day = origin.fromThisSite ? origin.path?.slice(1, 11) : undefined;
  return {
    article: {
      slug,
      fields,
      body: body.text,
      id,
      ...(day !== undefined && { day }),
      ...(dates.version !== undefined && { version: dates.version }),
    },
    collections: [...collections, ...credits.collections],
    log,
  };
}

function headlineOf(item: NinjsObject): string {
  const [first] = item.list('headlines');
  return plain(
    item.inRole('headlines', 'main', 'headline', '') ||
      first?.text('value') ||
      item.text('headline', 'title') ||
      (item.textsWithPrefix('headline')[0] ?? ''),
  );
}

/** The slug of an article of this site stays. Any other article gets a new one from its headline. */
function slugFrom(item: NinjsObject, { fromThisSite, path }: Origin, headline: string): string {
  const stated = fromThisSite ? path?.slice('/YYYY/MM/DD/'.length) : undefined;
  if (stated !== undefined && isSlug(stated)) return stated;
  return addressSlug(headline) || addressSlug(item.text('slugline')) || storySlug(headline);
}

/** The texts above and below the headline, and the titles for other uses. A description that Dateline derived from the body is not a standfirst. */
function texts(item: NinjsObject): Partial<ImportedFields> {
  const standfirst =
    item.inRole('descriptions', 'standfirst', 'summary', 'abstract', 'main', 'short', '') ||
    item.text('descriptiontext', 'descriptionhtml', 'descriptionxhtml', 'abstract');
  const found: Partial<ImportedFields> = {};
  for (const [field, text] of [
    ['kicker', item.inRole('headlines', 'kicker')],
    ['standfirst', standfirst],
    ['seoTitle', item.inRole('headlines', 'seo')],
    ['socialTitle', item.inRole('headlines', 'social')],
  ] as const) {
    const line = plain(text);
    if (line !== '') found[field] = line;
  }
  return found;
}

/** Text on one line. Some agencies write HTML where plain text should be: it becomes plain text. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /<\/?[a-z][^>]*>|&\w+;/i.test(line) ? plainText(line) : line;
}

/** How urgent a story is, from 1 to 9. Some systems write 0 where nobody said it. */
function urgencyOf(item: NinjsObject): { urgency?: number } {
  const urgency = item.text('urgency');
  return /^[1-9]$/.test(urgency) ? { urgency: Number(urgency) } : {};
}

/** The date of an update; none if a correction has the same date. */
function updatedOf({ published, version }: Dates, corrections: readonly { at: string }[]): { updated?: string } {
  if (published === undefined || version === undefined || Date.parse(version) <= Date.parse(published)) return {};
  return corrections.some(({ at }) => at === version) ? {} : { updated: version };
}

/** The lines of a body as those of wire copy. */
function linesOfMarkdown(text: string): ReturnType<typeof linesOf> {
  return linesOf(text.replace(/^#+ |\*\*|\\$/gm, '').replaceAll(/\\(\P{L})/gu, '$1'));
}

/** The embargo, or a later instant of release. A release that is not later than the publication changes nothing. */
function embargoOf({ embargo, releases }: Gates, published: string): { embargo?: string } {
  const [last] = [...(embargo === undefined ? [] : [embargo]), ...releases].sort(
    (first, second) => Date.parse(second) - Date.parse(first),
  );
  return last !== undefined && (last === embargo || Date.parse(last) > Date.parse(published)) ? { embargo: last } : {};
}

/** The address that owns the article: the one it states, or its address on the Dateline site that wrote it. */
function canonicalOf(item: NinjsObject, origin: Origin, log: LogEntry[]): { canonical?: string } {
  const stated = item.inRole('altids', 'canonical');
  const canonical = origin.writtenByDateline ? stated || (origin.fromThisSite ? '' : (origin.url ?? '')) : '';
  if (canonical === '' || !/^https?:\/\/[^\s/]/i.test(canonical)) return {};
  if (stated === '') log.push({ rule: 'canonical-of-origin', text: canonical });
  return { canonical };
}
