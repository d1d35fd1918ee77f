import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../intake/read-article.ts';
import { largestFile, readText } from '../intake/text.ts';
import { withTimeLimit } from '../intake/time-limit.ts';
import { gatesOf } from '../store/gates.ts';
import type { Store } from '../store/store.ts';
import { readBlobs } from './blobs.ts';
import { GitFault, gitLines } from './git.ts';
import { readLog, type Commit } from './log.ts';
import type { RevisionState } from './published.ts';
import { historyState } from './repository-state.ts';
import { Revisions, type RevisionRow } from './revisions.ts';
import { stateOf, updateVersions } from './update-versions.ts';
import { versionText } from './version-text.ts';

/** What reading one earlier state of a file may take; one that takes longer is left out. Milliseconds of the processor. */
const timeLimit = 2000;

/**
 * Computes the versions of changed files again from what the store has, without git. It runs in the transaction of the
 * compile, so that the versions of an article disappear together with the article. Returns the article files of which
 * `readHistory` must read more.
 */
export function updateChangedFiles(store: Store, files: Iterable<string>): string[] {
  if (!store.get('SELECT 1 FROM revision LIMIT 1')) return [];
  const revisions = new Revisions(store);
  return [...files].filter(
    (file) => file.startsWith('articles/') && updateVersions(store, revisions, file) === 'unread',
  );
}

/**
 * The state of the repository that the articles are in: `HEAD`, whether the clone is shallow, and the folder's path in
 * the repository. An empty string where there is no repository. Throws `GitFault` where git refuses.
 */
export async function repositoryState(content: string): Promise<string> {
  const folder = articlesIn(content);
  if (!existsSync(folder)) return '';
  try {
    const args = ['rev-parse', '--is-shallow-repository', '--show-prefix', '--verify', 'HEAD^{commit}'];
    return (await gitLines(folder, args)).join('\n').trim();
  } catch (error) {
    if (error instanceof GitFault && error.kind === 'none') return '';
    throw error;
  }
}

/**
 * Reads the history up to `state` into the store, and all revisions of the files in `unread`. The caller holds the
 * transaction. `clock` is the present of the machine, in milliseconds: no commit counts as later. Throws `GitFault`.
 */
export async function readHistory(
  store: Store,
  content: string,
  state: string,
  unread: readonly string[],
  clock: number,
): Promise<void> {
  const folder = articlesIn(content);
  const revisions = new Revisions(store);
  const known = historyState(store);
  if (state !== known) {
    const [head, knownHead] = [headOf(state), headOf(known)];
    // New commits can be added only where all else about the repository is as it was.
    const comparable = head !== '' && knownHead !== '' && state.replace(head, '') === known.replace(knownHead, '');
    if (!(comparable && (await addNewCommits(folder, revisions, { after: knownHead, head, clock })))) {
      revisions.clear();
      if (head !== '') await readLog(folder, { after: undefined, head, clock }, (commit) => revisions.add(commit));
    }
    store.run("INSERT OR REPLACE INTO meta VALUES ('history', ?)", state);
  }
  const files = new Set([...unread, ...revisions.changed]);
  const waiting = [...files].filter((file) => updateVersions(store, revisions, file) === 'unread');
  if (waiting.length === 0) return;
  const rows = waiting.flatMap((file) => revisions.of(file).filter((row) => !row.state));
  await readBlobs(
    folder,
    rows.map(({ blob }) => blob),
    largestFile,
    (index, bytes) => {
      const row = rows[index];
      if (row) readRevision(revisions, row, bytes);
    },
  );
  for (const file of waiting) updateVersions(store, revisions, file);
}

function articlesIn(content: string): string {
  return join(content, 'articles');
}

/** Adds the commits after one. `false` where they do not follow on it, because history was rewritten. */
async function addNewCommits(
  folder: string,
  revisions: Revisions,
  range: { after: string; head: string; clock: number },
): Promise<boolean> {
  const commits: Commit[] = [];
  try {
    await readLog(folder, range, (commit) => commits.push(commit));
  } catch (error) {
    // The known commit does not exist any more. If git itself fails, the next command fails too and reports it.
    if (error instanceof GitFault) return false;
    throw error;
  }
  if (commits[0]?.parent !== range.after) return false;
  for (const commit of commits) revisions.add(commit);
  return true;
}

function headOf(state: string): string {
  return state.slice(state.lastIndexOf('\n') + 1);
}

/** Reads a file as it was at a commit, by the same rules as a file in the folder. */
function readRevision(revisions: Revisions, { key, path }: RevisionRow, bytes: Buffer | undefined): void {
  const text = bytes && readText(path, bytes);
  const broken: RevisionState = { type: 'broken' };
  if (typeof text !== 'string') return revisions.setState(key, broken, null);
  try {
    const reading = withTimeLimit(text.length, timeLimit, () => readArticle(path, text));
    if (!reading.article) return revisions.setState(key, reading.gates.hides ? { type: 'hidden' } : broken, null);
    const { body, ...article } = reading.article;
    const state = stateOf(article, gatesOf(article));
    revisions.setState(key, state, state.type === 'article' ? JSON.stringify(versionText(article, body)) : null);
  } catch {
    // The file is nested too deeply, or takes too long. Such a file was not published at its time either.
    revisions.setState(key, broken, null);
  }
}
