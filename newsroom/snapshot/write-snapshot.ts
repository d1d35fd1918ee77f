import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { endOfChangeLog } from '../store/change-log.ts';
import { openStore } from '../store/store.ts';
import { openSnapshot } from './open-snapshot.ts';

/**
 * Writes the public's store in a data folder into one file, which another machine can serve. The file appears when all of it is
 * on the disk. If the one that is there has the same content, it stays. Throws `StoreMissing` and the faults of the disk.
 */
export function writeSnapshot(data: string, file: string): 'written' | 'unchanged' {
  const store = openStore(data);
  const draft = `${resolve(file)}.${process.pid}.tmp`;
  try {
    if (JSON.stringify(endOfChangeLog(store)) === JSON.stringify(endIn(file))) return 'unchanged';
    rmSync(draft, { force: true });
    store.run('VACUUM INTO ?', draft);
    sync(draft);
    renameSync(draft, file);
    return 'written';
  } finally {
    store.close();
    rmSync(draft, { force: true });
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
