import { resolve } from 'node:path';
import { GitFault } from '../history/git.ts';
import { readHistory, repositoryState, wasInterrupted } from '../history/read-history.ts';
import { historyState, isShallow } from '../history/repository-state.ts';
import { settingsFrom } from '../settings.ts';
import { computeLastChanges } from '../store/counts.ts';
import { statsOf } from '../store/file-identity.ts';
import { openForWriting, storePath, type Store } from '../store/store.ts';
import { isPrepared } from './prepare-tables.ts';
import { inTransaction, oneAtATime, together } from './when-free.ts';

const whenRead = oneAtATime();

const shallow =
  'The history of the articles begins with this clone, which is shallow. `git fetch --unshallow` gets the commits before it.';

/**
 * Brings the articles' history in the store up to date, in separate transactions. `unread` are files of which more
 * must be read. Returns a sentence that says why the history cannot be read or is not complete, or `undefined`. Nothing
 * that git does or prints makes it throw. `clock` is the present of the machine, in milliseconds.
 */
export function updateHistory(
  store: Store,
  content: string,
  unread: readonly string[],
  clock = settingsFrom(process.env).clock(),
): Promise<string | undefined> {
  return whenRead(async () => {
    try {
      const state = await repositoryState(content);
      const note = isShallow(state) ? shallow : undefined;
      if (state === historyState(store) && unread.length === 0 && !wasInterrupted(store)) return note;
      await readHistory(store, content, state, { unread, clock }, (work) =>
        inTransaction(store, () => {
          const result = work();
          computeLastChanges(store);
          return result;
        }),
      );
      return note;
    } catch (error) {
      if (error instanceof GitFault) return `The history of the articles cannot be read: ${error.message}`;
      throw error;
    }
  });
}

/**
 * Reads new commits, and more of the files in `unread`. When files are committed as they are, no file changes, so no
 * compile follows. Returns what `updateHistory` does.
 */
export async function readNewCommits(
  content: string,
  data: string,
  unread: readonly string[] = [],
): Promise<string | undefined> {
  // Opening a store that is gone or was cut off would make an empty one.
  const store = await together(async () => (statsOf(storePath(data))?.size ? openForWriting(data) : undefined));
  if (!store) return undefined;
  try {
    // A running site may have an older version than its store by now.
    if (!isPrepared(store, resolve(content), 'public')) return undefined;
    return await updateHistory(store, resolve(content), unread);
  } finally {
    store.close();
  }
}
