import { isForOtherLanguages, ownersOfTopics, topicsOf } from '../model/topic-owners.ts';
import type { Title } from '../model/title.ts';
import type { Topic } from '../model/topic.ts';
import { precedence } from '../store/schema.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { numberOf, textOf } from '../store/store.ts';
import { isTitleFile } from '../store/title-lists.ts';
import { topicPlaces } from '../store/topic-places.ts';
import { isVisible, visible, visibleAt } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import { renamedRow, rowsWithAlias } from './former-addresses.ts';
import { usualLanguage } from './newsroom-settings.ts';

/** A title of the newsroom, as other titles name it. */
export interface SisterTitle {
  /** The name of its file. */
  slug: string;
  name: string;
  /** The language of its name, and of what is written for it: a BCP 47 tag. */
  language: string;
  /** Its address, absolute, without a slash at the end. */
  url: string;
  /** All addresses that it is known by: `url`, and the one in its file. */
  urls: readonly string[];
  /** Where links to it lead: `url`, except where a machine shows all titles by itself. */
  href: string;
}

/** The titles of a newsroom that has several, in their order, and what each one owns. */
export interface Titles {
  all: readonly Title[];
  /** The title whose edition it is. */
  own: Title | undefined;
  /** The title of each topic, by their slugs. */
  owners: ReadonlyMap<string, string>;
}

/** The titles; none in a newsroom that is one site. */
export function titlesOf(context: EditionContext): Titles {
  return (context.cache.sisters ??= readTitles(context));
}

function readTitles(context: EditionContext): Titles {
  const { store, title } = context;
  const all = store
    .all("SELECT value FROM main.title JOIN entity ON kind = 'title' AND slug = name ORDER BY number")
    .map((row): Title => JSON.parse(textOf(row, 'value')));
  const own = title === undefined ? all[0] : all.find(({ slug }) => slug === title);
  const topics = all.length === 0 ? [] : topicPlaces(store);
  return { all, own, owners: ownersOfTopics(topics, all, usualLanguage(context)) };
}

/** The topics, public or not, of which the title has pages while they have public articles. */
export function topicsWithPages(context: EditionContext): readonly string[] {
  return (context.cache.topicsWithPages ??= readTopicsWithPages(context));
}

function readTopicsWithPages(context: EditionContext): string[] {
  const { own, owners } = titlesOf(context);
  const topics = topicPlaces(context.store);
  return own ? topicsOf(own, topics, owners) : topics.map(({ slug }) => slug);
}

/** All titles of a newsroom that has several, in their order. */
export function sisterTitles(context: EditionContext): SisterTitle[] {
  return titlesOf(context).all.map((title) => sisterTitle(context, title));
}

/** The same without the title whose edition it is. */
export function otherTitles(context: EditionContext): SisterTitle[] {
  const { own } = titlesOf(context);
  return sisterTitles(context).filter(({ slug }) => slug !== own?.slug);
}

function sisterTitle(context: EditionContext, { slug, name, url: stated, language }: Title): SisterTitle {
  const { localPort, siteUrl } = context;
  const url = (slug === titlesOf(context).all[0]?.slug ? siteUrl : undefined) ?? stated;
  const href = localPort === undefined ? url : `http://${slug}.localhost:${localPort}`;
  return { slug, name, language: language ?? usualLanguage(context), url, urls: [...new Set([url, stated])], href };
}

/**
 * Whether there are files of several titles. A file with an error and without an earlier version is none of `sisterTitles`, but
 * no other title may take its place.
 */
export function hasSeveralTitles({ store }: EditionContext): boolean {
  return numberOf(store.get(`SELECT count(*) AS n FROM file WHERE ${isTitleFile}`), 'n') > 1;
}

/** Another title, by the number that the store has for it; `undefined` for the title whose edition it is. */
function otherTitle(context: EditionContext, number: unknown): SisterTitle | undefined {
  const { all, own } = titlesOf(context);
  const title = typeof number === 'number' ? all[number - 1] : undefined;
  return title && title.slug !== own?.slug ? sisterTitle(context, title) : undefined;
}

/** The title that owns an article that this title carries, where that is another one. */
export function ownerOf(context: EditionContext, address: string): SisterTitle | undefined {
  if (titlesOf(context).all.length < 2) return undefined;
  context.dependencies.add(`article ${address}`);
  const row = context.store.get(`SELECT owner FROM article WHERE address = ? ${precedence} LIMIT 1`, address);
  return otherTitle(context, row?.['owner']);
}

/** A topic on another title. */
export interface TopicElsewhere {
  title: SisterTitle;
  topic: Topic;
}

/**
 * The page of a topic on the title that owns it, where that is another one and the topic has public articles there. A title for other
 * languages keeps its own page.
 */
export function topicElsewhere(context: EditionContext, slug: string): TopicElsewhere | undefined {
  const { all, own, owners } = titlesOf(context);
  const owner = all.find((title) => title.slug === owners.get(slug));
  if (own && isForOtherLanguages(own, usualLanguage(context)) && context.counts.has('topic', slug)) return undefined;
  if (!owner || owner.slug === own?.slug || !hasListOn(context, owner.slug, 'topic', slug)) return undefined;
  const row = context.store.get("SELECT value FROM entity WHERE kind = 'topic' AND slug = ?", slug);
  return row && { title: sisterTitle(context, owner), topic: JSON.parse(textOf(row, 'value')) };
}

/** Whether a list has public articles on a title. */
export function hasListOn(
  { store, now, dependencies }: EditionContext,
  title: string,
  kind: string,
  slug: string,
): boolean {
  const sql = `SELECT address FROM main.membership AS member
    WHERE title = (SELECT lists FROM main.title WHERE name = :title) AND kind = :kind AND slug = :slug
      AND ${visibleAt(':now', 'member.')} ORDER BY published, address LIMIT 1`;
  const first = store.get(sql, { title, kind, slug, now });
  // While this article is the same, no other one matters. What comes into the lists of other titles is no dependency of its own.
  dependencies.add(first ? `article ${textOf(first, 'address')}` : 'anything');
  return first !== undefined;
}

/** A public story that this title does not carry. */
export interface StoryElsewhere {
  title: SisterTitle;
  address: string;
  headline: string;
  /** The language of its words. */
  lang: string | undefined;
}

/** The story that had or has an address, where other titles carry it and this one does not. */
export function storyElsewhere(context: EditionContext, address: string): StoryElsewhere | undefined {
  if (titlesOf(context).all.length < 2) return undefined;
  const { store, now, dependencies } = context;
  dependencies.add(`article ${address}`);
  const row =
    store.get(`SELECT * FROM main.article AS article WHERE address = :address AND ${visible}`, { address, now }) ??
    rowsWithAlias(context, 'main.article', address).find((each) => isVisible(each, now)) ??
    renamedRow(context, 'main.article', address);
  if (!row || !isVisible(row, now)) return undefined;
  const found = textOf(row, 'address');
  dependencies.add(`article ${found}`);
  const isHere = store.get('SELECT 1 FROM article WHERE key = ?', numberOf(row, 'key')) !== undefined;
  const title = isHere ? undefined : otherTitle(context, row['owner']);
  const { headline, lang }: StoredArticle = JSON.parse(textOf(row, 'detail'));
  return title && { title, address: found, headline, lang };
}

/** The topic that has an old address, where `topicElsewhere` has its page. */
export function topicWithAliasElsewhere(context: EditionContext, address: string): TopicElsewhere | undefined {
  if (titlesOf(context).all.length < 2) return undefined;
  const sql = `SELECT entity.slug FROM entity_alias JOIN entity ON entity.file = entity_alias.file
    WHERE address = ? AND entity.kind = 'topic' ORDER BY entity.slug`;
  for (const row of context.store.all(sql, address)) {
    const found = topicElsewhere(context, textOf(row, 'slug'));
    if (found) return found;
  }
  return undefined;
}

/** The addresses of all public articles that only other titles carry. `storyElsewhere` says where each leads. */
export function addressesElsewhere(context: EditionContext): string[] {
  if (titlesOf(context).all.length < 2) return [];
  const { store, now, dependencies } = context;
  dependencies.add('anything');
  const sql = `SELECT DISTINCT address FROM main.article
    WHERE ${visible} AND titles > 0 AND NOT titles & (SELECT bit FROM title_shown) ORDER BY address`;
  return store.all(sql, { now }).map((row) => textOf(row, 'address'));
}

/** The topics of which only other titles have pages. `topicElsewhere` says whether one has. */
export function topicsOfOthers(context: EditionContext): string[] {
  const { owners } = titlesOf(context);
  const own = new Set(topicsWithPages(context));
  return [...owners.keys()].filter((slug) => !own.has(slug));
}

/** Whether a title shows an article at an address. */
export function isPublicOn({ store, now, dependencies }: EditionContext, title: string, address: string): boolean {
  dependencies.add(`article ${address}`);
  const sql = `SELECT 1 FROM main.article WHERE address = :address AND ${visible}
    AND titles & (SELECT bit FROM main.title WHERE name = :title)`;
  return store.get(sql, { address, now, title }) !== undefined;
}
