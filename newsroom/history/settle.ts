import type { Article } from '../model/article.ts';
import { changesLast } from '../model/changed.ts';
import type { Body } from '../../elements/body.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { publishedVersions, type Published, type Revision, type RevisionState } from './published.ts';
import type { Revisions } from './revisions.ts';
import { versionText } from './version-text.ts';

/** An article's state, from its fields and its gates. */
export function stateOf(article: Omit<Article, 'body'>, gates: { opens: number; closes: number }): RevisionState {
  const { id, published, embargo, updated, status } = article;
  if (status !== undefined) return { type: 'hidden' };
  const later = embargo !== undefined && Date.parse(embargo) > Date.parse(published);
  return {
    type: 'article',
    id,
    ...gates,
    gate: later ? embargo : published,
    published,
    ...(updated !== undefined && { updated }),
  };
}

/**
 * Works an article's published versions out anew, from its states in git and from what the store holds of it now. Asks
 * git nothing; tells whether there are states that must be read first.
 */
export function settle(store: Store, revisions: Revisions, file: string): 'settled' | 'unread' {
  const found = versionsOf(store, revisions, file);
  const next = found === 'unread' ? undefined : found;
  const kept = store.all('SELECT at, change, revision FROM version WHERE file = ? ORDER BY number', file);
  const wanted = next?.versions.map(({ at, change, key }) => ({ at, change, revision: key })) ?? [];
  if (JSON.stringify(kept) !== JSON.stringify(wanted)) {
    store.run('DELETE FROM version WHERE file = ?', file);
    wanted.forEach(({ at, change, revision }, index) =>
      store.run('INSERT INTO version VALUES (?, ?, ?, ?, ?)', file, index + 1, at, change, revision),
    );
  }
  const summary = store.get('SELECT substance FROM history WHERE file = ?', file);
  if (!next) {
    if (summary) {
      store.run('DELETE FROM history WHERE file = ?', file);
      const row = store.get('SELECT detail FROM article WHERE file = ?', file);
      if (row) setChanged(store, file, changesLast(JSON.parse(textOf(row, 'detail'))));
    }
  } else {
    if (summary?.['substance'] !== next.substance)
      store.run('INSERT OR REPLACE INTO history VALUES (?, ?)', file, next.substance);
    setChanged(store, file, Date.parse(next.substance));
  }
  return found === 'unread' ? 'unread' : 'settled';
}

/** Notes on the article's row when what it tells changes for the last time, which its file alone cannot say. */
function setChanged(store: Store, file: string, changed: number): void {
  store.run('UPDATE article SET changed = ? WHERE file = ? AND changed <> ?', changed, file, changed);
}

function versionsOf(store: Store, revisions: Revisions, file: string): Published<number | null> | undefined | 'unread' {
  const rows = revisions.of(file);
  const article = rows.length > 0 ? presentOf(store, file) : undefined;
  if (!article) return undefined;
  const committed = article.hash === rows.at(-1)?.blob;
  // Nothing has changed since it was first committed, which is so for most of an archive.
  if (committed && rows.length === 1) return undefined;
  const states: Revision<number | null>[] = [];
  for (const row of rows) {
    if (!row.state) return 'unread';
    states.push(revisions.asState(row, row.state));
  }
  const uncommitted =
    !committed &&
    !isSame(
      article.present,
      states.findLast(({ state }) => state.type !== 'broken'),
    );
  return publishedVersions(uncommitted ? [...states, article.present] : states, uncommitted);
}

/** The article as the store holds it: what is live, whatever lies in the folder. */
function presentOf(store: Store, file: string): { hash: string; present: Revision<null> } | undefined {
  const row = store.get(
    `SELECT key, detail, article.status, written_opens, closes, hash, modified
     FROM article JOIN file ON file.path = article.file WHERE article.file = ?`,
    file,
  );
  if (!row) return undefined;
  const detail: StoredArticle = JSON.parse(textOf(row, 'detail'));
  const gates = { opens: numberOf(row, 'written_opens'), closes: numberOf(row, 'closes') };
  return {
    hash: textOf(row, 'hash'),
    present: {
      key: null,
      at: new Date(numberOf(row, 'modified')).toISOString().replace(/\.\d+Z$/, 'Z'),
      // A broken file that asks to be hidden is so by its row alone.
      state: row['status'] === null ? stateOf(detail, gates) : { type: 'hidden' },
      text: () => {
        const body: Body = JSON.parse(
          textOf(store.get('SELECT body FROM body WHERE article = ?', numberOf(row, 'key')), 'body'),
        );
        return versionText(detail, body);
      },
    },
  };
}

/** Whether a file that is not what was committed says the same: line ends may differ, or it is broken at present. */
function isSame(present: Revision<null>, last: Revision<number | null> | undefined): boolean {
  return (
    last !== undefined &&
    JSON.stringify(present.state) === JSON.stringify(last.state) &&
    (present.state.type !== 'article' || JSON.stringify(present.text()) === JSON.stringify(last.text()))
  );
}
