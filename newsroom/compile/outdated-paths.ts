import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { rowsUnder } from './writer.ts';
import { textOf, type Row, type Store } from '../store/store.ts';
import { fileColumns, fileRow, mayDiffer, type FileRow } from './file-row.ts';
import { isTooLarge } from './read-file.ts';
import { scanInSteps, type ContentFile, type Scan } from './scan.ts';

/** How long this may run before other work of the thread has a turn. Milliseconds. */
const longestTurn = 20;
/** How many rows of the store are read at once. */
const rowsAtOnce = 2000;

export interface OutdatedPaths {
  /** Files that can be edited by another path (`ContentFile.linked`). */
  linked: string[];
  /** Paths inside the newsroom at which the store does not have what the folder has. */
  paths: string[];
  /** Folders that cannot be read, of which the store has files; see `Scan`. */
  unreadable: string[];
  /** The time that it took on a core. Milliseconds. */
  cost: number;
}

/**
 * Compares the folder with the store, by the size and the date of each file. Reads no file. Throws where the folder or the
 * store cannot be read.
 */
export async function outdatedPaths(content: string, store: Store): Promise<OutdatedPaths> {
  const turns = new Turns();
  const steps = scanInSteps(content);
  let found: Scan | undefined;
  while (!found) {
    const step = steps.next();
    if (step.done) found = step.value;
    else await turns.next();
  }
  const paths = [...(await outdatedFiles(content, store, found, turns)), ...outdatedProblems(store, found)];
  const linked = found.files.flatMap(({ path, linked: isLinked }) => (isLinked ? [path] : []));
  const unreadable = found.unreadable.filter(
    (folder) => folder === '' || rowsUnder(store, 'SELECT path FROM file WHERE', 'path', [folder]).length > 0,
  );
  return { paths, linked, unreadable, cost: turns.end() };
}

async function outdatedFiles(
  content: string,
  store: Store,
  { files, problems }: Scan,
  turns: Turns,
): Promise<string[]> {
  const outdated: string[] = [];
  const unseen = new Map(files.map((file) => [file.path, file]));
  // Some rows at a time, so that no transaction stays open between two turns.
  const sql = `${fileColumns} WHERE path > ? ORDER BY path LIMIT ?`;
  for (let last: string | undefined = ''; last !== undefined; await turns.next()) {
    const rows: Row[] = store.all(sql, last, rowsAtOnce);
    for (const row of rows) {
      const path = textOf(row, 'path');
      const file = unseen.get(path);
      unseen.delete(path);
      if (file ? isOutdated(content, fileRow(row), file) : !isHidden(path, problems)) outdated.push(path);
    }
    last = rows.length < rowsAtOnce ? undefined : textOf(rows.at(-1), 'path');
  }
  return [...outdated, ...unseen.keys()];
}

function isOutdated(content: string, row: FileRow, file: ContentFile): boolean {
  if (mayDiffer(row, file)) return true;
  // A file without a hash could not be read. Its permissions may have changed, which its date does not show.
  return row.hash === '' && !isTooLarge(file) && isReadable(join(content, file.path));
}

/** Whether a path, or a folder above it, could not be read, so that its content is unknown. */
function isHidden(path: string, problems: Scan['problems']): boolean {
  return problems.some(({ severity, file }) => severity === 'error' && (path === file || path.startsWith(`${file}/`)));
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Paths that are no content files, where the store reports another problem than the folder has, or none. */
function outdatedProblems(store: Store, { problems }: Scan): string[] {
  const present = new Set(problems.map(({ file }) => file));
  const strays = "SELECT DISTINCT file FROM problem WHERE scope = 'file' AND file NOT IN (SELECT path FROM file)";
  const solved = store.all(strays).flatMap((row) => (present.has(textOf(row, 'file')) ? [] : [textOf(row, 'file')]));
  const isReported = "SELECT 1 FROM problem WHERE file = ? AND scope = 'file' LIMIT 1";
  return [...solved, ...[...present].filter((file) => !store.get(isReported, file))];
}

/** Lets other work of the thread run from time to time, and measures the time that this work takes on a core. */
class Turns {
  #began = performance.now();
  #usage = process.threadCpuUsage();
  #cost = 0;

  async next(): Promise<void> {
    if (performance.now() - this.#began < longestTurn) return;
    this.end();
    await setImmediate();
    this.#began = performance.now();
    this.#usage = process.threadCpuUsage();
  }

  /** The cost up to now. Milliseconds. */
  end(): number {
    const { user, system } = process.threadCpuUsage(this.#usage);
    this.#cost += (user + system) / 1000;
    return this.#cost;
  }
}
