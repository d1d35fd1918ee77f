import { setTimeout as pause } from 'node:timers/promises';

/** A machine with other work may take long; what comes at all comes within this. Milliseconds. */
const longest = 60_000;

/** Looks again and again until `look` gives something; fails with `what` where it never does. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = performance.now() + longest;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`In ${longest / 1000} seconds it never came to this: ${what}`);
    await pause(50);
  }
}
