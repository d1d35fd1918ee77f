import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../e2e/free-port.ts';
import { get } from './http.ts';
import { family, memoryOf, processorOf, root, sleep } from './measure.ts';

export interface Site {
  port: number;
  /** Seconds from the start of the command to the first answer. */
  ready: number;
  /** Bytes in use by the process that serves. */
  memory(): number;
  /** Seconds of a processor used so far, by all that was started. */
  processor(): number;
  /** Keeps all that was started on one core from now on, where the machine can do that. */
  pin(to: number): void;
  stop(): Promise<void>;
}

/** Next's command line, for `runNode`. */
export const nextBin = join(root, 'node_modules/next/dist/bin/next');
export const plainFolder = join(root, 'bench/plain');
const quiet = { NEXT_TELEMETRY_DISABLED: '1' };

/** `npm start` over a newsroom, after it has made its first pages. `core` pins it to one core, where the machine can do that. */
export function startDateline(content: string, data: string, core?: number): Promise<Site> {
  const env = { DATELINE_CONTENT: content, DATELINE_DATA: data, ...quiet };
  const command = (port: number): Command => ({ command: ['npm', 'start'], env: { ...env, PORT: String(port) } });
  return start(command, '/healthz', { core, settled: 'The pages that readers ask for first are ready.' });
}

/** `next start` over what `next build` made of the plain site. */
export function startPlain(content: string): Promise<Site> {
  const env = { PLAIN_CONTENT: content, ...quiet };
  return start(
    (port) => ({
      command: [process.execPath, nextBin, 'start', plainFolder, '-p', String(port), '-H', '127.0.0.1'],
      env,
    }),
    '/',
  );
}

/** Takes a site's last build away, so that the next one begins from nothing. */
export function forgetBuild(folder: string): void {
  rmSync(join(folder, '.next'), { recursive: true, force: true });
}

interface Command {
  command: string[];
  env: Record<string, string>;
}

const taskset = '/usr/bin/taskset';

/** The command before which a program runs on one core only; none where there is one core, or no `taskset`. */
export function pinned(core: number | undefined): string[] {
  const can = core !== undefined && availableParallelism() > core && availableParallelism() > 1 && existsSync(taskset);
  return can ? [taskset, '-c', String(core)] : [];
}

/** Starts a server, on one core if `core` says so, and waits until it answers at `path` and has printed the words `settled`. */
async function start(
  commandOn: (port: number) => Command,
  path: string,
  { core, settled = '' }: { core?: number | undefined; settled?: string } = {},
): Promise<Site> {
  const port = await freePort();
  const { command, env } = commandOn(port);
  const [program = '', ...args] = [...pinned(core), ...command];
  const started = performance.now();
  // A group of its own, so that npm, its shell and the server end together.
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
  const last = (): void => endGroup(child, 'SIGKILL');
  process.once('exit', last);
  const stop = async (): Promise<void> => {
    await end(child);
    process.off('exit', last);
  };
  let ready: number | undefined;
  // Work that goes on after the first answer would be measured with what comes next.
  while (ready === undefined || !said.join('').includes(settled)) {
    if (child.exitCode !== null)
      throw new Error(`${command.join(' ')} ended with ${child.exitCode}:\n${said.join('').slice(-2000)}`);
    if (performance.now() - started > 900_000) {
      await stop();
      throw new Error(`${command.join(' ')} was not ready in a quarter of an hour:\n${said.join('').slice(-2000)}`);
    }
    try {
      if (ready === undefined && (await get(port, path)).status === 200) ready = (performance.now() - started) / 1000;
    } catch {
      // Not listening yet.
    }
    await sleep(20);
  }
  const pids = (): number[] => family(child.pid ?? 0);
  return {
    port,
    ready,
    memory: () => Math.max(...pids().map((pid) => memoryOf(pid, 'VmRSS'))),
    processor: () => pids().reduce((sum, pid) => sum + processorOf(pid), 0),
    pin(to) {
      if (pinned(to).length === 0) return;
      for (const pid of pids()) spawnSync(taskset, ['-a', '-c', '-p', String(to), String(pid)]);
    },
    stop,
  };
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

async function end(child: ChildProcess): Promise<void> {
  endGroup(child, 'SIGTERM');
  for (let waited = 0; waited < 8000 && family(child.pid ?? 0).length > 1; waited += 50) await sleep(50);
  endGroup(child, 'SIGKILL');
  while (child.exitCode === null && child.signalCode === null) await sleep(20);
}
