import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/store.ts';

/** Lets one piece of work run at a time; the others wait, in their order. */
export function oneAtATime(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/**
 * Runs work on a store when no other such work of this thread is under way. A transaction that stays open across turns
 * holds a lock, and another one of the same thread would wait for it without giving it a turn.
 */
export const whenFree = oneAtATime();

/** Runs a transaction that waits for nothing, when it is its turn. */
export async function inTransaction<T>(store: Store, work: () => T): Promise<T> {
  await setImmediate();
  return whenFree(() => {
    store.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      store.database.exec('COMMIT');
      return result;
    } catch (error) {
      if (store.database.isTransaction) store.database.exec('ROLLBACK');
      throw error;
    }
  });
}
