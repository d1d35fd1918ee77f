import { resolve } from 'node:path';
import { GitFault } from '../history/git.ts';
import { historyState, readHistory, repositoryState } from '../history/read-history.ts';
import { computeLastChanges } from '../store/counts.ts';
import { openForWriting, type Store } from '../store/store.ts';
import { whenFree } from './when-free.ts';

/**
 * Brings the articles' history in the store up to date, in a separate transaction. `unread` are files of which more
 * must be read. Returns a sentence that says why the history cannot be read, or `undefined`. Nothing that git does or
 * prints makes it throw.
 */
export async function updateHistory(
  store: Store,
  content: string,
  unread: readonly string[],
): Promise<string | undefined> {
  try {
    const state = await repositoryState(content);
    if (state === historyState(store) && unread.length === 0) return undefined;
    store.database.exec('BEGIN IMMEDIATE');
    await readHistory(store, content, state, unread);
    computeLastChanges(store);
    store.database.exec('COMMIT');
    return undefined;
  } catch (error) {
    if (store.database.isTransaction) store.database.exec('ROLLBACK');
    if (error instanceof GitFault) return `The history of the articles cannot be read: ${error.message}`;
    throw error;
  }
}

/** Reads new commits. When files are committed as they are, no file changes, so no compile follows. */
export async function readNewCommits(content: string, data: string): Promise<void> {
  const store = openForWriting(data);
  try {
    await whenFree(() => updateHistory(store, resolve(content), []));
  } finally {
    store.close();
  }
}
