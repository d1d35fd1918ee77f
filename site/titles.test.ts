import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { article, TestNewsroom, topics } from '../newsroom/testing.ts';
import { linkTarget } from './addresses/link-target.ts';
import { answer } from './answer.ts';
import { describe } from './describe.ts';
import { headOf } from './head.ts';
import type { View } from './pages.ts';
import { bodyOf, mainOf } from './testing-pages.ts';
import { sisterTitles } from './testing.ts';

const now = '2026-01-05T18:00:00Z';

/** The view at a path, which has a page. */
function viewAt(edition: Edition, path: string): View {
  const found = answer(edition, path);
  assert.ok(found.status === 200, path);
  return found.view;
}

/** What programs read of a page. */
function dataOf(view: View): { canonical: unknown; ogUrl: unknown; languages: unknown; things: string } {
  const { alternates, openGraph } = headOf(view);
  return {
    canonical: alternates?.canonical,
    ogUrl: openGraph?.url,
    languages: alternates?.languages,
    things: JSON.stringify(describe(view)),
  };
}

test('a topic of a story is linked on the title that owns it, with the name of that title', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const read = (title: string): { page: string; links: string; things: string } =>
    made.at(
      now,
      (edition) => {
        const links = viewAt(edition, '/2026/01/01/talks/related');
        return {
          page: mainOf(viewAt(edition, '/2026/01/01/talks')),
          links: mainOf(links),
          things: JSON.stringify(describe(links)),
        };
      },
      title,
    );
  const there = 'href="https://space-war.example/topics';
  const main = read('main');
  assert.ok(main.page.includes(`${there}/superpowers">Superpowers <bdi class="at">(Space War)</bdi></a>`));
  assert.ok(main.page.includes('<a href="/topics/asia">Asia</a>'));
  for (const html of [main.page, main.links]) {
    assert.ok(html.includes(`${there}/superpowers/links">Learn about the superpowers at <bdi>Space War</bdi></a>`));
    assert.ok(html.includes(`${there}/arms/links">Learn about Arms at <bdi>Space War</bdi></a>`));
  }
  assert.ok(main.links.includes('<a href="/topics/asia/links">Learn about Asia</a>'));
  assert.ok(main.things.includes('"name":"Learn about the superpowers at Space War"'));
  const own = read('space-war');
  assert.ok(own.links.includes('<a href="/topics/superpowers/links">Learn about the superpowers</a>'));
  assert.ok(own.page.includes('href="https://main.example/topics/asia/links">Learn about Asia at <bdi>The main</bdi>'));
  assert.ok(!own.page.includes('at <bdi>Space War'));
  // The way down stays on the title, and begins at the first topic that has a page there.
  assert.match(own.page, /aria-label="Breadcrumb".*?href="\/topics\/superpowers"/);
});

test('in a language from right to left the line is in that language, and the name is isolated', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  made.at(
    now,
    (edition) => {
      const html = bodyOf(viewAt(edition, '/2026/01/04/talks-ar'));
      assert.match(html, /<article class="story[^>]* lang="ar" dir="rtl">/);
      assert.ok(html.includes('تعرّف على Arms في موقع <bdi>Space War</bdi></a>'));
      assert.ok(
        html.includes('نُشر أولًا في موقع <a href="https://main.example/2026/01/04/talks-ar"><bdi>The main</bdi>'),
      );
      assert.ok(html.includes('إصداراتنا الأخرى'));
      // What the newsroom wrote for the other title is in its language, and so is the name of that title with it.
      const english = mainOf(viewAt(edition, '/2026/01/01/talks'));
      assert.ok(english.includes('/topics/superpowers">Superpowers <bdi class="at">(Space War)</bdi></a>'));
      assert.ok(english.includes('/topics/superpowers/links">Learn about the superpowers at <bdi>Space War</bdi></a>'));
    },
    'horizon',
  );
});

test('a story that another title owns says so, to readers and to programs', async (t) => {
  const made = new TestNewsroom(t, {
    ...sisterTitles,
    // As an import of what this newsroom has exported writes it.
    ...article('/2026/01/03/said', {
      topics: ['superpowers'],
      canonical: 'https://space-war.example/2026/01/03/said',
    }),
    ...article('/2026/01/02/from-outside', { topics: ['superpowers'], canonical: 'https://outside.example/x' }),
  });
  await made.compile();
  const path = '/2026/01/04/doctrine';
  const original = `https://space-war.example${path}`;
  made.at(
    now,
    (edition) => {
      const view = viewAt(edition, path);
      assert.ok(mainOf(view).includes(`First published by <a href="${original}"><bdi>Space War</bdi></a>`));
      const { canonical, ogUrl, languages, things } = dataOf(view);
      assert.deepEqual([canonical, ogUrl, languages], [original, original, {}]);
      assert.ok(things.includes(`"url":"${original}","mainEntityOfPage":"${original}"`));
      assert.ok(things.includes(`"isBasedOn":{"@type":"CreativeWork","@id":"${original}#article"`));
      assert.ok(
        things.includes('"publisher":{"@type":"NewsMediaOrganization","@id":"https://main.example/#organization"'),
      );
      // No title has published first what is from outside the newsroom.
      const outside = viewAt(edition, '/2026/01/02/from-outside');
      assert.equal(dataOf(outside).canonical, 'https://outside.example/x');
      assert.ok(!mainOf(outside).includes('First published'));
      assert.ok(mainOf(viewAt(edition, '/2026/01/03/said')).includes('First published'));
    },
    'main',
  );
  made.at(
    now,
    (edition) => {
      const view = viewAt(edition, path);
      assert.ok(!mainOf(view).includes('First published'));
      assert.deepEqual([dataOf(view).canonical, dataOf(view).things.includes('isBasedOn')], [original, false]);
      assert.equal(edition.story('/2026/01/03/said')?.canonical, undefined);
    },
    'space-war',
  );
});

test('only canonical pages of one title name each other as translations; readers see all', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  made.at(
    now,
    (edition) => {
      assert.deepEqual(dataOf(viewAt(edition, '/2026/01/01/talks')).languages, {
        ar: 'https://main.example/2026/01/04/talks-ar',
        en: 'https://main.example/2026/01/01/talks',
        'x-default': 'https://main.example/2026/01/01/talks',
      });
      // Its original is that of another title.
      const french = viewAt(edition, '/2026/01/05/doctrine-fr');
      assert.deepEqual(dataOf(french).languages, {});
      assert.match(mainOf(french), /href="\/2026\/01\/04\/doctrine"[^>]*hrefLang="en"/i);
    },
    'main',
  );
});

test('a topic has its canonical pages on the title that owns it; all else has them on each title', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const canonical = (title: string, paths: string[]): unknown[] =>
    made.at(now, (edition) => paths.map((path) => dataOf(viewAt(edition, path)).canonical), title);
  assert.deepEqual(
    canonical('main', ['/topics/superpowers', '/topics/superpowers/links', '/topics/asia', '/places/nara']),
    [
      'https://space-war.example/topics/superpowers',
      'https://space-war.example/topics/superpowers/links',
      'https://main.example/topics/asia',
      'https://main.example/places/nara',
    ],
  );
  assert.deepEqual(canonical('horizon', ['/topics/asia', '/places/nara', '/', '/contact']), [
    'https://main.example/topics/asia',
    'https://horizon.example/places/nara',
    'https://horizon.example/',
    'https://horizon.example/contact',
  ]);
});

test('the foot of each page leads to the other titles; on one machine, by their names', async (t) => {
  const made = new TestNewsroom(t, sisterTitles);
  await made.compile();
  const footOf = (title: string, localPort?: number): string => {
    const editions = Editions.in(made.data, { linkTarget, title, localPort });
    t.after(() => editions.close());
    return editions.at(
      Date.parse(now),
      (edition) => /class="titles">.*?<\/ul>/.exec(bodyOf(viewAt(edition, '/')))?.[0] ?? '',
    );
  };
  assert.deepEqual(footOf('main').match(/href="[^"]*"/g), [
    'href="https://space-war.example"',
    'href="https://horizon.example"',
  ]);
  assert.deepEqual(footOf('space-war', 3000).match(/href="[^"]*"/g), [
    'href="http://main.localhost:3000"',
    'href="http://horizon.localhost:3000"',
  ]);
  assert.ok(footOf('main').includes('Our other titles'));
});

test('any old address of a story that only another title carries leads there', async (t) => {
  const files = {
    ...sisterTitles,
    ...topics({ security: { title: 'Security', aliases: ['/topics/safety'] } }),
    ...article('/2026/01/05/budget', { topics: ['security'], aliases: ['/old/budget.html'] }),
  };
  const made = new TestNewsroom(t, files);
  await made.compile();
  const to = (title: string, path: string): unknown =>
    made.at(
      now,
      (edition) => {
        const found = answer(edition, path);
        return found.status === 308 ? found.to : found.status;
      },
      title,
    );
  for (const path of ['/old/budget.html', '/2026/01/05/budget'])
    assert.equal(to('space-war', path), 'https://main.example/2026/01/05/budget');
  assert.equal(to('main', '/old/budget.html'), '/2026/01/05/budget');
  assert.equal(to('space-war', '/topics/safety'), 'https://main.example/topics/security');
  assert.equal(to('space-war', '/old/none.html'), 404);
});

test('a link of the menu has the title of what it leads to on another title', async (t) => {
  const menu = ['/topics/security', 'https://main.example/topics/asia', '/2026/01/05/doctrine-fr', '/2026/01/01/talks'];
  const made = new TestNewsroom(t, {
    ...sisterTitles,
    'site.yaml': `${sisterTitles['site.yaml']}menu: ${JSON.stringify([...menu, '/topics/secret', '/2026/01/03/hidden'])}\n`,
  });
  await made.compile();
  const body = made.at(now, (edition) => bodyOf(viewAt(edition, '/about')), 'space-war');
  const [html = ''] = /<nav class="sections".*?<\/nav>/.exec(body) ?? [];
  assert.deepEqual(
    [...html.matchAll(/<a href="([^"]*)"([^>]*)>([^<]*)</g)].slice(-4).map((found) => found.slice(1)),
    [
      ['https://main.example/topics/security', '', 'Security'],
      ['https://main.example/topics/asia', '', 'Asia'],
      ['https://main.example/2026/01/05/doctrine-fr', ' lang="fr" dir="ltr"', 'About doctrine-fr'],
      ['/2026/01/01/talks', '', 'About talks'],
    ],
  );
});
