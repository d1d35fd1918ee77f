import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../store/store.ts';
import { isBusy } from './in-use.ts';

/** How often a process asks whether another one has ended its work. Milliseconds. */
const askEvery = 100;

/** The right to make a new store in a data folder, and the folder for it. */
export interface Filling {
  folder: string;
  end(): void;
}

/**
 * Waits until no other process makes a new store in the data folder, and gets the right to do so. The lock is one of the system, so
 * it ends with the process. What a process left that was killed is removed.
 */
export async function startFilling(data: string): Promise<Filling> {
  makeFolder(resolve(data));
  let lock = takeLock(data);
  for (; !lock; lock = takeLock(data)) await sleep(askEvery);
  const folder = fillingFolder(data);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return {
    folder,
    end() {
      rmSync(folder, { recursive: true, force: true });
      lock.close();
    },
  };
}

/** Removes what a process left that was killed while it made a new store. */
export function removeHalfStore(data: string): void {
  if (!existsSync(fillingFolder(data))) return;
  const lock = takeLock(data);
  if (!lock) return;
  try {
    rmSync(fillingFolder(data), { recursive: true, force: true });
  } finally {
    lock.close();
  }
}

function fillingFolder(data: string): string {
  return join(data, 'filling');
}

/** The lock, which ends when it is closed; `undefined` while another process has it. */
function takeLock(data: string): DatabaseSync | undefined {
  const database = new DatabaseSync(join(data, 'filling.sqlite'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
