import type { ExternalLink, LogEntry, StoryFields } from '../imported-article.ts';
import { slugOf } from '../slug.ts';
import { instantOf, momentOf } from '../stated-time.ts';
import { plainText } from './plain-text.ts';
import { oldAddresses } from './post-index.ts';
import type { Post } from './post.ts';
import { textOf, textsOf } from '../field-values.ts';

/** The front matter of Hugo and Jekyll, in the words of an article file. */

// The first that says anything is the standfirst.
const STANDFIRSTS = ['summary', 'deck', 'excerpt', 'description', 'subtitle'];
const TOPICS = ['topics', 'tags', 'tag', 'categories', 'category'];
// Read elsewhere, or said twice.
const READ = new Set([
  'title',
  'date',
  'slug',
  'authors',
  'author',
  'expirydate',
  'expiryDate',
  'lastmod',
  'updated',
  'aliases',
  'redirect_from',
  'permalink',
  'url',
  'draft',
  'published',
  'kicker',
  'locale',
  'lang',
  'source_url',
  'source',
  'redirectto',
  'canonical',
  ...STANDFIRSTS,
  ...TOPICS,
]);

/** A post's front matter in an article's words. */
export interface Front {
  fields: StoryFields;
  /** The page elsewhere that the post points to or was first published on. */
  origin: ExternalLink | null;
  log: LogEntry[];
}

/** The article fields that a post's front matter states; what it says that an article cannot goes to the log. */
export function fieldsOf(post: Post): Front {
  const { fields: stated, headline, published } = post;
  const log: LogEntry[] = [];
  const fields: StoryFields = { headline, published };
  const standfirst = STANDFIRSTS.map((name) => plainText(textOf(stated[name]))).find((text) => text !== '');
  if (standfirst !== undefined) fields.standfirst = standfirst;
  const kicker = plainText(textOf(stated['kicker']));
  if (kicker !== '') fields.kicker = kicker;
  const byline = unique(textsOf(stated['authors'] ?? stated['author']).map(slugOf));
  if (byline.length > 0) fields.byline = byline;
  const topics = unique(TOPICS.flatMap((name) => textsOf(stated[name])).map(slugOf));
  if (topics.length > 0) fields.topics = topics;
  const lang = textOf(stated['lang'] ?? stated['locale']).replace('_', '-');
  if (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(lang)) fields.lang = lang;
  const expires = instant(stated, ['expirydate', 'expiryDate'], log);
  if (expires !== null) fields.expires = expires;
  const updated = instant(stated, ['lastmod', 'updated'], log);
  if (updated !== null && Date.parse(updated) > Date.parse(published)) fields.updated = updated;
  if (stated['draft'] === true || stated['published'] === false) fields.status = 'draft';
  const canonical = webAddress(textOf(stated['canonical']));
  if (canonical !== null) fields.canonical = canonical;
  for (const [name, value] of Object.entries(stated))
    if (!READ.has(name) && isStated(value)) log.push({ rule: 'field-ignored', text: `${name}: ${oneLine(value)}` });
  return { fields, origin: originOf(stated, headline), log };
}

/** The old addresses of a post that no other page of the import has. */
export function aliasesOf(post: Post, taken: Set<string>): { aliases: string[]; log: LogEntry[] } {
  const aliases: string[] = [];
  const log: LogEntry[] = [];
  for (const path of oldAddresses(post.fields, post.file)) {
    const alias = path.replace(/(?<=.)\/+$/, '');
    if (alias === post.address || aliases.includes(alias)) continue;
    if (taken.has(alias)) log.push({ rule: 'alias-taken', text: alias });
    else aliases.push(alias);
    taken.add(alias);
  }
  return { aliases, log };
}

/** The page elsewhere that a post points to or was first published on. */
function originOf(stated: Record<string, unknown>, headline: string): ExternalLink | null {
  const url = webAddress(textOf(stated['source_url'])) ?? webAddress(textOf(stated['redirectto']));
  return url === null ? null : { url, title: headline, source: new URL(url).hostname.replace(/^www\./, '') };
}

function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s/]/i.test(text) && URL.canParse(text) && !/\s/.test(text) ? text : null;
}

function instant(stated: Record<string, unknown>, names: readonly string[], log: LogEntry[]): string | null {
  const [name, text] =
    names.map((each): [string, string] => [each, textOf(stated[each])]).find(([, value]) => value !== '') ?? [];
  if (name === undefined || text === undefined) return null;
  const moment = momentOf(text);
  if (moment === null) {
    log.push({ rule: 'date-unreadable', text: `${name}: ${text}` });
    return null;
  }
  return instantOf(moment);
}

const unique = (slugs: readonly string[]): string[] => [...new Set(slugs)].filter((slug) => slug !== '');
const isStated = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false;
const oneLine = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').slice(0, 120);
