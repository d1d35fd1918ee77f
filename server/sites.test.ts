import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { titles, type Files } from '../newsroom/testing.ts';
import { nameOf } from './hosts.ts';
import { Sites } from './sites.ts';
import { StoreFaults } from './store-faults.ts';
import { listening, TestServices } from './testing.ts';
import { Unavailable } from './unavailable.ts';

const two = titles({ main: { order: 1 }, wire: { order: 2 } });

/** Sites that answer with their names. */
async function sitesOver(t: TestContext, files: Files, { trustProxy = false, fails = false } = {}) {
  const services = await TestServices.over(t, files, '2026-01-30T00:00:00Z');
  const [made, closed]: [string[], string[]] = [[], []];
  const sites = new Sites(
    services.validity,
    (destination) => {
      const name = nameOf(destination) ?? 'the only site';
      if (fails) throw new Unavailable('Not now.');
      made.push(name);
      return {
        handler: {
          handle: async (_, response) => void response.end(name),
          askForTls: (_, response) => void response.setHeader('X-Asked', name),
        },
        validity: services.validity,
        close: () => closed.push(name),
      };
    },
    { storeFaults: new StoreFaults(() => 0, assert.fail), trustProxy },
  );
  const ask = await listening(t, (request, response) => void sites.handle(request, response));
  const at = async (headers: Record<string, string>, path = '/'): Promise<string> => {
    const { status, body } = await ask(path, { headers });
    return status === 200 ? body.toString() : String(status);
  };
  return { services, sites, ask, at, made, closed };
}

test('each title answers at its host, and an unknown host gets a plain 421 that nobody keeps', async (t) => {
  const { ask, at, made } = await sitesOver(t, two);
  assert.equal(await at({ Host: 'wire.example' }), 'wire');
  assert.equal(await at({ Host: 'main.example' }), 'main');
  assert.equal(await at({ Host: 'wire.localhost:3000' }), 'wire.localhost');
  assert.equal(await at({ Host: 'wire.example' }), 'wire');
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
    const { status, headers, body } = await ask('/topics', { method, headers: { Host: 'evil.example' } });
    assert.equal(status, 421);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(body.toString(), method === 'HEAD' ? '' : 'This server has no site with that name.\n');
  }
  assert.deepEqual(made, ['wire', 'main', 'wire.localhost']);
});

test('operators can ask for the state by any name, and readers for nothing else', async (t) => {
  const { at } = await sitesOver(t, two);
  for (const path of ['/healthz', '/healthz?live']) assert.equal(await at({ Host: '10.0.0.1' }, path), 'main');
  for (const path of ['/healthz/', '/healthzz', '/x?/healthz', '/HEALTHZ'])
    assert.equal(await at({ Host: '10.0.0.1' }, path), '421');
});

test('what a reader says was forwarded counts only behind a trusted proxy', async (t) => {
  const forwarded = { Host: 'main.example', 'X-Forwarded-Host': 'wire.example' };
  const hostile = { Host: 'main.example', 'X-Forwarded-Host': 'evil.example"><script>' };
  const direct = await sitesOver(t, two);
  assert.deepEqual([await direct.at(forwarded), await direct.at(hostile)], ['main', 'main']);
  const proxied = await sitesOver(t, two, { trustProxy: true });
  assert.deepEqual([await proxied.at(forwarded), await proxied.at(hostile)], ['wire', '421']);
});

test('the site of a title is closed when the title has gone, and another one is made when it comes back', async (t) => {
  const { services, at, made, closed } = await sitesOver(t, titles({ main: {}, wire: {}, third: {} }));
  await at({ Host: 'wire.example' });
  await at({ Host: 'main.example' });
  services.newsroom.remove('titles/wire.yaml');
  await services.newsroom.compile();
  assert.equal(await at({ Host: 'wire.example' }), '421');
  assert.deepEqual(closed, ['wire']);
  await services.change(titles({ wire: {} }));
  assert.equal(await at({ Host: 'wire.example' }), 'wire');
  services.newsroom.remove('titles/wire.yaml', 'titles/third.yaml');
  await services.newsroom.compile();
  assert.equal(await at({ Host: 'anything.example' }), 'the only site');
  assert.deepEqual(made, ['wire', 'main', 'wire', 'the only site']);
  assert.deepEqual(closed, ['wire', 'main', 'wire']);
});

test('a site whose store cannot be opened answers 503', async (t) => {
  const { at } = await sitesOver(t, two, { fails: true });
  assert.equal(await at({ Host: 'main.example' }), '503');
});
