import { existsSync, renameSync, rmSync } from 'node:fs';
import { openForWriting, storePath } from '../store/store.ts';
import { copyMemory } from './copy-memory.ts';

/** How long readers of a former store are waited for. Milliseconds. */
const readersPatience = 1000;

/**
 * Puts the new store of `folder` into the place of the former one, which another process may be reading and writing: that one keeps
 * the former file. What it has recorded since its memory was copied is copied. `now` in milliseconds. Killed at any point, this leaves
 * one of the two.
 */
export function takePlace(data: string, folder: string, now: number): void {
  const path = storePath(data);
  const former = existsSync(path) ? openForWriting(data) : undefined;
  try {
    // What was written last moves into the file itself, and nothing is written any more.
    former?.database.exec(
      `PRAGMA busy_timeout = ${readersPatience}; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 60000; BEGIN IMMEDIATE`,
    );
    if (former) copyMemoryAgain(path, folder, now);
    // They belong to the former file.
    for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
    renameSync(storePath(folder), path);
  } finally {
    former?.close();
  }
}

/** Copies what has been recorded in a store since its memory was copied. */
function copyMemoryAgain(path: string, folder: string, now: number): void {
  const store = openForWriting(folder);
  try {
    store.database.exec('BEGIN');
    copyMemory(path, store, now, folder);
    store.database.exec('COMMIT');
  } finally {
    store.close();
  }
}
