import { normalPath } from '../model/path.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { textOf, type Store } from '../store/store.ts';
import type { Story } from './public.ts';

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

/** What finding translations asks of the edition that looks: which stories may be seen is the edition's to say. */
interface Rules {
  story(address: string): Story | undefined;
  redirectFrom(address: string): string | undefined;
}

/**
 * One story in all languages in which it may be seen, itself included, in the order of their tags; empty where that is
 * one language only. Every member of a group gives the same answer (rule L1), whatever of it is hidden. Of two in one
 * language the first by address counts, and the other stands alone.
 */
export function translationsOf(store: Store, rules: Rules, stored: StoredArticle): Translation[] {
  const root = rootOf(store, rules, stored);
  const found = new Map<string, Translation>();
  for (const address of [root, ...madeFrom(store, root)].toSorted()) {
    const story = rules.story(address);
    // What another address owns is told by that one (rule C1).
    if (!story || story.canonical !== undefined || found.has(story.lang)) continue;
    found.set(story.lang, { lang: story.lang, address, ...(address === root && { original: true }) });
  }
  const all = [...found.values()].toSorted((a, b) => (a.lang < b.lang ? -1 : 1));
  return all.length > 1 && all.some(({ address }) => address === stored.address) ? all : [];
}

/** The address of what a story was made from in the end; its own where it was made from nothing. */
function rootOf(store: Store, rules: Rules, { address, translationOf }: StoredArticle): string {
  const seen = new Set([address]);
  let root = address;
  for (let next = translationOf; next !== undefined;) {
    const named = normalPath(next) ?? next;
    root = detailAt(store, named) ? named : (rules.redirectFrom(named) ?? named);
    if (seen.has(root)) return [...seen].toSorted()[0] ?? address;
    seen.add(root);
    next = detailAt(store, root)?.translationOf;
  }
  return root;
}

/** The addresses of all that was made from a story, by whatever address of it they name, and from those in turn. */
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
  return row && JSON.parse(textOf(row, 'detail'));
}
