import { escapeText } from '../../newsroom/markdown/escape.ts';
import { textsOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import type { ImportedArticle, ImportedFields } from '../imported-article.ts';
import { problemAt, type ImportProblem } from '../problem.ts';
import type { ReadContext, ReadResult, ReadResults, SourceFile } from '../reader.ts';
import { addressSlug } from '../slug.ts';
import { collectionFiles } from './collection-files.ts';
import { aliasesOf, convertFrontMatter, type ConvertedFields } from './front-matter.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { expandLiquid, hasLiquid } from './liquid.ts';
import { Placeholders } from './placeholders.ts';
import { indexPosts, type PostIndex } from './post-index.ts';
import { readPost, type Post } from './post.ts';
import { parseHtml, renderHtml } from './render-html.ts';
import { expandShortcodes } from './shortcodes.ts';
import { simplifyHtml } from './simplify-html.ts';

interface ConvertedPost {
  post: Post;
  converted: ConvertedFields;
}

/** Reads posts of static sites (Hugo, Jekyll): front matter and Markdown with HTML, shortcodes and Liquid in it. */
export function readMarkdown(sources: readonly SourceFile[], context: ReadContext): ReadResults {
  const entries = sources.map((source): ConvertedPost | ImportProblem => {
    const post = readPost(source);
    return 'address' in post ? { post, converted: convertFrontMatter(post) } : post;
  });
  const readable = entries.filter((entry) => 'post' in entry);
  const posts = readable.map(({ post }) => post);
  const index = indexPosts(posts, new Set(readable.flatMap(({ converted }) => converted.fields.topics ?? [])));
  const addresses = new Set(posts.map(({ address }) => address));
  const results = entries.map((entry): ReadResult =>
    'post' in entry
      ? convertPost(entry, index, addresses)
      : { source: entry.file, article: null, log: [], problems: [entry] },
  );
  const articles = results.flatMap(({ article }) => article ?? []);
  return { results, collections: collectionFiles(articles, context.collectionSources, namesIn(posts)) };
}

function convertPost({ post, converted }: ConvertedPost, posts: PostIndex, addresses: Set<string>): ReadResult {
  const { source, slug } = post;
  const { origin } = converted;
  const { aliases, log: aliasLog } = aliasesOf(post, addresses);
  const log = [...post.log, ...converted.log, ...aliasLog];
  const fields = { ...converted.fields, ...(aliases.length > 0 && { aliases }) };
  const body = bodyOf(post, posts, log);
  const article =
    body === ''
      ? articleWithoutText(post, { ...converted, fields }, log)
      : { slug, fields: { ...fields, ...(origin && { sources: [origin] }) }, body };
  if (article === null) return { source, article, log, problems: [problemAt(source, emptyBody)] };
  return { source, article, log: withCounts(log), problems: expiryProblems(post, fields) };
}

const emptyBody = {
  code: 'markdown-body-empty',
  message: 'The post has no text, no summary and no source.',
  why: 'Its page would show only a headline.',
  fix: 'Write its text below the front matter.',
};

/** A warning about a post that expires before it is published: one of the two dates is probably wrong. */
function expiryProblems(post: Post, { expires, published }: ImportedFields): ImportProblem[] {
  if (expires === undefined || Date.parse(expires) >= Date.parse(published)) return [];
  const field = Object.keys(post.fields).find((name) => name.toLowerCase() === 'expirydate') ?? 'expires';
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

/** The HTML of a post's body as its old site would have shown it: shortcodes and Liquid are expanded. */
export function htmlOf(post: Post, posts: PostIndex, log: LogEntry[]): string {
  const placeholders = new Placeholders();
  const expanded = hasLiquid(post.body)
    ? expandLiquid(post.body, placeholders, log)
    : expandShortcodes(post.body, placeholders, posts, log);
  return placeholders.replaceIn(renderHtml(expanded));
}

function bodyOf(post: Post, posts: PostIndex, log: LogEntry[]): string {
  return htmlToMarkdown(simplifyHtml(parseHtml(htmlOf(post, posts, log)), posts, post.address, log)).trim();
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

/** The names of topics and people as posts write them, by slug: `best practices` is a better name than `best-practices`. */
function namesIn(posts: readonly Post[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { fields } of posts) {
    for (const field of ['topics', 'tags', 'tag', 'categories', 'category', 'authors', 'author']) {
      for (const name of textsOf(fields[field])) if (!names.has(addressSlug(name))) names.set(addressSlug(name), name);
    }
  }
  return names;
}
