import { Agent } from 'node:http';
import { get, type Got } from './http.ts';
import { percentile, print, sleep, spread, thousands } from './measure.ts';
import type { Site } from './servers.ts';

type Fetch = (path: string) => Promise<Got>;

/** A function that requests a path, with so many connections at most. It throws where the answer is not 200. `host`: see `get`. */
export function fetchFrom({ port }: Site, maxSockets: number, host?: string): Fetch {
  const crowd = new Agent({ keepAlive: true, maxSockets });
  return async (path) => {
    const got = await get(port, path, undefined, crowd, host);
    if (got.status !== 200) throw new Error(`${path} answers ${got.status}.`);
    return got;
  };
}

/** The milliseconds that a cached page takes while nobody else reads. */
export async function timesAlone({ port }: Site, page: string): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < 500; index += 1) {
    times.push((await get(port, page)).whole);
    await sleep(2);
  }
  return times;
}

/**
 * Requests what a server makes at the first request and then keeps: each path, then each path again. `cells` are three of a
 * table, in milliseconds: the first requests, the processor's time for one of them, and the second requests. `sizes` are bytes.
 */
export async function firstAndAgain(
  site: Site,
  paths: readonly string[],
  fetch: Fetch,
): Promise<{ cells: string[]; sizes: number[] }> {
  const answers = async (): Promise<Got[]> => {
    const all: Got[] = [];
    for (const path of paths) all.push(await fetch(path));
    return all;
  };
  const timesOf = (all: Got[]): number[] => all.map(({ whole }) => whole);
  const before = site.processor();
  const first = await answers();
  const processor = (1000 * (site.processor() - before)) / paths.length;
  const again = await answers();
  return {
    cells: [spread(timesOf(first)), thousands(processor), spread(timesOf(again), 2)],
    sizes: first.map(({ sent }) => sent.length),
  };
}

/**
 * Requests all paths at once, and a cached page again and again meanwhile. Prints how long that takes, and what the reader of
 * the page notices. `alone` are the milliseconds that the page takes without the other requests.
 */
export async function printAtOnce(
  site: Site,
  paths: readonly string[],
  fetch: Fetch,
  page: string,
  alone: readonly number[],
): Promise<void> {
  const meanwhile: number[] = [];
  const done = new AbortController();
  const [started, before] = [performance.now(), site.processor()];
  const all = Promise.all(paths.map(fetch)).finally(() => done.abort());
  while (!done.signal.aborted) {
    meanwhile.push((await get(site.port, page)).whole);
    await sleep(2);
  }
  await all;
  const seconds = (performance.now() - started) / 1000;
  const processor = site.processor() - before;
  const rate = thousands(paths.length / seconds, 1);
  print(
    `${paths.length} asked for at once: ${thousands(seconds, 1)} s, ${rate} a second, ${thousands(processor, 1)} s of a processor`,
  );
  const p = (times: readonly number[]): string =>
    [50, 99].map((percent) => thousands(percentile(times, percent), 2)).join(' / ');
  print(`a kept page, one reader, p50 / p99: alone ${p(alone)} ms, meanwhile ${p(meanwhile)} ms`);
  const [quiet, busy] = [percentile(alone, 99), percentile(meanwhile, 99)];
  print(`p99 meanwhile: ${thousands(busy - quiet, 1)} ms more, ${thousands(busy / quiet, 2)} times as long`);
}
