import type { ExternalLink } from '../../newsroom/model/article.ts';
import { isWebAddress } from '../../newsroom/model/field-types.ts';
import { oldPath } from '../../newsroom/model/path.ts';
import { textOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedFields } from '../imported-article.ts';
import { problemAt, type ImportProblem } from '../problem.ts';
import { authorsOf, type Author } from './authors.ts';
import { instantOf, parseDate } from './dates.ts';
import { isGate, isMisspeltGate, readGates } from './gates.ts';
import { labelsOf, topicSlug } from './labels.ts';
import { oldAddresses } from './old-addresses.ts';
import { plainText } from './plain-text.ts';
import { PICTURE_FIELDS } from './pictures.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import { fieldKey, valueOf, type StatedFields } from './stated-fields.ts';

// The first of these fields that is not empty is the standfirst.
const STANDFIRSTS = ['summary', 'deck', 'excerpt', 'description', 'subtitle'];
/** Fields with topics. In those that are true, spaces separate the topics of one text. */
const TOPICS: [string, boolean][] = [
  ['topics', false],
  ['tags', true],
  ['tag', false],
  ['categories', true],
  ['category', false],
];
/** Normal names of the fields that the import reads. All others go to the log. */
const READ_FIELDS = new Set(
  [
    'title',
    'date',
    'slug',
    'authors',
    'author',
    'byline',
    'lastmod',
    'updated',
    'aliases',
    'redirect_from',
    'permalink',
    'url',
    'kicker',
    'locale',
    'lang',
    'language',
    'source_url',
    'source',
    'redirectto',
    'canonical',
    'translationKey',
    'cascade',
    ...PICTURE_FIELDS,
    ...STANDFIRSTS,
    ...TOPICS.map(([name]) => name),
  ].map(fieldKey),
);

/** The front matter of a post as fields of an article. */
export interface ConvertedFields {
  fields: ImportedFields;
  authors: Author[];
  /** The topics of the post as it names them. */
  topics: string[];
  /** The page of another site that the post points to, or on which it was published first. */
  origin: ExternalLink | null;
  log: LogEntry[];
}

/**
 * Converts the front matter of a static site to fields of an article. A field that an article does not have goes to the
 * log. A date that cannot be read in a field that hides the post is a problem.
 */
export function convertFrontMatter(post: Post, site: Site): ConvertedFields | ImportProblem {
  const { stated, headline, published, written, lang } = post;
  const log: LogEntry[] = [];
  const fields: ImportedFields = { headline, published: written };
  const standfirst = STANDFIRSTS.map((name) => plainText(textOf(valueOf(stated, name)))).find((text) => text !== '');
  if (standfirst !== undefined) fields.standfirst = standfirst;
  const kicker = plainText(textOf(valueOf(stated, 'kicker')));
  if (kicker !== '') fields.kicker = kicker;
  const { authors, unread } = authorsOf(stated, site.authors);
  if (authors.length > 0) fields.byline = authors.map(({ slug }) => slug);
  for (const author of unread) log.push({ rule: 'author-unread', text: oneLine(author) });
  const topics = TOPICS.flatMap(([name, spaces]) => labelsOf(valueOf(stated, name), { spaces }));
  const slugs = unique(topics.map(topicSlug));
  if (slugs.length > 0) fields.topics = slugs;
  if (lang !== null) fields.lang = lang;
  const updated = updatedIn(stated, log);
  if (updated !== null && Date.parse(updated) > Date.parse(published)) fields.updated = updated;
  const canonical = webAddress(textOf(valueOf(stated, 'canonical')));
  if (canonical !== null) fields.canonical = canonical;

  const gates = readGates(stated);
  if (gates.fault !== null) return unreadableGate(post, gates.fault);
  log.push(...gates.log);
  if (gates.opens !== null && Date.parse(gates.opens) > Date.parse(published)) fields.embargo = gates.opens;
  if (gates.closes !== null) fields.expires = gates.closes;
  if (fields.embargo !== undefined) log.push({ rule: 'embargoed', text: `until ${fields.embargo}` });
  if (fields.expires !== undefined) log.push({ rule: 'expires', text: `on ${fields.expires}` });
  const unwritten = site.unwritten.has(post.file.collection) ? `_${post.file.collection}` : null;
  const hiddenBy = post.file.hiddenBy ?? unwritten;
  if (hiddenBy !== null) log.push({ rule: 'not-public', text: hiddenBy });
  if (gates.draft || hiddenBy !== null) fields.status = 'draft';

  for (const [key, [field]] of stated) {
    if (field === undefined || READ_FIELDS.has(key) || isGate(key) || !isStated(field.value)) continue;
    const isMisspelt = isMisspeltGate(key, field);
    if (isMisspelt) fields.status = 'draft';
    log.push({ rule: isMisspelt ? 'not-public' : 'field-ignored', text: `${field.written}: ${oneLine(field.value)}` });
  }
  return { fields, authors, topics, origin: originOf(stated, headline), log };
}

const unreadableGate = (post: Post, { field, value }: { field: string; value: string }): ImportProblem =>
  problemAt(
    post.source,
    {
      code: 'markdown-gate-unreadable',
      field,
      message: `“${value}” in “${field}” is not a date.`,
      why: 'The field says when the post is public. A wrong guess would show it to readers at the wrong time.',
      fix: `Write a day, a time and an offset: \`${field}: 2026-01-13T18:30:00+09:00\`.`,
    },
    { line: post.lineOf(field) },
  );

/**
 * The old addresses of a post that no other post of the import has. `taken` are the addresses in use, in normal form; the
 * aliases are added to it.
 */
export function aliasesOf(post: Post, site: Site, taken: Set<string>): { aliases: string[]; log: LogEntry[] } {
  const aliases: string[] = [];
  const log: LogEntry[] = [];
  for (const path of oldAddresses(post, site)) {
    const alias = path.replace(/(?<=.)\/+$/, '');
    const key = oldPath(alias);
    if (key === undefined || key === '/' || key === post.address || aliases.some((each) => oldPath(each) === key))
      continue;
    if (taken.has(key)) log.push({ rule: 'alias-taken', text: alias });
    else aliases.push(alias);
    taken.add(key);
  }
  return { aliases, log };
}

/** The page of another site that a post points to, or on which it was published first. */
function originOf(stated: StatedFields, headline: string): ExternalLink | null {
  const url = webAddress(textOf(valueOf(stated, 'source_url'))) ?? webAddress(textOf(valueOf(stated, 'redirectto')));
  return url === null ? null : { url, title: headline, source: new URL(url).hostname.replace(/^www\./, '') };
}

function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s/]/i.test(text) && isWebAddress(text) && !/\s/.test(text) ? text : null;
}

/** The instant of the last change. */
function updatedIn(stated: StatedFields, log: LogEntry[]): string | null {
  const text = textOf(
    valueOf(stated, 'lastmod', 'updated', 'last_modified_at', 'updatedDate', 'updated_at', 'modified'),
  );
  if (text === '') return null;
  if (parseDate(text) === null) log.push({ rule: 'date-unreadable', text });
  return instantOf(text);
}

const unique = (slugs: readonly string[]): string[] => [...new Set(slugs)].filter((slug) => slug !== '');
const isStated = (value: unknown): boolean => value !== null && value !== undefined && value !== '';
const oneLine = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').slice(0, 120);
