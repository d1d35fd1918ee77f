import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildIfChanged } from '../server/build.ts';
import { finishDocument } from '../server/document.ts';
import { startNext, type Render } from '../server/render.ts';
import type { View } from '../site/pages.ts';
import { root } from './root.ts';

/** Layout data that no store holds. */
const layout: View['layout'] = {
  site: { name: 'Le Test', url: 'https://test.example', language: 'fr' },
  sections: [{ slug: 'sea', title: 'Rendered section', accent: 'blue' }],
  menu: [],
  foot: { paper: [], social: [], imprint: [] },
  feeds: false,
  indexes: [],
  languages: [],
  corrections: false,
};

describe('the built code renders a view, without a store', () => {
  let render: Render;
  let close: () => Promise<void> = async () => undefined;
  before(async () => {
    process.env['DATELINE_DATA'] = '/nonexistent';
    assert.equal(await buildIfChanged(root, () => undefined), undefined);
    ({ render, close } = await startNext(root));
  });
  after(() => close());

  test('the page shows the view, in the language of its site, and requests nothing else', async () => {
    const html = await render(
      { page: 'year', path: '/1895', layout, year: '1895', months: [{ month: '1895/12', count: 7 }] },
      200,
    );
    assert.match(html, /<html lang="fr"/);
    assert.match(html, /<h1[^>]*>1895<\/h1>/);
    assert.match(html, /Rendered section/);
    assert.match(html, /href="\/1895\/12"/);
    assert.match(html, /<link rel="canonical" href="https:\/\/test\.example\/1895"/);
    assert.doesNotMatch(finishDocument(html).html, /self\.__next_f|<script>/);
  });

  test('a view of few words is shown by the route of its address', async () => {
    const gone = await render({ page: 'gone', path: '/2026/01/13/story', layout, reason: 'It was not so.' }, 410);
    assert.match(gone, /It was not so\./);
    assert.match(gone, /<meta name="robots" content="noindex"/);
    assert.match(
      await render({ page: 'not-found', path: '/not-found', layout }, 404),
      /Il n’y a pas de page à cette adresse/,
    );
  });

  test('renderings at the same time do not mix their views', async () => {
    const years = Array.from({ length: 20 }, (_, index) => String(1900 + index));
    const pages = await Promise.all(
      years.map((year) => render({ page: 'year', path: `/${year}`, layout, year, months: [] }, 200)),
    );
    for (const [index, html] of pages.entries()) assert.match(html, new RegExp(`<h1[^>]*>${years[index]}</h1>`));
  });

  test('a path that no route takes is a fault, and not another page', async () => {
    await assert.rejects(render({ page: 'gone', path: '/topics/a/b/c/d/e/f', layout }, 200), /with 404/);
  });
});
