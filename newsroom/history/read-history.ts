import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readArticle } from '../intake/read-article.ts';
import { largestFile, readText } from '../intake/text.ts';
import { withTimeLimit } from '../intake/time-limit.ts';
import { gatesOf } from '../store/gates.ts';
import { textOf, type Store } from '../store/store.ts';
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

/** Runs work on the store in a transaction, alone, when it is its turn. */
type InTransaction = <T>(work: () => T) => Promise<T>;

/** How many files are read and written before other work has a turn. */
const filesAtOnce = 100;

/** Marks a store whose history is being read, or must be, by this process. */
const readingKey = 'history_reading';
const thisProcess = randomUUID();

/** Notes that files wait for `readHistory`, in case the process ends before. In the transaction of the compile. */
export function noteUnread(store: Store): void {
  store.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', readingKey, thisProcess);
}

/** Whether a process has ended in the middle of `readHistory`. */
export function wasInterrupted(store: Store): boolean {
  const reader = store.meta(readingKey);
  return reader !== undefined && reader !== thisProcess;
}

/**
 * Reads the history up to `state` into the store, and all revisions of the files in `unread`. Git is read between
 * transactions, which are short, so that a compile can come between. Until it is done, an article of which more must be
 * read has no versions. `clock` is the present of the machine, in milliseconds: no commit counts as later. Throws `GitFault`.
 */
export async function readHistory(
  store: Store,
  content: string,
  state: string,
  { unread, clock }: { unread: readonly string[]; clock: number },
  inTransaction: InTransaction,
): Promise<void> {
  const folder = articlesIn(content);
  const revisions = new Revisions(store);
  const files = new Set(unread);
  if (wasInterrupted(store)) {
    const sql = 'SELECT file FROM revision UNION SELECT file FROM history UNION SELECT file FROM version';
    for (const row of store.all(sql)) files.add(textOf(row, 'file'));
  }
  const known = historyState(store);
  if (state !== known) {
    const log = await readCommits(folder, known, state, clock);
    await inTransaction(() => {
      if (!log.follows) revisions.clear();
      for (const commit of log.commits) revisions.add(commit);
      store.run("INSERT OR REPLACE INTO meta VALUES ('history', ?)", state);
      noteUnread(store);
    });
    for (const file of revisions.changed) files.add(file);
  }
  const all = [...files];
  for (let start = 0; start < all.length; start += filesAtOnce) {
    const some = all.slice(start, start + filesAtOnce);
    const waiting = await inTransaction(() =>
      some.filter((file) => updateVersions(store, revisions, file) === 'unread'),
    );
    const rows = waiting.flatMap((file) => revisions.of(file).filter((row) => !row.state));
    const read: ReadRevision[] = [];
    await readBlobs(
      folder,
      rows.map(({ blob }) => blob),
      largestFile,
      (index, bytes) => {
        const row = rows[index];
        if (row) read.push(readRevision(row, bytes));
      },
    );
    if (waiting.length === 0) continue;
    await inTransaction(() => {
      for (const { key, state: was, text } of read) revisions.setState(key, was, text);
      for (const file of waiting) updateVersions(store, revisions, file);
    });
  }
  await inTransaction(() => store.run('DELETE FROM meta WHERE key = ?', readingKey));
}

function articlesIn(content: string): string {
  return join(content, 'articles');
}

/** The commits up to `state`; if they follow on those of the known state, only these are given. */
async function readCommits(
  folder: string,
  known: string,
  state: string,
  clock: number,
): Promise<{ commits: Commit[]; follows: boolean }> {
  const [head, knownHead] = [headOf(state), headOf(known)];
  // New commits can be added only where all else about the repository is as it was.
  if (head !== '' && knownHead !== '' && state.replace(head, '') === known.replace(knownHead, '')) {
    const commits = await commitsAfter(folder, { after: knownHead, head, clock });
    if (commits) return { commits, follows: true };
  }
  const commits: Commit[] = [];
  if (head !== '') await readLog(folder, { after: undefined, head, clock }, (commit) => commits.push(commit));
  return { commits, follows: false };
}

/** The commits after one; `undefined` where they do not follow on it, because history was rewritten. */
async function commitsAfter(
  folder: string,
  range: { after: string; head: string; clock: number },
): Promise<Commit[] | undefined> {
  const commits: Commit[] = [];
  try {
    await readLog(folder, range, (commit) => commits.push(commit));
  } catch (error) {
    // The known commit does not exist any more. If git itself fails, the next command fails too and reports it.
    if (error instanceof GitFault) return undefined;
    throw error;
  }
  return commits[0]?.parent === range.after ? commits : undefined;
}

function headOf(state: string): string {
  return state.slice(state.lastIndexOf('\n') + 1);
}

/** What a file was at a commit. `text` is the JSON of a `VersionText`, or null. */
interface ReadRevision {
  key: number;
  state: RevisionState;
  text: string | null;
}

/** Reads a file as it was at a commit, by the same rules as a file in the folder. */
function readRevision({ key, path }: RevisionRow, bytes: Buffer | undefined): ReadRevision {
  const text = bytes && readText(path, bytes);
  const broken: ReadRevision = { key, state: { type: 'broken' }, text: null };
  if (typeof text !== 'string') return broken;
  try {
    const reading = withTimeLimit(text.length, timeLimit, () => readArticle(path, text));
    if (!reading.article) return reading.gates.hides ? { key, state: { type: 'hidden' }, text: null } : broken;
    const { body, ...article } = reading.article;
    const state = stateOf(article, gatesOf(article));
    return { key, state, text: state.type === 'article' ? JSON.stringify(versionText(article, body)) : null };
  } catch {
    // The file is nested too deeply, or takes too long. Such a file was not published at its time either.
    return broken;
  }
}
