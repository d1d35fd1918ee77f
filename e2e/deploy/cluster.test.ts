import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { needing } from '../../newsroom/testing.ts';
import { eventually } from '../eventually.ts';
import { freePort } from '../free-port.ts';
import { ask, type Answer } from '../http.ts';
import { TemporaryNewsroom } from '../newsroom.ts';
import { root } from '../root.ts';
import { Site } from '../site.ts';
import { Running, startNginx, type Proxy } from './proxies.ts';

const stories = Array.from({ length: 60 }, (_, index) => `/2025/03/04/story-${index}`);
const readers = 6;

/** For how long nginx may send what all servers know to be old, by docs/operations.md. Milliseconds. */
const longestStale = 3000;

/** A state of a story: a version, or the kill after all of them. */
interface State {
  order: number;
  /** When all servers answered with it; undefined until then. Milliseconds. */
  everywhere: number | undefined;
}

interface Read {
  path: string;
  sent: number;
  status: number;
  /** The version that the page shows. */
  order: number;
}

const killed = 1_000_000;

function orderOf({ status, text }: Answer): number {
  return status === 410 ? killed : Number(/Version (\d+)\./.exec(text)?.[1] ?? -1);
}

describe('three servers that share their pages, behind nginx', needing('nginx', 'redis-server'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-cluster-'));
  const newsroom = new TemporaryNewsroom();
  const states = new Map<string, State[]>(stories.map((path) => [path, []]));
  const servers = new Set<Site>();
  let redis: Running;
  let proxy: Proxy;

  before(async () => {
    for (const path of stories) write(path, 0);
    const [redisPort, ...ports] = await Promise.all(Array.from({ length: 4 }, freePort));
    assert.ok(redisPort !== undefined);
    const own = ['--port', String(redisPort), '--bind', '127.0.0.1', '--dir', folder];
    redis = new Running('redis-server', [...argumentsOfValkey(), ...own]);
    // One after the other: the first builds the code, if that has changed.
    for (const port of ports)
      servers.add(
        await Site.start({
          content: newsroom.folder,
          data: join(folder, String(port)),
          port: String(port),
          env: { REDIS_URL: `redis://127.0.0.1:${redisPort}` },
        }),
      );
    proxy = await startNginx(ports);
  });
  after(async () => {
    await proxy.stop();
    await Promise.all([...servers].map((server) => server.stop()));
    await redis.stop();
    newsroom.end();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(path: string, order: number): void {
    newsroom.article(path, order === killed ? { status: 'killed', reason: 'It was not so.' } : {}, `Version ${order}.`);
  }

  /** Writes a state of a story, and notes when all servers answer with it. */
  async function change(path: string, order: number): Promise<void> {
    const state: State = { order, everywhere: undefined };
    states.get(path)?.push(state);
    write(path, order);
    for (const server of servers)
      await eventually(`${path} is at ${order}`, async () => {
        if (!servers.has(server)) return true;
        const answer = await ask(server.base, path).catch(() => undefined);
        return answer && orderOf(answer) >= order ? true : undefined;
      });
    state.everywhere = Date.now();
  }

  test('an editor publishes and kills under load, a server ends, then Redis: no answer fails, and none is out of date', async () => {
    const reads: Read[] = [];
    const failures: string[] = [];
    const end = new AbortController();
    const read = async (seed: number): Promise<void> => {
      for (let turn = seed; !end.signal.aborted; turn += 7) {
        const path = turn % 10 === 0 ? '/' : (stories[turn % stories.length] ?? '/');
        const sent = Date.now();
        try {
          const answer = await ask(proxy.base, path, { headers: { Host: 'paper.example' } });
          if (answer.status >= 500 || answer.status === 404) failures.push(`${path}: ${answer.status}`);
          if (path !== '/') reads.push({ path, sent, status: answer.status, order: orderOf(answer) });
        } catch (fault) {
          failures.push(`${path}: ${String(fault)}`);
        }
      }
    };
    const reading = Array.from({ length: readers }, (_, index) => read(index * 11));
    const changes: Promise<void>[] = [];
    const edit = async (from: number, seconds: number): Promise<void> => {
      for (let step = from; step < from + 2 * seconds; step += 1) {
        const [edited = '', gone = ''] = [stories[step % 20], stories[20 + step]];
        changes.push(change(edited, step + 1));
        if (step % 4 === 0) changes.push(change(gone, killed));
        await pause(500);
      }
    };
    try {
      await edit(0, 6);
      const [first] = servers;
      assert.ok(first);
      servers.delete(first);
      await first.stop();
      await edit(12, 4);
      await redis.stop();
      await edit(20, 5);
      for (const { base } of servers) {
        const health = await ask(base, '/healthz');
        assert.deepEqual(
          [health.status, health.text.includes('The database of pages cannot be used')],
          [200, true],
          health.text,
        );
      }
      await Promise.all(changes);
      await pause(longestStale);
    } finally {
      end.abort();
    }
    await Promise.all(reading);

    assert.deepEqual(failures.slice(0, 5), []);
    assert.ok(reads.length > 100, `${reads.length} answers`);
    const old = reads.filter(({ path, sent, order }) =>
      states.get(path)?.some((state) => order < state.order && sent > (state.everywhere ?? Infinity) + longestStale),
    );
    assert.deepEqual(old.slice(0, 5), []);
    const last = [...states].map(([path, known]) => [path, known.at(-1)?.order ?? 0] as const);
    for (const [path, order] of last)
      assert.equal(orderOf(await ask(proxy.base, path, { headers: { Host: 'paper.example' } })), order, path);
  });
});

/** What `deploy/compose.yaml` starts Valkey with; Redis takes the same. */
function argumentsOfValkey(): string[] {
  const { services } = parse(readFileSync(join(root, 'deploy/compose.yaml'), 'utf8'));
  const [program, ...args]: string[] = services.valkey.command;
  assert.equal(program, 'valkey-server');
  return args;
}
