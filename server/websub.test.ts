import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { article, topics, type Files } from '../newsroom/testing.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { CachedPage } from './cached-page.ts';
import { Outputs } from './outputs.ts';
import { TestServices } from './testing.ts';
import { WebSub } from './websub.ts';

/** A WebSub hub on this machine, which records what it gets. */
async function hubFor(t: TestContext): Promise<{ url: string; heard: string[]; answers: number[] }> {
  const heard: string[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const fields = new URLSearchParams(body);
      assert.equal(request.headers['content-type'], 'application/x-www-form-urlencoded;charset=UTF-8');
      assert.equal(fields.get('hub.mode'), 'publish');
      heard.push(fields.get('hub.url') ?? '');
      response.writeHead(answers.shift() ?? 204).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.after(() => server.close());
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  return { url: `http://127.0.0.1:${address.port}/`, heard, answers };
}

const settings = (hub?: string): Files => ({
  'site.yaml': `name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: UTC\n${hub ? `websub: ["${hub}"]\n` : ''}`,
});

test('a check that fails is reported once, and a damaged store is left to the requests', async (t) => {
  const services = await TestServices.over(t, settings(), '2026-01-30T13:00:00Z');
  const webSub = new WebSub({ services, outputs: new Outputs(services), file: join(services.newsroom.data, 'w.json') });
  const faults = [
    new Error('the disk fails'),
    new Error('the disk fails'),
    Object.assign(new Error('database disk image is malformed'), { errcode: 11 }),
  ];
  t.mock.method(services.validity, 'read', () => {
    throw faults.shift() ?? new Error('no more');
  });
  const printed = t.mock.method(console, 'error', () => undefined);
  for (let left = faults.length; left > 0; left -= 1) await webSub.check();
  assert.deepEqual(
    printed.mock.calls.map((call): unknown[] => call.arguments),
    [['WebSub: the disk fails']],
  );
});

/** A site of two topics at a time that the test sets, and what notifies its hub. */
async function publisherFor(t: TestContext, hub?: string) {
  const services = await TestServices.over(
    t,
    {
      ...settings(hub),
      ...topics({ a: 'A', b: 'B' }),
      ...article('/2026/01/29/one', { topics: ['a'] }),
      ...article('/2026/01/29/two', { topics: ['b'] }),
      ...article('/2026/01/30/later', { topics: ['b'], embargo: '2026-01-31T00:00:00Z' }),
    },
    '2026-01-30T13:00:00Z',
  );
  const start = (): { ask: (path: string) => Promise<CachedPage>; checked: () => Promise<void> } => {
    const outputs = new Outputs(services);
    const webSub = new WebSub({ services, outputs, file: join(services.newsroom.data, 'websub.json'), pause: 1 });
    t.after(() => webSub.close());
    return {
      async ask(path) {
        const page = await outputs.current(path);
        assert.ok(page instanceof CachedPage);
        webSub.asked(path, page);
        return page;
      },
      async checked() {
        await webSub.check();
        await webSub.idle();
      },
    };
  };
  return { services, start };
}

const own = feedFormats.map((format) => `https://test.example${feedPath('/', format)}`);
const ofTopic = 'https://test.example/topics/b/atom.xml';

test('E7: a hub is notified of the feeds that changed, by an edit and by a gate, and of nothing else', async (t) => {
  const { url, heard } = await hubFor(t);
  const { services, start } = await publisherFor(t, url);
  const { ask, checked } = start();
  await ask('/topics/a/atom.xml');
  await ask('/topics/b/atom.xml');
  await checked();
  assert.deepEqual(heard.splice(0), [], 'nothing has happened yet');

  await services.change(article('/2026/01/30/draft', { status: 'draft', topics: ['b'] }));
  await checked();
  assert.deepEqual(heard.splice(0), [], 'no hub hears of what is hidden');

  await services.change(article('/2026/01/29/two', { topics: ['b'], headline: 'Another headline' }));
  await checked();
  assert.deepEqual(heard.splice(0), [...own, ofTopic]);
  await checked();
  assert.deepEqual(heard.splice(0), []);

  services.now = Date.parse('2026-01-31T00:00:00Z');
  await checked();
  assert.deepEqual(heard.splice(0), [...own, ofTopic], 'a gate has opened');
});

test('E7: what changed while the site was down is sent when it is up again', async (t) => {
  const { url, heard } = await hubFor(t);
  const { services, start } = await publisherFor(t, url);
  const before = start();
  await before.ask('/topics/b/atom.xml');
  await before.checked();
  await services.change(article('/2026/01/29/two', { topics: ['b'], headline: 'Another headline' }));
  await start().checked();
  assert.deepEqual(heard, [...own, ofTopic]);
});

test('a hub that fails is notified again, and the failure is printed once', async (t) => {
  const { url, heard, answers } = await hubFor(t);
  const said = t.mock.method(console, 'error', () => {});
  const { services, start } = await publisherFor(t, url);
  const { checked } = start();
  await checked();
  answers.push(500, 503, 429);
  await services.change(article('/2026/01/30/new'));
  await checked();
  assert.deepEqual(heard.toSorted(), [...own, ...own].toSorted());
  assert.equal(said.mock.callCount(), 1);
  assert.match(String(said.mock.calls[0]?.arguments[0]), /could not be notified of .*: it answers 500\.$/);

  // One that is always out of order is given up, until there is other news.
  heard.length = 0;
  answers.push(...Array.from({ length: 100 }, () => 500));
  await services.change(article('/2026/01/30/newer'));
  await checked();
  assert.equal(heard.length, 3 * own.length);
  assert.equal(said.mock.callCount(), 2);
});

test('a feed names its hubs and itself, in its text and in a header; an archive document and a site without hubs do not', async (t) => {
  const { url } = await hubFor(t);
  const { services, start } = await publisherFor(t, url);
  const { ask } = start();
  const text = async (path: string): Promise<string> => (await ask(path)).text();
  for (const name of ['feed.xml', 'atom.xml']) {
    const page = await ask(`/topics/b/${name}`);
    assert.match(await page.text(), new RegExp(`<(?:atom:)?link rel="hub" href="${url}"/>`));
    assert.match(
      await page.text(),
      new RegExp(`<(?:atom:)?link rel="self" [^>]*href="https://test.example/topics/b/${name}"/>`),
    );
    assert.equal(
      page.head.headers?.['Link'],
      `<${url}>; rel="hub", <https://test.example/topics/b/${name}>; rel="self"`,
    );
  }
  assert.deepEqual(JSON.parse(await text('/feed.json')).hubs, [{ type: 'WebSub', url }]);
  await services.change(
    Object.assign({}, ...Array.from({ length: 60 }, (_, index) => article(`/2026/01/28/more-${index}`))),
  );
  const archive = await ask('/page/1/atom.xml');
  assert.equal(archive.head.headers, undefined);
  assert.doesNotMatch(await archive.text(), /rel="hub"/);
  await services.change(settings());
  assert.equal((await ask('/atom.xml')).head.headers, undefined);
  assert.doesNotMatch(await text('/atom.xml'), /rel="hub"/);
});
