import { articleSchema } from '../../newsroom/intake/schema.ts';
import { isSlug } from '../../newsroom/model/slug.ts';
import type { CollectionFile, LogEntry, ReadContext, Story, StoryFields } from '../imported-article.ts';
import { plainText } from '../markdown/plain-text.ts';
import { slugOf } from '../slug.ts';
import { besidesOf } from './associations.ts';
import { bodyOf } from './body.ts';
import { creditsOf } from './credits.ts';
import { datesOf, type Dates } from './dates.ts';
import type { NinjsItem } from './ninjs-object.ts';
import { originOf, type Origin } from './origin.ts';
import { noBody, noDate, noHeadline, unreadableGate, unusable, type Told } from './problems.ts';
import { subjectsOf } from './subjects.ts';
import { typeOf } from './article-types.ts';

/** Makes a story of an item, with the topics that need a file; or says why there is none. */
export function readStory(
  item: NinjsItem,
  id: string,
  context: ReadContext,
): { story: Story; collections: CollectionFile[]; log: LogEntry[] } | Told {
  const log: LogEntry[] = [];
  const dates = datesOf(item, context);
  if ('field' in dates) return unreadableGate(dates.field, dates.text);
  log.push(...dates.log);
  const headline = headlineOf(item);
  const origin = originOf(item, context);
  const slug = slugFrom(item, origin, headline);
  if (headline === '' || slug === '') return noHeadline;
  if (dates.published === undefined) return noDate;
  const body = bodyOf(item, origin, log);
  if (body.text === '') return noBody;
  const { collections, topics, storyline } = subjectsOf(item, origin, log);
  const besides = besidesOf(item, origin, log);
  const filed = dates.filed ?? (origin.ours ? undefined : dates.published.slice(0, 10));
  const credits = creditsOf(item, origin, filed, body.dateline, log);
  const type = typeOf(item);
  const lang = item.text('language');
  const fields: StoryFields = {
    headline,
    ...texts(item),
    ...(type !== undefined && { type }),
    ...credits.fields,
    published: dates.published,
    ...updatedOf(dates, besides.corrections ?? []),
    ...(dates.embargo !== undefined && { embargo: dates.embargo }),
    ...(dates.expires !== undefined && { expires: dates.expires }),
    ...(topics.length > 0 && { topics }),
    ...(storyline !== undefined && { storyline }),
    ...(/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(lang) && { lang }),
    ...canonicalOf(item, origin, log),
    ...besides,
  };
  const fault = articleSchema.safeParse({ id, ...fields }).error?.issues[0];
  if (fault) return unusable(fault.path.join('.'), fault.message);
  const day = origin.home ? origin.address?.slice(1, 11) : undefined;
  return {
    story: {
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

function headlineOf(item: NinjsItem): string {
  const [first] = item.list('headlines');
  return plain(
    item.inRole('headlines', 'main', 'headline', '') ||
      first?.text('value') ||
      item.text('headline', 'title') ||
      (item.starting('headline')[0] ?? ''),
  );
}

/** An address keeps its last part; a new one is made of the headline. */
function slugFrom(item: NinjsItem, { home, address }: Origin, headline: string): string {
  const stated = home ? address?.slice('/YYYY/MM/DD/'.length) : undefined;
  if (stated !== undefined && isSlug(stated)) return stated;
  return slugOf(headline) || slugOf(item.text('slugline'));
}

/** What stands above and below the headline. What we put in a standfirst's place is none. */
function texts(item: NinjsItem): Partial<StoryFields> {
  const standfirst =
    item.inRole('descriptions', 'standfirst', 'summary', 'abstract', 'main', 'short', '') ||
    item.text('descriptiontext', 'descriptionhtml', 'descriptionxhtml', 'abstract');
  const found: Partial<StoryFields> = {};
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

/** Agencies put HTML where plain text should stand; ordinary text is left as it is. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /<\/?[a-z][^>]*>|&\w+;/i.test(line) ? plainText(line) : line;
}

/** A version that a correction made needs no other date. */
function updatedOf({ published, version }: Dates, corrections: readonly { at: string }[]): { updated?: string } {
  if (published === undefined || version === undefined || Date.parse(version) <= Date.parse(published)) return {};
  return corrections.some(({ at }) => at === version) ? {} : { updated: version };
}

function canonicalOf(item: NinjsItem, origin: Origin, log: LogEntry[]): { canonical?: string } {
  const stated = item.inRole('altids', 'canonical');
  const canonical = origin.ours ? stated || (origin.home ? '' : (origin.url ?? '')) : '';
  if (canonical === '' || !/^https?:\/\/[^\s/]/i.test(canonical)) return {};
  if (stated === '') log.push({ rule: 'canonical-of-origin', text: canonical });
  return { canonical };
}
