import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which a process makes a new store. */
const rebuildFolder = /^rebuild-(?:(\d+)-)?\w+$/;

/** Makes an empty folder in the data folder, for a new store. Its name has the number of this process. */
export function makeRebuildFolder(data: string): string {
  return mkdtempSync(join(data, `rebuild-${process.pid}-`));
}

/** Removes the folders of rebuilds that were stopped midway. Another process may be at work in its own. */
export function removeRebuildFolders(data: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(data);
  } catch {
    // Opening the store makes the folder, or says what is wrong with it.
  }
  for (const name of names) {
    const [found, pid] = rebuildFolder.exec(name) ?? [];
    if (found === undefined || (pid !== undefined && Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    rmSync(join(data, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Processes of others cannot be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
