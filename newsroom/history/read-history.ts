import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatesOf } from '../compile/rows.ts';
import { inTime } from '../compile/in-time.ts';
import { readArticle } from '../intake/read-article.ts';
import { largestFile, readText } from '../intake/text.ts';
import { computeLastChanges } from '../store/counts.ts';
import { openForWriting, type Store } from '../store/store.ts';
import { readBlobs } from './blobs.ts';
import { GitFault, gitLines } from './git.ts';
import { readLog, type Commit } from './log.ts';
import type { RevisionState } from './published.ts';
import { Revisions, type RevisionRow } from './revisions.ts';
import { settle, stateOf } from './settle.ts';
import { versionText } from './version-text.ts';

/** A text of fewer signs is read in no time, whatever it holds; one that takes these milliseconds is left out. */
const quick = 8000;
const longest = 2000;

/**
 * Works out the versions of articles that a compile has touched, from what the store knows already: without git, in the
 * compile's own transaction, so that no version outlives its article's being hidden. Returns what git must be asked of.
 */
export function settleTouched(store: Store, files: Iterable<string>): string[] {
  if (!store.get('SELECT 1 FROM revision LIMIT 1')) return [];
  const revisions = new Revisions(store);
  return [...files].filter((file) => file.startsWith('articles/') && settle(store, revisions, file) === 'unread');
}

/**
 * Brings the store's knowledge of git up to date, in a transaction of its own. `unread` are files of which more must be
 * known. Never throws for what git does or says: returns a sentence on why there is no history, where there should be.
 */
export async function readHistory(
  store: Store,
  content: string,
  unread: readonly string[],
): Promise<string | undefined> {
  const folder = join(content, 'articles');
  try {
    const state = existsSync(folder) ? await stateOfRepository(folder) : '';
    const known = store.meta('history') ?? '';
    if (state === known && unread.length === 0) return undefined;
    store.database.exec('BEGIN IMMEDIATE');
    await update(store, folder, { state, known, unread });
    computeLastChanges(store);
    store.database.exec('COMMIT');
    return undefined;
  } catch (fault) {
    if (store.database.isTransaction) store.database.exec('ROLLBACK');
    if (fault instanceof GitFault) return `The history of the articles cannot be read: ${fault.message}`;
    throw fault;
  }
}

/** Reads what was committed since the last compile: a commit of what lies in the folder already moves no file of it. */
export async function catchUp(content: string, data: string): Promise<void> {
  const store = openForWriting(data);
  try {
    await readHistory(store, resolve(content), []);
  } finally {
    store.close();
  }
}

/** `HEAD`, whether the clone is shallow, and where in the repository the folder lies; empty without a repository. */
async function stateOfRepository(folder: string): Promise<string> {
  try {
    const args = ['rev-parse', '--is-shallow-repository', '--show-prefix', '--verify', 'HEAD^{commit}'];
    return (await gitLines(folder, args)).join('\n').trim();
  } catch (fault) {
    if (fault instanceof GitFault && fault.kind === 'none') return '';
    throw fault;
  }
}

async function update(
  store: Store,
  folder: string,
  { state, known, unread }: { state: string; known: string; unread: readonly string[] },
): Promise<void> {
  const revisions = new Revisions(store);
  if (state !== known) {
    const [head, before] = [headOf(state), headOf(known)];
    // Only a line that goes on from the commit that was read last can be added to what is known.
    const goesOn = head !== '' && before !== '' && state.replace(head, '') === known.replace(before, '');
    if (!(goesOn && (await readOn(folder, revisions, before, head)))) {
      revisions.clear();
      if (head !== '') await readLog(folder, { after: undefined, head }, (commit) => revisions.take(commit));
    }
    store.run("INSERT OR REPLACE INTO meta VALUES ('history', ?)", state);
  }
  const files = new Set([...unread, ...revisions.changed]);
  const waiting = [...files].filter((file) => settle(store, revisions, file) === 'unread');
  if (waiting.length === 0) return;
  const rows = waiting.flatMap((file) => revisions.of(file).filter((row) => !row.state));
  await readBlobs(
    folder,
    rows.map(({ blob }) => blob),
    largestFile,
    (index, bytes) => {
      const row = rows[index];
      if (row) note(revisions, row, bytes);
    },
  );
  for (const file of waiting) settle(store, revisions, file);
}

/** Reads what was committed since; `false` where that does not follow on what was read: history was rewritten. */
async function readOn(folder: string, revisions: Revisions, before: string, head: string): Promise<boolean> {
  const commits: Commit[] = [];
  try {
    await readLog(folder, { after: before, head }, (commit) => commits.push(commit));
  } catch (fault) {
    // The commit is gone; if it is git itself that fails, it will say so again.
    if (fault instanceof GitFault) return false;
    throw fault;
  }
  if (commits[0]?.parent !== before) return false;
  for (const commit of commits) revisions.take(commit);
  return true;
}

function headOf(state: string): string {
  return state.slice(state.lastIndexOf('\n') + 1);
}

/** Reads a file as it was at a commit, by the same rules as one that lies in the folder. */
function note(revisions: Revisions, { key, path }: RevisionRow, bytes: Buffer | undefined): void {
  const text = bytes && readText(path, bytes);
  const broken: RevisionState = { type: 'broken' };
  if (typeof text !== 'string') return revisions.note(key, broken, null);
  try {
    const read = (): ReturnType<typeof readArticle> => readArticle(path, text);
    const reading = text.length < quick ? read() : inTime(longest, read);
    if (!reading.article) return revisions.note(key, reading.conceals ? { type: 'hidden' } : broken, null);
    const { body, ...article } = reading.article;
    const state = stateOf(article, gatesOf(article));
    revisions.note(key, state, state.type === 'article' ? JSON.stringify(versionText(article, body)) : null);
  } catch {
    // It was nested too deeply, or took too long: nobody could read it then either.
    revisions.note(key, broken, null);
  }
}
