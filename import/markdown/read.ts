import { escapeText } from '../../newsroom/markdown/escape.ts';
import {
  problemAt,
  type LogEntry,
  type Problem,
  type ReadContext,
  type Reading,
  type ReadingSet,
  type Source,
  type Story,
  type StoryFields,
} from '../imported-article.ts';
import { slugOf } from '../slug.ts';
import { aliasesOf, fieldsOf, type Front } from './front-matter.ts';
import { mendHtml } from './simplify-html.ts';
import { collectionsOf } from './collection-files.ts';
import { expandLiquid, hasLiquid } from './liquid.ts';
import { gatherPosts, type PostSet } from './post-index.ts';
import { readPost, type Post } from './post.ts';
import { printBody } from './html-to-markdown.ts';
import { parseHtml, renderHtml } from './render-html.ts';
import { expandShortcodes } from './shortcodes.ts';
import { Slots } from './placeholders.ts';
import { textsOf } from '../field-values.ts';

/** Posts of static sites (Hugo, Jekyll): front matter and Markdown with HTML, shortcodes and Liquid in it. */
export function readMarkdown(sources: readonly Source[], context: ReadContext): ReadingSet {
  const entries = sources.map((source): Entry | Problem => {
    const post = readPost(source);
    return 'address' in post ? { post, front: fieldsOf(post) } : post;
  });
  const read = entries.filter((entry) => 'post' in entry);
  const posts = read.map(({ post }) => post);
  const set = gatherPosts(posts, new Set(read.flatMap(({ front }) => front.fields.topics ?? [])));
  const addresses = new Set(posts.map(({ address }) => address));
  const readings = entries.map((entry): Reading =>
    'post' in entry
      ? readStory(entry, set, addresses)
      : { source: entry.file, story: null, log: [], problems: [entry] },
  );
  const stories = readings.flatMap(({ story }) => (story === null ? [] : [story]));
  return { readings, collections: collectionsOf(stories, context.companions, namesIn(posts)) };
}

interface Entry {
  post: Post;
  front: Front;
}

function readStory({ post, front }: Entry, posts: PostSet, addresses: Set<string>): Reading {
  const { aliases, log: taken } = aliasesOf(post, addresses);
  const log = [...post.log, ...front.log, ...taken];
  const fields = { ...front.fields, ...(aliases.length > 0 && { aliases }) };
  const body = bodyOf(post, posts, log);
  const { origin } = front;
  const story =
    body === ''
      ? withoutBody(post, { ...front, fields }, log)
      : { slug: post.slug, fields: { ...fields, ...(origin && { sources: [origin] }) }, body };
  if (story !== null) return { source: post.source, story, log: counted(log), problems: expiryProblems(post, fields) };
  const told = {
    code: 'markdown-body-empty',
    message: 'The post has no text, no summary and no source.',
    why: 'Its page would show a headline and nothing else.',
    fix: 'Write its text below the front matter.',
  };
  return { source: post.source, story: null, log, problems: [problemAt(post.source, {}, told)] };
}

/** A post that expires before it appears was never to be seen: more likely one of the two dates is wrong. */
function expiryProblems(post: Post, { expires, published }: StoryFields): Problem[] {
  if (expires === undefined || Date.parse(expires) >= Date.parse(published)) return [];
  const field = Object.keys(post.fields).find((name) => name.toLowerCase() === 'expirydate') ?? 'expires';
  const told = {
    code: 'markdown-expired-early',
    severity: 'warning',
    message: `The post expires on ${expires}, before it is published.`,
    why: 'Nobody would ever see it.',
    fix: 'Correct one of the two dates.',
  } as const;
  return [problemAt(post.source, { line: post.lineOf(field), field }, told)];
}

/** The HTML that a post's body would have been on its old site, shortcodes and Liquid carried out. */
export function htmlOf(post: Post, posts: PostSet, log: LogEntry[]): string {
  const slots = new Slots();
  const expanded = hasLiquid(post.body)
    ? expandLiquid(post.body, slots, log)
    : expandShortcodes(post.body, slots, posts, log);
  return slots.fill(renderHtml(expanded));
}

function bodyOf(post: Post, posts: PostSet, log: LogEntry[]): string {
  return printBody(mendHtml(parseHtml(htmlOf(post, posts, log)), posts, post.address, log)).trim();
}

/** A post without text points elsewhere, or is its summary. */
function withoutBody(post: Post, { fields, origin }: Front, log: LogEntry[]): Story | null {
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

/** The same thing done many times in one post is one line of its log. */
function counted(log: readonly LogEntry[]): LogEntry[] {
  const counts = Map.groupBy(log, ({ rule, text }) => `${rule}\n${text}`);
  return [...counts.values()].flatMap(([first, ...more]) =>
    first ? [more.length === 0 ? first : { rule: first.rule, text: `${first.text} (${more.length + 1} times)` }] : [],
  );
}

/** How posts write the names of topics and people, by slug: `best practices` says more than `best-practices`. */
function namesIn(posts: readonly Post[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { fields } of posts) {
    for (const field of ['topics', 'tags', 'tag', 'categories', 'category', 'authors', 'author']) {
      for (const name of textsOf(fields[field])) if (!names.has(slugOf(name))) names.set(slugOf(name), name);
    }
  }
  return names;
}
