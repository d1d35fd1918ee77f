import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Marks a data folder as in use by a running site until the result is called, or the process ends in any way. Several
 * sites can use one. Where the folder cannot be written or its file system has no locks, it is not marked.
 */
export function markInUse(data: string): () => void {
  try {
    mkdirSync(data, { recursive: true });
    const database = new DatabaseSync(lockPath(data), { timeout: 1000 });
    // A read transaction that stays open holds a lock of the system, which several processes can share.
    database.exec('CREATE TABLE IF NOT EXISTS running (id); BEGIN; SELECT * FROM running');
    return () => database.close();
  } catch {
    return () => undefined;
  }
}

/** Whether a running site uses a data folder. */
export function isInUse(data: string): boolean {
  try {
    const database = new DatabaseSync(lockPath(data), { timeout: 0 });
    try {
      database.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } catch (error) {
      return isBusy(error);
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Whether an error says that another connection has locked the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && Number(error.errcode) === busy;
}

/** The result code of SQLite. */
const busy = 5;

function lockPath(data: string): string {
  return join(data, 'running.sqlite');
}
