import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Editions } from '../newsroom/edition/open.ts';
import { article, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { Validity } from './validity.ts';
import { currentOutput } from './outputs.ts';
import { CachedPage, PageCache } from './page-cache.ts';
import { WebSub } from './websub.ts';
import { linkTarget } from '../site/addresses/link-target.ts';

/** A WebSub hub on this machine, which writes down what it is told. */
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

/** A site of two topics at a time that the test sets, and what tells its hub. */
async function publisherFor(t: TestContext, hub?: string) {
  const newsroom = new TestNewsroom(t, {
    ...settings(hub),
    ...topics({ a: 'A', b: 'B' }),
    ...article('/2026/01/29/one', { topics: ['a'] }),
    ...article('/2026/01/29/two', { topics: ['b'] }),
    ...article('/2026/01/30/later', { topics: ['b'], embargo: '2026-01-31T00:00:00Z' }),
  });
  await newsroom.compile();
  const clock = { now: '2026-01-30T13:00:00Z' };
  const editions = Editions.in(newsroom.data, { linkTarget });
  t.after(() => editions.close());
  const kept = {
    pages: new PageCache({ clock: () => Date.parse(clock.now) }),
    validity: new Validity(editions, () => Date.parse(clock.now)),
  };
  const start = (): { ask: (path: string) => CachedPage; looked: () => Promise<void> } => {
    const webSub = new WebSub(kept, join(newsroom.data, 'websub.json'), 1);
    t.after(() => webSub.close());
    return {
      ask(path) {
        const page = currentOutput(kept, path);
        assert.ok(page instanceof CachedPage);
        webSub.asked(path, page);
        return page;
      },
      async looked() {
        await webSub.look();
        await webSub.told();
      },
    };
  };
  return { newsroom, clock, start };
}

const own = ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `https://test.example/${name}`);
const ofTopic = 'https://test.example/topics/b/atom.xml';

test('E7: a hub is told of the feeds that changed, by an edit and by a gate, and of nothing else', async (t) => {
  const { url, heard } = await hubFor(t);
  const { newsroom, clock, start } = await publisherFor(t, url);
  const { ask, looked } = start();
  ask('/topics/a/atom.xml');
  ask('/topics/b/atom.xml');
  await looked();
  assert.deepEqual(heard.splice(0), [], 'nothing has happened yet');

  newsroom.write(article('/2026/01/30/draft', { status: 'draft', topics: ['b'] }));
  await newsroom.compile();
  await looked();
  assert.deepEqual(heard.splice(0), [], 'what is hidden is told to nobody');

  newsroom.write(article('/2026/01/29/two', { topics: ['b'], headline: 'Another headline' }));
  await newsroom.compile();
  await looked();
  assert.deepEqual(heard.splice(0), [...own, ofTopic]);
  await looked();
  assert.deepEqual(heard.splice(0), []);

  clock.now = '2026-01-31T00:00:00Z';
  await looked();
  assert.deepEqual(heard.splice(0), [...own, ofTopic], 'a gate has opened');
});

test('E7: what changed while the site was down is told when it is up again', async (t) => {
  const { url, heard } = await hubFor(t);
  const { newsroom, start } = await publisherFor(t, url);
  const before = start();
  before.ask('/topics/b/atom.xml');
  await before.looked();
  newsroom.write(article('/2026/01/29/two', { topics: ['b'], headline: 'Another headline' }));
  await newsroom.compile();
  await start().looked();
  assert.deepEqual(heard, [...own, ofTopic]);
});

test('a hub that fails is told again, and the desk hears of it once', async (t) => {
  const { url, heard, answers } = await hubFor(t);
  const said = t.mock.method(console, 'error', () => {});
  const { newsroom, start } = await publisherFor(t, url);
  const { looked } = start();
  await looked();
  answers.push(500, 503, 429);
  newsroom.write(article('/2026/01/30/new'));
  await newsroom.compile();
  await looked();
  assert.deepEqual(heard.toSorted(), [...own, ...own].toSorted());
  assert.equal(said.mock.callCount(), 1);
  assert.match(String(said.mock.calls[0]?.arguments[0]), /could not be told of .*: it answers 500\.$/);

  // One that is always out of order is given up, until there is other news.
  heard.length = 0;
  answers.push(...Array.from({ length: 100 }, () => 500));
  newsroom.write(article('/2026/01/30/newer'));
  await newsroom.compile();
  await looked();
  assert.equal(heard.length, 9);
  assert.equal(said.mock.callCount(), 2);
});

test('a feed names its hubs and itself, in its text and in a header; an archive document and a site without hubs do not', async (t) => {
  const { url } = await hubFor(t);
  const { newsroom, start } = await publisherFor(t, url);
  const { ask } = start();
  const text = (page: CachedPage): string => page.form('identity').toString();
  for (const name of ['feed.xml', 'atom.xml']) {
    const page = ask(`/topics/b/${name}`);
    assert.match(text(page), new RegExp(`<(?:atom:)?link rel="hub" href="${url}"/>`));
    assert.match(
      text(page),
      new RegExp(`<(?:atom:)?link rel="self" [^>]*href="https://test.example/topics/b/${name}"/>`),
    );
    assert.equal(
      page.head.headers?.['Link'],
      `<${url}>; rel="hub", <https://test.example/topics/b/${name}>; rel="self"`,
    );
  }
  assert.deepEqual(JSON.parse(text(ask('/feed.json'))).hubs, [{ type: 'WebSub', url }]);
  newsroom.write(Object.assign({}, ...Array.from({ length: 60 }, (_, index) => article(`/2026/01/28/more-${index}`))));
  await newsroom.compile();
  const archive = ask('/page/1/atom.xml');
  assert.equal(archive.head.headers, undefined);
  assert.doesNotMatch(text(archive), /rel="hub"/);
  newsroom.write(settings());
  await newsroom.compile();
  assert.equal(ask('/atom.xml').head.headers, undefined);
  assert.doesNotMatch(text(ask('/atom.xml')), /rel="hub"/);
});
