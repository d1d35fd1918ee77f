import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { View } from '../site/pages.ts';
import { pageContext } from './page-context.ts';
import { rendererOver } from './render.ts';
import { Unavailable } from './unavailable.ts';

function view(path: string): View {
  const site = { name: 'The Test', url: 'https://test.example', language: 'en' };
  return {
    page: 'empty',
    path,
    layout: {
      site,
      sections: [],
      menu: [],
      foot: { paper: [], social: [], imprint: [] },
      feeds: false,
      indexes: [],
      languages: [],
      corrections: false,
    },
  };
}

test('a view comes back as the HTML that Next writes for it, in pieces or at once', async () => {
  const render = rendererOver(async (request, response) => {
    await pause(1);
    const given = pageContext.getStore();
    response.write(`${request.method} ${request.url}: `);
    response.write(Buffer.from(`${given?.view.page} ä `));
    response.end(String(given?.status));
  });
  assert.equal(await render(view('/über/uns'), 200), 'GET /%C3%BCber/uns: empty ä 200');
});

test('renderings at the same time do not mix their views', async () => {
  const render = rendererOver(async (_, response) => {
    await pause(Math.random() * 5);
    response.write(String(pageContext.getStore()?.view.path));
    await pause(Math.random() * 5);
    response.end(` ${pageContext.getStore()?.view.path}`);
  });
  const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
  const rendered = await Promise.all(paths.map((path) => render(view(path), 200)));
  assert.deepEqual(
    rendered,
    paths.map((path) => `${path} ${path}`),
  );
  assert.equal(pageContext.getStore(), undefined);
});

test('a page that Next has no route for, or that fails, is an error that names it', async () => {
  for (const status of [404, 500]) {
    const render = rendererOver(async (_, response) => void response.writeHead(status).end('<p>Another page'));
    await assert.rejects(render(view('/2026'), 200), new RegExp(`/2026 with ${status}.*“empty”`));
  }
  const failing = rendererOver(() => Promise.reject(new Error('Next is broken')));
  await assert.rejects(failing(view('/'), 200), /Next is broken/);
});

test('a rendering that does not end is given up, and Next hears of it', async () => {
  let closed = false;
  const render = rendererOver((_, response) => {
    response.on('close', () => (closed = true));
    response.write('<p>Some of it');
    return new Promise(() => undefined);
  }, 5);
  await assert.rejects(render(view('/'), 200), Unavailable);
  assert.equal(closed, true);
});
