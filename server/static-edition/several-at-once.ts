/** How many things are worked on at a time. */
const atOnce = 8;

/** Does work on each of some things, on several at a time. If it fails for one, no other is begun. */
export async function severalAtOnce<T>(things: IterableIterator<T>, work: (thing: T) => Promise<void>): Promise<void> {
  // A loop that ends with a fault closes the iterator for all.
  const loop = async (): Promise<void> => {
    for (const thing of things) await work(thing);
  };
  throwFirst(await Promise.allSettled(Array.from({ length: atOnce }, loop)));
}

/** Throws the first fault of several pieces of work, when all of them have ended. */
export function throwFirst(ends: readonly PromiseSettledResult<void>[]): void {
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
