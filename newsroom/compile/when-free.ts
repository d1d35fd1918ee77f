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

/** The last work that had the store for itself, and all other work on it that is under way. */
let alone: Promise<unknown> = Promise.resolve();
const underWay = new Set<Promise<unknown>>();

/** Runs work on a store, together with other such work of this thread, but while nothing runs under `whenAlone`. */
export async function together<T>(work: () => Promise<T>): Promise<T> {
  for (let last: unknown; last !== alone;) {
    last = alone;
    await alone;
  }
  const result = work();
  underWay.add(result);
  try {
    return await result;
  } finally {
    underWay.delete(result);
  }
}

/**
 * Runs work that makes a new store, when no other work on a store is under way in this thread; work that comes later
 * waits. Not from inside `together`.
 */
export function whenAlone<T>(work: () => Promise<T>): Promise<T> {
  const result = Promise.allSettled([alone, ...underWay]).then(work);
  alone = result.catch(() => undefined);
  return result;
}

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
