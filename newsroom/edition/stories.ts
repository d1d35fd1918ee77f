import type { Body } from '../../elements/body.ts';
import type { ArticleType } from '../model/article.ts';
import type { ListKind } from '../model/collection.ts';
import { blocksOf } from '../model/article-blocks.ts';
import type { Instant } from '../model/instant.ts';
import { changedAt } from '../model/changed.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { visible } from '../store/visible.ts';
import { inList, titleOf } from './collections.ts';
import type { EditionContext } from './context.ts';
import { publicHref } from './links.ts';
import { pictureOf } from './pictures.ts';
import { Story, type Resolved } from './public.ts';
import { publicRow } from './redirects.ts';
import { settingsOf, siteUrlOf } from './settings.ts';
import { usualLanguage } from './newsroom-settings.ts';
import { ownerOf } from './titles.ts';

/** The public article at an address, as lists show it. */
export function storyAt(context: EditionContext, address: string): Story | undefined {
  const row = publicRow(context, address);
  return row && storyFrom(context, storedIn(row));
}

/** The newest public articles of a list, newest first. */
export function newestOf(context: EditionContext, kind: ListKind, slug: string, size: number): Story[] {
  const { store, now, dependencies } = context;
  dependencies.add(`list ${kind} ${slug}`);
  const sql = `SELECT article FROM membership WHERE ${inList} ORDER BY published DESC, address DESC LIMIT :size`;
  return storiesFrom(context, store.all(sql, { kind, slug, now, size }));
}

/** The newest public articles of a type of work, newest first. */
export function newestOfType(context: EditionContext, type: ArticleType, size: number): Story[] {
  const { store, now, dependencies } = context;
  dependencies.add(`type ${type}`);
  const sql = `SELECT key AS article FROM article WHERE type = :type AND ${visible}
    ORDER BY published DESC, address DESC LIMIT :size`;
  return storiesFrom(context, store.all(sql, { type, now, size }));
}

/** The public explainers and analyses of a list: explainers first, and of each the newest first. */
export function backgroundOf(context: EditionContext, kind: ListKind, slug: string, size: number): Story[] {
  const { store, now, dependencies } = context;
  dependencies.add(`list ${kind} ${slug}`);
  const sql = `SELECT article FROM membership WHERE ${inList} AND background > 0
    ORDER BY background DESC, published DESC, address DESC LIMIT :size`;
  return storiesFrom(context, store.all(sql, { kind, slug, now, size }));
}

/** Public articles of a list by their position from the oldest; `offset` counts from 0. Oldest first. */
export function fromOldest(
  context: EditionContext,
  kind: ListKind,
  slug: string,
  offset: number,
  size: number,
): Story[] {
  const { store, now, dependencies } = context;
  const sql = `SELECT article FROM membership WHERE ${inList} ORDER BY published, address LIMIT :size OFFSET :offset`;
  const found = storiesFrom(context, store.all(sql, { kind, slug, now, size, offset }));
  // What is published after the last story of a full page moves none of them.
  const last = found.length < size ? undefined : found.at(-1);
  dependencies.add(`list ${kind} ${slug}`, last && Date.parse(last.published));
  return found;
}

/**
 * Public articles that name a list themselves and were published before a story, or after it; nearest first.
 */
export function around(
  context: EditionContext,
  kind: ListKind,
  slug: string,
  story: Pick<Story, 'address' | 'published'>,
  side: 'before' | 'after',
  size: number,
): Story[] {
  const { store, now, dependencies } = context;
  const [comparison, order] = side === 'before' ? ['<', 'DESC'] : ['>', 'ASC'];
  const sql = `SELECT article FROM membership
    WHERE ${inList} AND direct = 1 AND (published, address) ${comparison} (:published, :address)
    ORDER BY published ${order}, address ${order} LIMIT :size`;
  const { address } = story;
  const published = Date.parse(story.published);
  const found = storiesFrom(context, store.all(sql, { kind, slug, now, published, address, size }));
  const last = found.length < size ? undefined : found.at(-1);
  dependencies.add(`list ${kind} ${slug}`, side === 'before' ? published : last && Date.parse(last.published));
  return found;
}

/** The stories of rows with the key of an article that the caller knows to be public. */
function storiesFrom(context: EditionContext, rows: Row[]): Story[] {
  return rows.map((row) => storyFrom(context, storedByKey(context, numberOf(row, 'article'))));
}

/** What is stored of the article with a key. */
export function storedByKey({ store, dependencies }: EditionContext, key: number): StoredArticle {
  const stored = storedIn(store.get('SELECT detail FROM article WHERE key = ?', key));
  dependencies.add(`article ${stored.address}`);
  return stored;
}

/** What is stored of an article, from its row. */
export function storedIn(article: Row | undefined): StoredArticle {
  return JSON.parse(textOf(article, 'detail'));
}

/** The words of an article that readers see, block by block, from a row with its body. */
export function blocksIn(row: Row | undefined, stored: StoredArticle): string[] {
  const body: Body = JSON.parse(textOf(row, 'body'));
  return blocksOf(stored, body);
}

/** An article by its key, and the words of it that readers see, block by block. */
export function articleWithBlocks(
  { store, dependencies }: EditionContext,
  key: number,
): { stored: StoredArticle; blocks: string[] } {
  const row = store.get('SELECT detail, body FROM article JOIN body ON article = key WHERE key = ?', key);
  const stored = storedIn(row);
  dependencies.add(`article ${stored.address}`);
  return { stored, blocks: blocksIn(row, stored) };
}

/** Makes the story of an article that is public. */
export function storyFrom(context: EditionContext, stored: StoredArticle): Story {
  return new Story(stored, resolve(context, stored));
}

/** What lists show of an article, as far as the public may see it. */
export function resolve(context: EditionContext, stored: StoredArticle): Resolved {
  const { language } = settingsOf(context);
  const owner = ownerOf(context, stored.address);
  const kicker = stored.kicker ?? firstTopicTitle(context, stored);
  const picture = stored.image && pictureOf(context, stored.image);
  const state = context.visibility.stateOf(stored, context.now);
  const canonical = canonicalOf(context, stored) ?? (owner && owner.url + encodeURI(stored.address));
  return {
    ...(state && { state }),
    ...(owner && { owner }),
    ...(canonical !== undefined && { canonical }),
    ...(kicker !== undefined && { kicker }),
    ...(stored.kicker === undefined && kicker !== undefined && { kickerLang: language }),
    lang: stored.lang ?? usualLanguage(context),
    ...(picture && { picture }),
  };
}

function firstTopicTitle(context: EditionContext, { topics }: StoredArticle): string | undefined {
  for (const slug of topics) {
    const title = titleOf(context, 'topic', slug);
    if (title !== undefined) return title;
  }
  return undefined;
}

/** The absolute address that owns an article, where that is another one and may be shown. */
function canonicalOf(context: EditionContext, { canonical, address }: StoredArticle): string | undefined {
  const href = canonical === undefined ? undefined : publicHref(context, canonical);
  const site = siteUrlOf(context);
  const found = href?.startsWith('/') ? site + encodeURI(href) : href;
  return found === site + encodeURI(address) ? undefined : found;
}

/**
 * When the substance of a public article last changed: by its history, where git knows one, since a typo changes no date.
 * Otherwise by what the file says of itself. `article` is its row.
 */
export function substanceChanged({ store, now }: EditionContext, article: Row, stored: StoredArticle): Instant {
  const row = store.get('SELECT substance FROM history WHERE file = ?', textOf(article, 'file'));
  if (!row) return changedAt(stored, now);
  const substance = textOf(row, 'substance');
  const known = Date.parse(substance) <= now ? substance : stored.published;
  // A correction that is dated later than its version counts from its own instant on.
  return changedAt({ published: known, corrections: stored.corrections }, now);
}
