import { setTimeout as pause } from 'node:timers/promises';

/** Long enough for a machine with other work. Milliseconds. */
const timeout = 60_000;

/** Calls `check` again and again until it returns something. Throws with `what` after the timeout. */
export async function eventually<T>(what: string, check: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const until = performance.now() + timeout;
  for (;;) {
    const found = await check();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`After ${timeout / 1000} seconds this was still not so: ${what}`);
    await pause(50);
  }
}
