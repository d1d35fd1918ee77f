import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { differenceBetween } from '../newsroom/history/difference.ts';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { pages, type PageName, type View } from './pages.ts';
import { bodyOf, mainOf } from './testing-pages.ts';
import { viewAt } from './testing.ts';

const now = '2026-02-01T00:00:00Z';
const hostile = '</script><b onclick="x">&amp; “R&D” 🚀';

const files: Files = {
  ...site,
  'site.yaml': `${String(site['site.yaml'])}publisher: { name: Test Press, email: desk@test.example }\npolicies: { ethics: /about }\n`,
  'about.mdx': '---\ntitle: Who we are\n---\nSee [the topics](/topics).\n',
  ...topics({
    world: { title: 'World', accent: 'teal' },
    asia: { title: 'Asia', parent: 'world', links: [{ url: 'https://example.org/', title: 'A treaty' }] },
  }),
  'people/ann.mdx': '---\nname: Ann Example\nrole: Reporter\n---\nShe writes.\n',
  'storylines/talks.mdx': '---\ntitle: The talks\ntopics: [asia]\n---\nThey go on.\n',
  ...article('/2026/01/10/talks', {
    topics: ['asia'],
    byline: ['ann'],
    storyline: 'talks',
    corrections: [{ at: '2026-01-11T09:00:00Z', text: 'It was Nara.' }],
  }),
  ...article('/2026/01/09/earlier', { topics: ['asia'], storyline: 'talks', headline: hostile, standfirst: hostile }),
  ...article('/2026/01/08/killed', { status: 'killed', reason: 'It was wrong.' }),
};

const addressed = {
  front: '/',
  article: '/2026/01/10/talks',
  'article-links': '/2026/01/10/talks/related',
  history: '/2026/01/10/talks/history',
  topics: '/topics',
  collection: '/topics/asia',
  'topic-links': '/topics/asia/links',
  year: '/2026',
  month: '/2026/01',
  day: '/2026/01/10',
  corrections: '/corrections',
  about: '/about',
  gone: '/2026/01/08/killed',
  'not-found': '/nothing',
} as const satisfies { [P in PageName]?: string };

/** A view of each kind; those that these files have no address for are made here. */
function viewsIn(edition: Edition): View[] {
  const found = Object.entries<string>(addressed).flatMap(([name, path]) =>
    isKind(name) ? [viewAt(edition, path, name)] : [],
  );
  const history = viewAt(edition, addressed.history, 'history');
  const text = (words: string): Parameters<typeof differenceBetween>[1] => ({
    headline: 'About talks',
    standfirst: '',
    corrections: 0,
    blocks: [{ kind: 'paragraph', text: words }],
  });
  const at = '2026-01-11T09:00:00Z';
  return [
    ...found,
    pages.empty.view(edition),
    {
      ...history,
      page: 'version',
      path: `${history.path}/2`,
      version: { number: 2, at, change: 'update' },
      before: { number: 1, at, change: 'first' },
      difference: differenceBetween(text('They met in Osaka.'), text('They met in Nara.'), 'en'),
    },
  ];
}

function isKind(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}

async function withEdition(t: TestContext, read: (edition: Edition) => void, more: Files = {}): Promise<void> {
  const newsroom = new TestNewsroom(t, { ...files, ...more });
  await newsroom.compile();
  newsroom.at(now, read);
}

test('every kind of page has one main heading in one main part, and shows text that is text', async (t) => {
  await withEdition(t, (edition) => {
    const views = viewsIn(edition);
    assert.deepEqual(
      views.map(({ page }) => page).toSorted(),
      Object.keys(pages).toSorted(),
      'there is a view of each kind',
    );
    for (const view of views) {
      const body = bodyOf(view);
      assert.equal(body.match(/<h1[ >]/g)?.length, 1, view.page);
      assert.equal(body.match(/<main id="content">/g)?.length, 1, view.page);
      assert.doesNotMatch(body, /undefined|NaN|\[object |<b onclick/, view.page);
      assert.ok(body.indexOf('</main>') < body.indexOf('<footer'), view.page);
      // A block of data cannot end early: what follows its start is JSON up to the one end.
      for (const [, data = ''] of body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        assert.equal(JSON.parse(data)['@context'], 'https://schema.org', view.page);
    }
    assert.ok(
      views.some((view) => bodyOf(view).includes('R&amp;D')),
      'the hostile words are on some page',
    );
  });
});

test('the navigation names the sections, and marks the one that the page is in', async (t) => {
  await withEdition(t, (edition) => {
    const marked = (view: View): string[] =>
      [...bodyOf(view).matchAll(/<a href="([^"]*)" aria-current="(\w+)"/g)].map(([, href, kind]) => `${kind} ${href}`);
    assert.deepEqual(marked(viewAt(edition, '/2026/01/10/talks', 'article')), ['true /topics/world']);
    assert.deepEqual(marked(viewAt(edition, '/topics/world', 'collection')), ['true /topics/world']);
    assert.deepEqual(marked(viewAt(edition, '/topics', 'topics')), ['page /topics']);
    assert.deepEqual(marked(viewAt(edition, '/2026/01/10', 'day')), []);
    const masthead = (view: View): string | undefined => /<header class="(masthead[^"]*)"/.exec(bodyOf(view))?.[1];
    assert.equal(masthead(viewAt(edition, '/', 'front')), 'masthead masthead-front');
    assert.equal(masthead(pages.empty.view(edition)), 'masthead');
  });
});

test('the footer leads to corrections and feeds where there are any', async (t) => {
  await withEdition(t, (edition) => {
    const view = viewAt(edition, '/about', 'about');
    const links = (layout: Partial<View['layout']>): string[] => {
      const body = bodyOf({ ...view, layout: { ...view.layout, ...layout } });
      return [...body.slice(body.indexOf('<footer')).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    };
    const always = ['/', '/topics', '/about'];
    assert.deepEqual(links({ corrections: false, feeds: false }), always);
    assert.deepEqual(links({}), ['/', '/topics', '/corrections', '/about', '/feed.xml', '/atom.xml', '/feed.json']);
    const preview = bodyOf({ ...view, layout: { ...view.layout, previewedAt: '2026-03-01T09:00:00Z' } });
    assert.match(preview, /Preview as of <time dateTime="2026-03-01T09:00:00Z">1 March 2026, 09:00 UTC<\/time>/i);
    assert.doesNotMatch(bodyOf(view), /Preview as of/);
  });
});

test('an article shows its text once, with its byline, times and corrections', async (t) => {
  const plain = '/2026/01/07/plain';
  const full = '/2026/01/06/full';
  await withEdition(
    t,
    (edition) => {
      const shown = mainOf(viewAt(edition, full, 'article'));
      assert.match(shown, /<p class="standfirst">What happened\.<\/p>/);
      assert.match(shown, /By <b><a href="\/people\/ann" rel="author">Ann Example<\/a><\/b>/);
      assert.match(shown, /<a href="\/agencies\/afp">AFP<\/a>/);
      assert.match(shown, /· updated <time dateTime="2026-01-06T15:30:00Z">15:30<\/time>/i);
      assert.match(shown, /<span class="dateline"><a href="\/places\/nara">Nara<\/a>, Japan \(AFP\) — <\/span>/);
      assert.match(shown, /<span class="label">Analysis<\/span>/);
      // Its standfirst is the beginning of the text, so it is not shown twice.
      const bare = mainOf(viewAt(edition, plain, 'article'));
      assert.doesNotMatch(bare, /class="(standfirst|byline|corrections|dateline)"|updated/);
      assert.match(bare, /<p>Only a paragraph\.<\/p>/);
      assert.match(mainOf(viewAt(edition, '/2026/01/10/talks', 'article')), /It was Nara\./);
    },
    {
      ...article(
        full,
        {
          type: 'analysis',
          standfirst: 'What happened.',
          byline: ['ann'],
          agency: 'AFP',
          dateline: { place: 'Nara', country: 'JP' },
          updated: '2026-01-06T15:30:00Z',
        },
        'A first paragraph.',
      ),
      ...article(plain, {}, 'Only a paragraph.'),
    },
  );
});

test('a story in another language is marked as of it, on its page and on lists', async (t) => {
  const address = '/2026/01/12/khabar';
  await withEdition(
    t,
    (edition) => {
      const shown = mainOf(viewAt(edition, address, 'article'));
      assert.match(shown, /^<article class="story accent-\w+" lang="ar" dir="rtl">/);
      assert.match(shown, /<div class="credits" lang="en" dir="ltr">/);
      assert.match(mainOf(viewAt(edition, '/2026/01/12', 'day')), /<article lang="ar" dir="rtl">/);
      assert.match(mainOf(viewAt(edition, '/', 'front')), /<h2 lang="ar" dir="rtl">/);
    },
    article(address, { lang: 'ar', headline: 'خبر' }, 'نص.'),
  );
});

test('list pages lead to their neighbours, and the newest page alone has feeds', async (t) => {
  const many: Files = Object.assign(
    {},
    ...Array.from({ length: 95 }, (_, number) => article(`/2026/01/05/s${number}`, { agency: 'AFP' })),
  );
  await withEdition(
    t,
    (edition) => {
      const pager = (path: string): [href: string, words: string][] => {
        const shown = mainOf(viewAt(edition, path, 'collection'));
        const [, links = ''] = /<nav class="pager"[^>]*>(.*?)<\/nav>/s.exec(shown) ?? [];
        return [...links.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href = '', words = '']) => [href, words]);
      };
      assert.deepEqual(pager('/agencies/afp'), [
        ['/agencies/afp/page/2', 'Older stories'],
        ['/agencies/afp/page/1', 'The oldest'],
      ]);
      assert.deepEqual(pager('/agencies/afp/page/2'), [
        ['/agencies/afp', 'Newer stories'],
        ['/agencies/afp/page/1', 'Older stories'],
      ]);
      assert.deepEqual(pager('/agencies/afp/page/1'), [
        ['/agencies/afp/page/2', 'Newer stories'],
        ['/agencies/afp', 'The newest'],
      ]);
      assert.match(mainOf(viewAt(edition, '/agencies/afp', 'collection')), /<p class="feeds">Follow AFP/);
      assert.doesNotMatch(mainOf(viewAt(edition, '/agencies/afp/page/1', 'collection')), /class="feeds"/);
    },
    many,
  );
});

test('a version shows what it added and what it took out, in words too', async (t) => {
  await withEdition(t, (edition) => {
    const version = viewsIn(edition).find(({ page }) => page === 'version');
    assert.ok(version);
    const shown = mainOf(version).replaceAll(/<span class="unseen"[^>]*>(.*?)<\/span>/g, '[$1]');
    assert.match(shown, /<h1>Version 2: Update<\/h1>/);
    assert.match(shown, /<ins>1 word added<\/ins>.*<del>1 word taken out<\/del>/s);
    assert.match(shown, /<del>\[taken out: \]Osaka\[ end of what was taken out \]<\/del>/);
    assert.match(shown, /<ins>\[added: \]Nara\[ end of addition \]<\/ins>/);
  });
});

test('a page without anything to show says why', async (t) => {
  await withEdition(t, (edition) => {
    assert.match(mainOf(viewAt(edition, '/2026/01/08/killed', 'gone')), /<p>It was wrong\.<\/p>/);
    assert.match(mainOf(pages.gone.view(edition, '/x', undefined)), /<p>It is no longer published\.<\/p>/);
    assert.match(mainOf(viewAt(edition, '/nothing', 'not-found')), /There is no page at this address/);
    assert.match(mainOf(pages.empty.view(edition)), /<h1>The Test<\/h1><p>Nothing has been published here yet/);
  });
});
