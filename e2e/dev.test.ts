import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TemporaryNewsroom } from './newsroom.ts';
import { ask } from './http.ts';
import { eventually } from './eventually.ts';
import { RunningNext } from './running-next.ts';

const story = '/2026/01/13/story';
const draft = '/2026/01/13/draft';

describe('`dateline dev`', () => {
  const newsroom = new TemporaryNewsroom();
  let next: RunningNext;
  before(async () => {
    newsroom.article(story, { headline: 'The first headline', topics: ['harbours'] });
    newsroom.article(draft, { headline: 'Canarydraft', status: 'draft' });
    next = await RunningNext.start(newsroom, () => ['cli/dateline.js', 'dev']);
  });
  after(async () => {
    await next?.stop();
    newsroom.end();
  });

  test('shows the front page and an article', async () => {
    for (const path of ['/', story]) {
      const { status, text } = await next.ask(path);
      assert.equal(status, 200, `${path}\n${next.printed}`);
      assert.match(text, /The first headline/, path);
    }
  });

  test('answers 404 for a draft, and for an address with nothing at it', async () => {
    for (const path of [draft, '/2026/01/13/nothing']) {
      const { status, text } = await next.ask(path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(text, /Canarydraft/, path);
    }
  });

  test('shows a file that was edited, without a restart', async () => {
    newsroom.article(story, { headline: 'The second headline', topics: ['harbours'] });
    await eventually('the edited headline shows', async () =>
      (await next.ask(story)).text.includes('The second headline') ? true : undefined,
    );
    assert.match((await next.ask('/')).text, /The second headline/);
  });

  test('shows each title by its name, with links that stay on this machine', async () => {
    for (const [order, name] of ['paper', 'wire'].entries())
      newsroom.write(`titles/${name}.yaml`, `name: The ${name}\nurl: https://${name}.example\norder: ${order}\n`);
    const { port } = new URL(next.base);
    for (const [host, name] of [
      ['wire.localhost', 'wire'],
      ['wire.example', 'wire'],
      ['127.0.0.1', 'paper'],
      ['unknown.example', 'paper'],
    ] as const)
      await eventually(`${host} shows ${name}`, async () => {
        const { text } = await ask(next.base, '/', { headers: { Host: `${host}:${port}` } });
        const isLocal = text.includes(`http://${name === 'wire' ? 'paper' : 'wire'}.localhost:${port}`);
        return text.includes(`<title>The ${name}<`) && isLocal === !host.endsWith('example') ? true : undefined;
      });
  });
});
