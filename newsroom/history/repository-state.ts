import type { Store } from '../store/store.ts';

/** The state of the repository up to which the store has read the history, as `repositoryState` gives it. */
export function historyState(store: Store): string {
  return store.meta('history') ?? '';
}

/** Whether a repository in this state is a shallow clone: it has no commits from before a certain one. */
export function isShallow(state: string): boolean {
  return /^true$/m.test(state);
}

/** In place of a blob's name: the file was deleted. Such a revision is the first of its file and counts as a hidden state. */
export const deletedBlob = '';
