import type { ListKind } from '../model/collection.ts';
import { normalPath } from '../model/path.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { numberOf, textOf } from '../store/store.ts';
import { ownListsWith } from '../store/title-lists.ts';
import { visibleAt } from '../store/visible.ts';
import type { EditionContext } from './context.ts';
import type { Story } from './public.ts';
import { redirectFrom } from './redirects.ts';
import { settingsOf } from './settings.ts';
import { storedIn, storyAt } from './stories.ts';

/** A story in one of its languages. */
export interface Translation {
  /** BCP 47. */
  lang: string;
  address: string;
  /** The one that the others were made from. */
  original?: true;
  /** Set where another title owns it, whose page names its languages. */
  elsewhere?: true;
}

/** Stories of a list without those that the list has in another language, and the other languages of those that stay. */
export interface FoldedStories {
  /** In their order. */
  stories: Story[];
  /** By the address of a story of `stories`; none for a story in one language. */
  translations: Record<string, Translation[]>;
}

/** More languages than any newsroom writes one story in. */
const mostLanguages = 100;

/**
 * One story in all languages in which it may be seen, itself included, in the order of their tags; empty where that is
 * one language only. Every member of a group gives the same answer (rule L1), whichever of them are hidden. Of two in one
 * language the first by address is in the group, and the other is in none.
 */
export function translationsOf(context: EditionContext, stored: NamedOriginal): Translation[] {
  const root = rootOf(context, stored);
  const found = new Map<string, Translation>();
  const others = madeFrom(context, root);
  if (others.length === 0) return [];
  for (const address of [root, ...others].toSorted()) {
    const story = storyAt(context, address);
    // The page of another site that owns a story names its languages (rule C1).
    if (!story || (story.canonical !== undefined && !story.owner) || found.has(story.lang)) continue;
    found.set(story.lang, {
      lang: story.lang,
      address,
      ...(address === root && { original: true }),
      ...(story.owner && { elsewhere: true }),
    });
  }
  const all = [...found.values()].toSorted((a, b) => (a.lang < b.lang ? -1 : 1));
  return all.length > 1 && all.some(({ address }) => address === stored.address) ? all : [];
}

/**
 * Some stories of a list, so that each is there once: in the language of the site where the list has it, else its original,
 * else the first of its languages. A story that the list has in one language only stays, whatever else there is of it. If
 * no story would stay, all do: a page of a list is never empty.
 */
export function foldTranslations(
  context: EditionContext,
  kind: ListKind,
  slug: string,
  stories: readonly Story[],
): FoldedStories {
  const kept: Story[] = [];
  const translations: FoldedStories['translations'] = {};
  for (const story of stories) {
    const all = translationsOf(context, detailAt(context, story.address) ?? { address: story.address });
    const listed = all.filter(({ address }) => address === story.address || isListed(context, kind, slug, address));
    if (all.length > 0 && inLanguageOfSite(context, listed)?.address !== story.address) continue;
    kept.push(story);
    if (all.length > 0) translations[story.address] = all.filter(({ address }) => address !== story.address);
  }
  return kept.length > 0 ? { stories: kept, translations } : { stories: [...stories], translations: {} };
}

/** A list, by its kind and its slug. */
type List = readonly [kind: ListKind, slug: string];

/**
 * How many public articles of a list are folded into another one that it has. Lists and their counts agree by this: both
 * go by `translationsOf`.
 */
export function foldedCount(context: EditionContext, ...list: List): number {
  const folded = context.cache.folded.peek('all') ?? readFolded(context, list);
  return folded.get(list.join(' ')) ?? 0;
}

/** The same for many lists: the translations of the whole newsroom are read once for each edition. */
export function foldedCounts(context: EditionContext): (...list: List) => number {
  const folded = context.cache.folded.get('all', () => readFolded(context));
  return (...list) => folded.get(list.join(' ')) ?? 0;
}

/** How many articles lists fold, by kind and slug; with `list`, what is read is enough for that one only. */
function readFolded(context: EditionContext, list?: List): Map<string, number> {
  const { store, now, dependencies } = context;
  dependencies.add('translations');
  const [kind = null, slug = null] = list ?? [];
  // Translations are few beside the articles of a large list, so they come first.
  const rows = store.all(
    `SELECT detail FROM reference CROSS JOIN article ON article.file = reference.file
     WHERE field = 'translationOf' AND (:kind IS NULL OR EXISTS (
       SELECT 1 FROM membership WHERE membership.article = article.key AND membership.kind = :kind
       AND membership.slug = :slug AND membership.published = article.published AND membership.address = article.address
       AND ${visibleAt(':now', 'membership.')}))`,
    { kind, slug, now },
  );
  /** The addresses of each story that is public in several languages, by the first of them. */
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const addresses = translationsOf(context, storedIn(row)).map(({ address }) => address);
    const [first] = addresses;
    if (first !== undefined) groups.set(first, addresses);
  }
  const pairs = [...groups].flatMap(([group, addresses]) => addresses.map((address) => [group, address]));
  const counts = store.all(
    `WITH pair AS MATERIALIZED (SELECT each.value ->> 0 AS story, article.key FROM json_each(:pairs) AS each CROSS JOIN article ON address = each.value ->> 1)
     SELECT kind, slug, count(*) AS n FROM pair JOIN (${ownListsWith('SELECT key FROM pair')}) ON article = key
     WHERE ${visibleAt(':now')} GROUP BY story, kind, slug HAVING n > 1`,
    { pairs: JSON.stringify(pairs), now },
  );
  const folded = new Map<string, number>();
  for (const row of counts) {
    const name = `${textOf(row, 'kind')} ${textOf(row, 'slug')}`;
    folded.set(name, (folded.get(name) ?? 0) + numberOf(row, 'n') - 1);
  }
  return folded;
}

function inLanguageOfSite(context: EditionContext, listed: readonly Translation[]): Translation | undefined {
  const { language } = settingsOf(context);
  const base = (tag: string): string => new Intl.Locale(tag).language;
  return (
    listed.find(({ lang }) => lang.toLowerCase() === language.toLowerCase()) ??
    listed.find(({ lang }) => base(lang) === base(language)) ??
    listed.find(({ original }) => original) ??
    listed[0]
  );
}

/** Whether a list has the public story at an address. */
function isListed({ store, dependencies }: EditionContext, kind: ListKind, slug: string, address: string): boolean {
  dependencies.add(`article ${address}`);
  const sql = `SELECT 1 FROM article JOIN membership ON membership.article = article.key
      AND membership.published = article.published AND membership.address = article.address
    WHERE article.address = :address AND kind = :kind AND slug = :slug`;
  return store.get(sql, { address, kind, slug }) !== undefined;
}

type NamedOriginal = Pick<StoredArticle, 'address' | 'translationOf'>;

/** The address of the first original of a story; its own address where it is no translation. */
function rootOf(context: EditionContext, { address, translationOf }: NamedOriginal): string {
  const seen = new Set([address]);
  let root = address;
  for (let next = translationOf; next !== undefined;) {
    const named = normalPath(next) ?? next;
    root = detailAt(context, named) ? named : (redirectFrom(context, named) ?? named);
    if (seen.has(root)) return [...seen].toSorted()[0] ?? address;
    seen.add(root);
    next = detailAt(context, root)?.translationOf;
  }
  return root;
}

/** The addresses of all translations of a story, whichever of its addresses they name, and of the translations of those. */
function madeFrom(context: EditionContext, root: string): string[] {
  const found = new Set<string>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined && found.size < mostLanguages; next = waiting.pop()) {
    for (const named of [next, ...(detailAt(context, next)?.aliases ?? [])]) {
      const target = normalPath(named) ?? named;
      context.dependencies.add(`translation ${target}`);
      const sql = `SELECT address FROM reference JOIN article ON article.file = reference.file
        WHERE reference.kind = 'article' AND reference.target = ? AND reference.field = 'translationOf'`;
      for (const row of context.store.all(sql, target)) {
        const address = textOf(row, 'address');
        if (address === root || found.has(address)) continue;
        found.add(address);
        waiting.push(address);
      }
    }
  }
  return [...found];
}

function detailAt({ store, dependencies }: EditionContext, address: string): StoredArticle | undefined {
  dependencies.add(`article ${address}`);
  const row = store.get('SELECT detail FROM article WHERE address = ? LIMIT 1', address);
  return row && storedIn(row);
}
