import type { Article } from '../model/article.ts';
import { changesLast } from '../model/changed.ts';
import { printInstant } from '../model/instant.ts';
import type { Body } from '../../elements/body.ts';
import type { Gates } from '../store/gates.ts';
import { numberOf, textOf, type Store } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { publishedVersions, type Published, type Revision, type RevisionState } from './published.ts';
import { deletedBlob, historyState, isShallow } from './repository-state.ts';
import type { Revisions } from './revisions.ts';
import { versionText } from './version-text.ts';

/** The state of an article, from its fields and its gates. */
export function stateOf(article: Omit<Article, 'body'>, gates: Gates): RevisionState {
  const { id, published, embargo, updated, status } = article;
  if (status !== undefined) return { type: 'hidden' };
  const embargoed = embargo !== undefined && Date.parse(embargo) > Date.parse(published);
  return {
    type: 'article',
    id,
    ...gates,
    gate: embargoed ? embargo : published,
    published,
    ...(updated !== undefined && { updated }),
  };
}

/**
 * Computes the published versions of one article file again, from its revisions and from the article in the store, and
 * writes them to the store. Does not run git. `unread`: some revisions must be read from git first; until then the
 * article has no versions.
 */
export function updateVersions(store: Store, revisions: Revisions, file: string): 'updated' | 'unread' {
  const found = versionsOf(store, revisions, file);
  const published = found === 'unread' ? undefined : found;
  const before = store.all('SELECT at, change, revision FROM version WHERE file = ? ORDER BY number', file);
  const after = published?.versions.map(({ at, change, key }) => ({ at, change, revision: key })) ?? [];
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    store.run('DELETE FROM version WHERE file = ?', file);
    after.forEach(({ at, change, revision }, index) =>
      store.run('INSERT INTO version VALUES (?, ?, ?, ?, ?)', file, index + 1, at, change, revision),
    );
  }
  const row = store.get('SELECT substance FROM history WHERE file = ?', file);
  if (published) {
    if (row?.['substance'] !== published.substance)
      store.run('INSERT OR REPLACE INTO history VALUES (?, ?)', file, published.substance);
    setChanged(store, file, Date.parse(published.substance));
  } else if (row) {
    store.run('DELETE FROM history WHERE file = ?', file);
    const article = store.get('SELECT detail FROM article WHERE file = ?', file);
    if (article) setChanged(store, file, changesLast(JSON.parse(textOf(article, 'detail'))));
  }
  return found === 'unread' ? 'unread' : 'updated';
}

/** Writes to the article's row when the article last changes, which its file alone does not say. Milliseconds. */
function setChanged(store: Store, file: string, changed: number): void {
  store.run('UPDATE article SET changed = ? WHERE file = ? AND changed <> ?', changed, file, changed);
}

function versionsOf(store: Store, revisions: Revisions, file: string): Published<number | null> | undefined | 'unread' {
  const rows = revisions.of(file);
  const last = rows.at(-1);
  const article = last && last.blob !== deletedBlob ? presentOf(store, file) : undefined;
  if (!article) return undefined;
  const committed = article.hash === last?.blob;
  // The file has not changed since its first commit. In an archive, that is true of most files.
  if (committed && rows.length === 1) return undefined;
  const states: Revision<number | null>[] = [];
  for (const row of rows) {
    if (!row.state) return 'unread';
    states.push(revisions.asRevision(row, row.state));
  }
  const uncommitted =
    !committed &&
    !isSame(
      article.present,
      states.findLast(({ state }) => state.type !== 'broken'),
    );
  return publishedVersions(uncommitted ? [...states, article.present] : states, {
    uncommitted,
    partial: isShallow(historyState(store)),
  });
}

/** The article as the store has it. That is what readers get, even if the file in the folder is broken. */
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
      at: printInstant(numberOf(row, 'modified')),
      // When a broken file asks to be hidden, only the row's status says so, not `detail`.
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

/** Whether the stored article equals the last commit though the bytes differ: in line ends, or because the file is broken. */
function isSame(present: Revision<null>, last: Revision<number | null> | undefined): boolean {
  return (
    last !== undefined &&
    JSON.stringify(present.state) === JSON.stringify(last.state) &&
    (present.state.type !== 'article' || JSON.stringify(present.text()) === JSON.stringify(last.text()))
  );
}
