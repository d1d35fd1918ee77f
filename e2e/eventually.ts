import { setTimeout as pause } from 'node:timers/promises';

/** Long, since the machine may have other work. Milliseconds. */
const timeout = 60_000;

/** Calls `look` until it returns a value, and returns that. Fails with `what` after the timeout. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = performance.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`In ${timeout / 1000} seconds this did not happen: ${what}`);
    await pause(50);
  }
}
