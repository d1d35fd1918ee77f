import { constants, copyFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endOfChangeLog } from '../store/change-log.ts';
import { storePath, textOf, type Store } from '../store/store.ts';
import { openSnapshot, UnusableSnapshot } from './open-snapshot.ts';

/** The folder in a data folder in which the snapshot is that is served, with its pages. Nobody compiles there. */
export function snapshotFolder(data: string): string {
  return join(data, 'snapshot');
}

/** What is known of a file without reading it: another text when another file is there, or when it was written. */
export function stampOf(file: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return undefined;
  }
}

/**
 * Copies a snapshot into a folder of its own and puts it into the place of the store there, if all of it is sound: what
 * happens to the file later makes no difference. Returns whether it is older than the store that was there. `stamp` is what
 * the file was when it was looked at. Throws `UnusableSnapshot`, and the faults of the disk and of SQLite.
 */
export function takeSnapshot(file: string, stamp: string, folder: string): { isOlder: boolean } {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, 'incoming.sqlite');
  try {
    copyFileSync(file, draft, constants.COPYFILE_FICLONE);
    if (stampOf(file) !== stamp) throw new UnusableSnapshot('was written while it was read');
    const store = open(draft);
    try {
      const isOlder = isBehind(store, folder);
      store.close();
      renameSync(draft, storePath(folder));
      return { isOlder };
    } finally {
      if (store.database.isOpen) store.close();
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function open(file: string): Store {
  let store: Store;
  try {
    store = openSnapshot(file);
  } catch (fault) {
    if (fault instanceof UnusableSnapshot) throw fault;
    throw new UnusableSnapshot('is no store, or only a part of one', { cause: fault });
  }
  if (isSound(store)) return store;
  store.close();
  throw new UnusableSnapshot('is damaged');
}

/** Reads all of a store. */
function isSound(store: Store): boolean {
  try {
    return textOf(store.get('PRAGMA quick_check(1)'), 'quick_check') === 'ok';
  } catch {
    return false;
  }
}

/** Whether a snapshot was made before the one that is served, of the same newsroom. */
function isBehind(store: Store, folder: string): boolean {
  try {
    const served = openSnapshot(storePath(folder));
    try {
      const [next, before] = [endOfChangeLog(store), endOfChangeLog(served)];
      return next.store === before.store && next.number < before.number;
    } finally {
      served.close();
    }
  } catch {
    return false;
  }
}
