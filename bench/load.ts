import { execFile } from 'node:child_process';
import { Agent } from 'node:http';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { asBrowser, get } from './http.ts';
import { percentile, sleep } from './measure.ts';
import { pinned } from './servers.ts';

export interface Load {
  port: number;
  paths: string[];
  connections: number;
  seconds: number;
  encoding: string;
  /** That of the requests, if it is not the machine's address. */
  host?: string;
  /** Requests a second, at equal distances; as many as there can be, where it is missing. */
  perSecond?: number;
}

export interface LoadRun {
  perSecond: number;
  /** Answers that did not come, or have another status than 200 and 410. */
  failures: number;
  /** Milliseconds to the end of an answer, with all connections busy. */
  p50: number;
  p99: number;
  /** Share of its core that the generator itself used: near 1, it measures itself. */
  busy: number;
}

/** Puts a server under load from a process of its own, on another core than the server's where there are two. */
export async function loadFrom(
  core: number | undefined,
  load: Omit<Load, 'encoding'> & { encoding?: string },
): Promise<LoadRun> {
  const [program = '', ...args] = [...pinned(core), process.execPath, import.meta.filename];
  const running = promisify(execFile)(program, args);
  // A command line has no room for thousands of paths.
  running.child.stdin?.end(JSON.stringify({ encoding: asBrowser, ...load }));
  const { stdout } = await running;
  const result: LoadRun = JSON.parse(stdout);
  return result;
}

async function run({ port, paths, connections, seconds, encoding, host, perSecond }: Load): Promise<LoadRun> {
  const times: number[] = [];
  let failures = 0;
  let next = 0;
  const started = performance.now();
  const before = process.cpuUsage();
  const until = started + seconds * 1000;
  const connection = async (): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() < until) {
      const number = next++;
      if (perSecond !== undefined) await sleep(started + (1000 * number) / perSecond - performance.now());
      const path = paths[number % paths.length] ?? '/';
      try {
        const { status, whole } = await get(port, path, encoding, agent, host);
        if (status === 200 || status === 410) times.push(whole);
        else failures += 1;
      } catch {
        failures += 1;
      }
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return {
    perSecond: (times.length * 1000) / elapsed,
    failures,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    busy: (user + system) / 1000 / elapsed,
  };
}

if (import.meta.main) {
  const load: Load = JSON.parse(await text(process.stdin));
  process.stdout.write(JSON.stringify(await run(load)));
}
