import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { endOfChangeLog } from '../store/change-log.ts';
import { statsOf } from '../store/file-identity.ts';
import { openTables } from '../store/store.ts';
import { openSnapshot } from './open-snapshot.ts';

/** A draft that nobody has written to for an hour was left by a process that was killed. Milliseconds. */
const abandonedAfter = 3_600_000;

/**
 * Writes the public's store in a data folder into one file, which another machine can serve. The file appears when all of it is
 * on the disk. If the one that is there has the same content, it stays. `now` is the machine's clock, in milliseconds. Throws
 * `StoreMissing` and the faults of the disk.
 */
export function writeSnapshot(data: string, file: string, now: number): 'written' | 'unchanged' {
  // SQLite copies no store of which a connection shows one title.
  const store = openTables(data);
  const draft = `${resolve(file)}.${process.pid}.tmp`;
  try {
    if (JSON.stringify(endOfChangeLog(store)) === JSON.stringify(endIn(file))) return 'unchanged';
    rmSync(draft, { force: true });
    removeAbandoned(resolve(file), now);
    store.run('VACUUM INTO ?', draft);
    sync(draft);
    renameSync(draft, file);
    return 'written';
  } finally {
    store.close();
    rmSync(draft, { force: true });
  }
}

/** Removes drafts of a file that were left, which are as large as the file itself. */
function removeAbandoned(file: string, now: number): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`) || !/\.\d+\.tmp(?:-journal)?$/.test(name)) continue;
    const draft = join(dirname(file), name);
    if (now - (statsOf(draft)?.mtimeMs ?? now) > abandonedAfter) rmSync(draft, { force: true });
  }
}

/** What a snapshot shows; `undefined` where there is none that can be read. */
function endIn(file: string): ReturnType<typeof endOfChangeLog> | undefined {
  try {
    const store = openSnapshot(file);
    try {
      return endOfChangeLog(store);
    } finally {
      store.close();
    }
  } catch {
    return undefined;
  }
}

function sync(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
