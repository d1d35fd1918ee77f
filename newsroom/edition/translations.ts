import { normalPath } from '../model/path.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { textOf, type Store } from '../store/store.ts';
import type { EditionContext } from './context.ts';
import { redirectFrom } from './redirects.ts';
import { storedIn, storyAt } from './stories.ts';

/** A story in one of its languages. */
export interface Translation {
  /** BCP 47. */
  lang: string;
  address: string;
  /** The one that the others were made from. */
  original?: true;
}

/** More languages than any newsroom writes one story in. */
const mostLanguages = 100;

/**
 * One story in all languages in which it may be seen, itself included, in the order of their tags; empty where that is
 * one language only. Every member of a group gives the same answer (rule L1), whichever of them are hidden. Of two in one
 * language the first by address is in the group, and the other is in none.
 */
export function translationsOf(context: EditionContext, stored: StoredArticle): Translation[] {
  const root = rootOf(context, stored);
  const found = new Map<string, Translation>();
  for (const address of [root, ...madeFrom(context.store, root)].toSorted()) {
    const story = storyAt(context, address);
    // The page of another address that owns a story names its languages (rule C1).
    if (!story || story.canonical !== undefined || found.has(story.lang)) continue;
    found.set(story.lang, { lang: story.lang, address, ...(address === root && { original: true }) });
  }
  const all = [...found.values()].toSorted((a, b) => (a.lang < b.lang ? -1 : 1));
  return all.length > 1 && all.some(({ address }) => address === stored.address) ? all : [];
}

/** The address of the first original of a story; its own address where it is no translation. */
function rootOf(context: EditionContext, { address, translationOf }: StoredArticle): string {
  const seen = new Set([address]);
  let root = address;
  for (let next = translationOf; next !== undefined;) {
    const named = normalPath(next) ?? next;
    root = detailAt(context.store, named) ? named : (redirectFrom(context, named) ?? named);
    if (seen.has(root)) return [...seen].toSorted()[0] ?? address;
    seen.add(root);
    next = detailAt(context.store, root)?.translationOf;
  }
  return root;
}

/** The addresses of all translations of a story, whichever of its addresses they name, and of the translations of those. */
function madeFrom(store: Store, root: string): string[] {
  const found = new Set<string>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined && found.size < mostLanguages; next = waiting.pop()) {
    for (const named of [next, ...(detailAt(store, next)?.aliases ?? [])]) {
      const sql = `SELECT address FROM reference JOIN article ON article.file = reference.file
        WHERE reference.kind = 'article' AND reference.target = ? AND reference.field = 'translationOf'`;
      for (const row of store.all(sql, normalPath(named) ?? named)) {
        const address = textOf(row, 'address');
        if (address === root || found.has(address)) continue;
        found.add(address);
        waiting.push(address);
      }
    }
  }
  return [...found];
}

function detailAt(store: Store, address: string): StoredArticle | undefined {
  const row = store.get('SELECT detail FROM article WHERE address = ? LIMIT 1', address);
  return row && storedIn(row);
}
