import type { Store } from './store.ts';

// The index of lists by their articles has only the lists of the whole newsroom, because it would be as large as all lists. Those of
// a title are found from these: the view `title_list` says where each would be.

const key = 'title, kind, slug, published, address, article';

/** Whether a title is among those that carry an article: its `bit` in the column `titles`, which has more bits than JavaScript's operators take. */
export function hasBit(titles: number, bit: number): boolean {
  return Math.floor(titles / bit) % 2 === 1;
}

/** A condition on rows of `file`: files of titles, whether they can be read or not. They are found by their paths. */
export const isTitleFile = "kind = 'title' AND path >= 'titles/' AND path < 'titles0'";

/** The rows of `membership` of some articles, in the lists of all titles and of the whole newsroom. `articles` selects their keys. */
export function listsWith(articles: string): string {
  return `SELECT ${key}, opens, closes FROM main.membership WHERE title = 0 AND article IN (${articles})
    UNION ALL SELECT own.title, own.kind, own.slug, own.published, own.address, own.article, own.opens, own.closes
    FROM main.title_list AS place CROSS JOIN main.membership AS own
      ON own.title = place.title AND own.kind = place.kind AND own.slug = place.slug AND own.published = place.published
        AND own.address = place.address AND own.article = place.article
    WHERE place.article IN (${articles})`;
}

/** The same in the lists of the title whose articles a connection reads. */
export function ownListsWith(articles: string): string {
  return `SELECT * FROM (${listsWith(articles)}) WHERE title = (SELECT lists FROM title_shown)`;
}

/** A condition on rows of `membership`: the lists of titles that have articles of whose lists in the whole newsroom another condition holds. */
export function inTitles(condition: string): string {
  return `(${key}) IN (SELECT ${key} FROM title_list WHERE ${condition})`;
}

/** Takes an article out of all lists. */
export function leaveLists(store: Store, article: number): void {
  store.run(`DELETE FROM membership WHERE ${inTitles('article = ?')}`, article);
  store.run('DELETE FROM membership WHERE title = 0 AND article = ?', article);
}

/** Gives an article another gate in all lists; milliseconds. */
export function moveGate(store: Store, article: number, gate: 'opens' | 'closes', at: number): void {
  for (const rows of ['title = 0 AND article = :article', inTitles('article = :article')])
    store.run(`UPDATE membership SET ${gate} = :at WHERE ${rows}`, { article, at });
}
