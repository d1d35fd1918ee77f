import type { ExternalLink } from '../../newsroom/model/article.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields } from '../imported-article.ts';
import { addressSlug } from '../slug.ts';
import { toInstant, parseStatedTime } from '../stated-time.ts';
import { plainText } from './plain-text.ts';
import { oldAddresses } from './post-index.ts';
import type { Post } from './post.ts';
import { textOf, textsOf } from '../field-values.ts';

// The first of these fields that is not empty is the standfirst.
const STANDFIRSTS = ['summary', 'deck', 'excerpt', 'description', 'subtitle'];
const TOPICS = ['topics', 'tags', 'tag', 'categories', 'category'];
// Fields that the import reads. All others go to the log.
const READ_FIELDS = new Set([
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

/** The front matter of a post as fields of an article. */
export interface ConvertedFields {
  fields: ImportedFields;
  /** The page of another site that the post points to, or on which it was published first. */
  origin: ExternalLink | null;
  log: LogEntry[];
}

/** Converts the front matter of Hugo and Jekyll to fields of an article. A field that an article does not have goes to the log. */
export function convertFrontMatter(post: Post): ConvertedFields {
  const { fields: stated, headline, published } = post;
  const log: LogEntry[] = [];
  const fields: ImportedFields = { headline, published };
  const standfirst = STANDFIRSTS.map((name) => plainText(textOf(stated[name]))).find((text) => text !== '');
  if (standfirst !== undefined) fields.standfirst = standfirst;
  const kicker = plainText(textOf(stated['kicker']));
  if (kicker !== '') fields.kicker = kicker;
  const byline = unique(textsOf(stated['authors'] ?? stated['author']).map(addressSlug));
  if (byline.length > 0) fields.byline = byline;
  const topics = unique(TOPICS.flatMap((name) => textsOf(stated[name])).map(addressSlug));
  if (topics.length > 0) fields.topics = topics;
  const lang = textOf(stated['lang'] ?? stated['locale']).replace('_', '-');
  if (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(lang)) fields.lang = lang;
  const expires = instantIn(stated, ['expirydate', 'expiryDate'], log);
  if (expires !== null) fields.expires = expires;
  const updated = instantIn(stated, ['lastmod', 'updated'], log);
  if (updated !== null && Date.parse(updated) > Date.parse(published)) fields.updated = updated;
  if (stated['draft'] === true || stated['published'] === false) fields.status = 'draft';
  const canonical = webAddress(textOf(stated['canonical']));
  if (canonical !== null) fields.canonical = canonical;
  for (const [name, value] of Object.entries(stated))
    if (!READ_FIELDS.has(name) && isStated(value))
      log.push({ rule: 'field-ignored', text: `${name}: ${oneLine(value)}` });
  return { fields, origin: originOf(stated, headline), log };
}

/**
 * The old addresses of a post that no other post of the import has. `taken` are the addresses in use; the aliases are
 * added to it.
 */
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

/** The page of another site that a post points to, or on which it was published first. */
function originOf(stated: Record<string, unknown>, headline: string): ExternalLink | null {
  const url = webAddress(textOf(stated['source_url'])) ?? webAddress(textOf(stated['redirectto']));
  return url === null ? null : { url, title: headline, source: new URL(url).hostname.replace(/^www\./, '') };
}

function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s/]/i.test(text) && URL.canParse(text) && !/\s/.test(text) ? text : null;
}

/** The instant in the first of these fields that is not empty. */
function instantIn(stated: Record<string, unknown>, names: readonly string[], log: LogEntry[]): string | null {
  const [name, text] =
    names.map((each): [string, string] => [each, textOf(stated[each])]).find(([, value]) => value !== '') ?? [];
  if (name === undefined || text === undefined) return null;
  const time = parseStatedTime(text);
  if (time === null) {
    log.push({ rule: 'date-unreadable', text: `${name}: ${text}` });
    return null;
  }
  return toInstant(time);
}

const unique = (slugs: readonly string[]): string[] => [...new Set(slugs)].filter((slug) => slug !== '');
const isStated = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false;
const oneLine = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').slice(0, 120);
