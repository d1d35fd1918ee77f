import { basename, dirname } from 'node:path';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import { textOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedArticle, ImportedFields } from '../imported-article.ts';
import { problemAt, type ImportProblem } from '../problem.ts';
import type { FindPicture, ReadContext, ReadResult, ReadResults, SourceFile } from '../reader.ts';
import { withoutAuthorMarks } from './author-marks.ts';
import { withFencedCode } from './code-tags.ts';
import { collectionFiles } from './collection-files.ts';
import { withoutComments } from './comments.ts';
import { aliasesOf, convertFrontMatter, type ConvertedFields } from './front-matter.ts';
import { gateOf } from './gates.ts';
import { logReaderMarks, withoutExpressions, withoutHiddenBlocks } from './hidden-blocks.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { expandLiquid, hasLiquid } from './liquid.ts';
import { maskCode } from './masked-code.ts';
import { leadPicture, PostPictures } from './pictures.ts';
import { Placeholders } from './placeholders.ts';
import { indexPosts, type PostIndex } from './post-index.ts';
import { readPost, type Post } from './post.ts';
import { parseHtml, renderHtml } from './render-html.ts';
import { expandShortcodes } from './shortcodes.ts';
import { simplifyHtml } from './simplify-html.ts';
import { readSite, type Site } from './site.ts';
import { valueOf } from './stated-fields.ts';

interface ConvertedPost {
  post: Post;
  converted: ConvertedFields;
}

/** What all posts of one import have in common. */
interface Archive {
  site: Site;
  posts: PostIndex;
  /** Addresses of articles and aliases, in normal form. */
  taken: Set<string>;
  /** The original of each translation, by address. */
  originals: ReadonlyMap<string, string>;
  findPicture: FindPicture;
}

/** Reads posts of static sites: front matter and Markdown with HTML, shortcodes and Liquid in it. */
export function readMarkdown(sources: readonly SourceFile[], context: ReadContext): ReadResults {
  const site = readSite(context.siteFiles ?? []);
  const bundles = new Set(
    sources
      .filter(({ path }) => site.hasBundles && basename(path).startsWith('index.'))
      .map(({ path }) => dirname(path)),
  );
  const read = withOwnAddresses(
    sources.map((source) => inBundle(readPost(source, site, context.date), bundles)),
    site,
  );
  const entries = read.map((post): ConvertedPost | ImportProblem => {
    if (!('address' in post)) return post;
    const converted = convertFrontMatter(post, site);
    return 'fields' in converted ? { post, converted } : converted;
  });
  const readable = entries.filter((entry) => 'post' in entry);
  const posts = readable
    .map(({ post }) => post)
    .toSorted((a, b) => Number(isOriginal(b, site)) - Number(isOriginal(a, site)));
  const archive: Archive = {
    site,
    posts: indexPosts(posts, new Set(readable.flatMap(({ converted }) => converted.fields.topics ?? [])), site),
    taken: new Set(posts.map(({ address }) => address)),
    originals: originalsOf(posts, site),
    findPicture: context.findPicture ?? (() => null),
  };
  const results = entries.map((entry): ReadResult =>
    'post' in entry ? convertPost(entry, archive) : { source: entry.file, article: null, log: [], problems: [entry] },
  );
  const articles = results.flatMap(({ article }) => article ?? []);
  return {
    results,
    collections: collectionFiles(
      articles,
      context.collectionSources,
      readable.map(({ converted }) => converted),
    ),
  };
}

/** A post that is in the bundle of another one is no page of its site: it is hidden. */
function inBundle(post: Post | ImportProblem, bundles: ReadonlySet<string>): Post | ImportProblem {
  if (!('address' in post) || bundles.size === 0) return post;
  const folder = dirname(post.source);
  const outer = [folder, dirname(folder), dirname(dirname(folder))].find((each) => bundles.has(each));
  if (outer === undefined || (outer === folder && post.file.file.startsWith('index.'))) return post;
  return { ...post, file: { ...post.file, hiddenBy: post.file.hiddenBy ?? `in the bundle ${basename(outer)}` } };
}

/**
 * The posts with different addresses. Of several with one day and one name, translations get their language after the
 * name, and later posts a number.
 */
function withOwnAddresses(posts: readonly (Post | ImportProblem)[], site: Site): (Post | ImportProblem)[] {
  const stated = new Set(posts.flatMap((post) => ('address' in post ? [post.address] : [])));
  const owners = new Map<string, string>();
  for (const originalsOnly of [true, false]) {
    for (const post of posts) {
      if ('address' in post && isOriginal(post, site) === originalsOnly && !owners.has(post.address))
        owners.set(post.address, post.source);
    }
  }
  const taken = new Set<string>(stated);
  return posts.map((post) => {
    if (!('address' in post) || owners.get(post.address) === post.source) return post;
    const suffixes = post.lang === null ? [] : [post.lang.toLowerCase()];
    for (let number = 2; ; number += 1) {
      const suffix = suffixes.shift() ?? String(number);
      const address = `${post.address}-${suffix}`;
      if (taken.has(address)) continue;
      taken.add(address);
      return { ...post, slug: `${post.slug}-${suffix}`, address };
    }
  });
}

/** Whether a post is in the first language of its site. */
const isOriginal = ({ lang }: Post, { language }: Site): boolean =>
  lang === null || lang.toLowerCase() === (language ?? 'en').toLowerCase();

/** The original of each translation: the post with the same name in the same folder, or with the same key. */
function originalsOf(posts: readonly Post[], site: Site): Map<string, string> {
  const originals = new Map<string, string>();
  const groups = Map.groupBy(posts, ({ file, stated }) => {
    const key = textOf(valueOf(stated, 'translationKey'));
    return key === '' ? [...file.folders, file.day, file.stem].join('/') : `key ${key}`;
  });
  for (const group of groups.values()) {
    if (group.length < 2 || group.every(({ lang }) => lang === null)) continue;
    const original = group.find((post) => isOriginal(post, site)) ?? group[0];
    for (const { address, lang } of group)
      if (original !== undefined && address !== original.address && lang !== original.lang)
        originals.set(address, original.address);
  }
  return originals;
}

function convertPost(
  { post, converted }: ConvertedPost,
  { site, posts, taken, originals, findPicture }: Archive,
): ReadResult {
  const { source, slug } = post;
  const { origin } = converted;
  const { aliases, log: aliasLog } = aliasesOf(post, site, taken);
  const log = [...post.log, ...converted.log, ...aliasLog];
  const pictures = new PostPictures(post, site, posts.host, findPicture);
  const image = leadPicture(post.stated, post.headline, pictures, log);
  const translationOf = originals.get(post.address);
  const fields: ImportedFields = {
    ...converted.fields,
    ...(translationOf !== undefined && { translationOf }),
    ...(aliases.length > 0 && { aliases }),
    ...(image !== undefined && { image }),
  };
  const logged = log.length;
  const body = bodyOf(post, posts, pictures, log);
  // A part of the text is not for everybody, and its end is unknown.
  if (log.slice(logged).some(({ rule }) => rule === 'not-public')) fields.status = 'draft';
  const read =
    body === ''
      ? articleWithoutText(post, { ...converted, fields }, log)
      : { slug, fields: { ...fields, ...(origin && { sources: [origin] }) }, body };
  if (read === null) return { source, article: null, log, problems: [problemAt(source, emptyBody)] };
  const article = pictures.used.size === 0 ? read : { ...read, pictures: [...pictures.used.values()] };
  return { source, article, log: withCounts(log), problems: expiryProblems(post, fields) };
}

const emptyBody = {
  code: 'markdown-body-empty',
  message: 'The post has no text, no summary and no source.',
  why: 'Its page would show only a headline.',
  fix: 'Write its text below the front matter.',
};

/** A warning about a post that expires before it is published: one of the two dates is probably wrong. */
function expiryProblems(post: Post, { expires }: ImportedFields): ImportProblem[] {
  if (expires === undefined || Date.parse(expires) >= Date.parse(post.published)) return [];
  const field = [...post.stated].find(([key]) => gateOf(key)?.kind === 'closes')?.[1][0]?.written ?? 'expires';
  const problem = problemAt(
    post.source,
    {
      code: 'markdown-expired-early',
      severity: 'warning',
      field,
      message: `The post expires on ${expires}, before it is published.`,
      why: 'Nobody would ever see it.',
      fix: 'Correct one of the two dates.',
    },
    { line: post.lineOf(field) },
  );
  return [problem];
}

/** Hugo prints a shortcode that is between the signs of a comment, without these signs. */
const withPrintedShortcodes = (text: string): string =>
  text.replace(
    /\{\{([<%])\s*\/\*((?:(?!\*\/|\{\{)[^\n])*)\*\/\s*[>%]\}\}/g,
    (_, sign: string, inner: string) =>
      `&#123;&#123;${sign === '<' ? '&lt;' : '%'}${inner.replaceAll('<', '&lt;').replaceAll('{', '&#123;')}${sign === '<' ? '&gt;' : '%'}&#125;&#125;`,
  );

/** Liquid prints code that is between these tags as it is. */
const withoutRawTags = (code: string): string => code.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');

/** The HTML of a post's body as its old site would have shown it: comments are gone, shortcodes and Liquid are expanded. */
export function htmlOf(post: Post, posts: PostIndex, log: LogEntry[]): string {
  const placeholders = new Placeholders();
  const fenced = maskCode(post.body);
  logReaderMarks(fenced.text, log);
  const shortcodes = withPrintedShortcodes(withFencedCode(fenced.text));
  const isTemplate = hasLiquid(fenced.text) || /\{\{[<%]/.test(fenced.text);
  const uncommented = withoutComments(fenced.restore(shortcodes), log, post.file.collection === '' && !isTemplate);
  const code = maskCode(uncommented);
  const isMdx = /\.mdx$/i.test(post.source);
  const shown = withoutAuthorMarks(withoutHiddenBlocks(code.text, log), log);
  const body = isMdx ? withoutExpressions(shown, log) : shown;
  const expanded = hasLiquid(body)
    ? code.restore(expandLiquid(body, placeholders, posts, log, post.stated), withoutRawTags)
    : expandShortcodes(code.restore(body), placeholders, posts, log);
  return placeholders.replaceIn(renderHtml(expanded));
}

function bodyOf(post: Post, posts: PostIndex, pictures: PostPictures, log: LogEntry[]): string {
  const html = parseHtml(htmlOf(post, posts, log));
  return htmlToMarkdown(simplifyHtml(html, posts, post.address, log, pictures)).trim();
}

/** A post without text becomes a link to its source, or else its summary; null if it has neither. */
function articleWithoutText(post: Post, { fields, origin }: ConvertedFields, log: LogEntry[]): ImportedArticle | null {
  const url = fields.canonical ?? origin?.url ?? null;
  if (url !== null) {
    log.push({ rule: 'body-from-source', text: url });
    const host = escapeText(new URL(url).hostname.replace(/^www\./, ''), {
      opensLine: false,
      closesLine: false,
      inLink: true,
    });
    return {
      slug: post.slug,
      fields: { ...fields, canonical: url },
      body: `Read the full story at [${host}](<${url}>).`,
    };
  }
  if (fields.standfirst === undefined) return null;
  log.push({ rule: 'body-from-summary', text: fields.standfirst });
  return { slug: post.slug, fields, body: escapeText(fields.standfirst) };
}

/** The log with equal entries as one entry that says how many there were. */
function withCounts(log: readonly LogEntry[]): LogEntry[] {
  const groups = Map.groupBy(log, ({ rule, text }) => `${rule}\n${text}`);
  return [...groups.values()].flatMap(([first, ...more]) =>
    first ? [more.length === 0 ? first : { rule: first.rule, text: `${first.text} (${more.length + 1} times)` }] : [],
  );
}
