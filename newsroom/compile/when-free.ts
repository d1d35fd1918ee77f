let last: Promise<unknown> = Promise.resolve();

/**
 * Runs work on a store when no other such work of this thread is under way. A transaction that stays open across turns
 * holds a lock, and another one of the same thread would wait for it without giving it a turn.
 */
export function whenFree<T>(work: () => T | Promise<T>): Promise<T> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}
