import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Edition } from '../newsroom/edition/edition.ts';
import { differenceBetween } from '../newsroom/history/difference.ts';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { feedFormats, feedPath } from './addresses/feeds.ts';
import { answer } from './answer.ts';
import { pages, type View } from './pages.ts';
import { bodyOf, mainOf } from './testing-pages.ts';
import { pathsOf, viewAt } from './testing.ts';

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

/** The views at all paths, and those that these files have no address for. */
function viewsIn(edition: Edition): View[] {
  const found = [...pathsOf(edition), '/2026/01/08/killed', '/nothing'].map((path) => {
    const answered = answer(edition, path);
    assert.ok(answered.status !== 308, path);
    return answered.view;
  });
  const history = viewAt(edition, '/2026/01/10/talks/history', 'history');
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

async function withEdition(t: TestContext, read: (edition: Edition) => void, more: Files = {}): Promise<void> {
  const newsroom = new TestNewsroom(t, { ...files, ...more });
  await newsroom.compile();
  newsroom.at(now, read);
}

test('every kind of page has one main heading in one main part, and shows text that is text', async (t) => {
  const inJapanese = article('/2026/01/05/nara', { lang: 'ja', headline: '奈良' });
  const read = (edition: Edition): void => {
    const views = viewsIn(edition);
    assert.deepEqual(
      new Set(views.map(({ page }) => page)),
      new Set(Object.keys(pages)),
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
  };
  await withEdition(t, read, inJapanese);
});

test('lists show the pictures of stories, and one that several have once', async (t) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"/>';
  const pictured = (day: string, src: string): Files =>
    article(`/2026/01/${day}/p${day}`, { topics: ['asia'], image: { src, alt: 'A map', credit: 'Ann' } });
  const more = {
    'images/a.svg': svg,
    'images/b.svg': svg,
    ...pictured('20', 'a.svg'),
    ...pictured('19', 'a.svg'),
    ...pictured('18', 'b.svg'),
  };
  await withEdition(
    t,
    (edition) => {
      const shown = (path: string, page: 'latest' | 'day' | 'front'): (string | undefined)[] =>
        [...mainOf(viewAt(edition, path, page)).matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src);
      assert.deepEqual(shown('/latest', 'latest'), ['/images/a.svg', '/images/b.svg']);
      assert.deepEqual(shown('/2026/01/18', 'day'), ['/images/b.svg']);
      const front = shown('/', 'front');
      assert.equal(front[0], '/images/a.svg');
      assert.equal(new Set(front).size, front.length);
    },
    more,
  );
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
    const view = viewAt(edition, '/about', 'static-page');
    const links = (layout: Partial<View['layout']>): string[] => {
      const body = bodyOf({ ...view, layout: { ...view.layout, ...layout } });
      return [...body.slice(body.indexOf('<footer')).matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    };
    const sections = view.layout.sections.map(({ slug }) => `/topics/${slug}`);
    const read = ['/storylines', '/people', '/topics', '/search'];
    assert.deepEqual(links({ corrections: false, feeds: false }), ['/', ...sections, ...read, '/about']);
    assert.deepEqual(links({}), [
      '/',
      ...sections,
      '/latest',
      '/archive',
      ...read,
      '/about',
      '/corrections',
      ...feedFormats.map((format) => feedPath('/', format)),
    ]);
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

test('a link to a story in another language says which, where stories of all languages are mixed', async (t) => {
  const [address, english] = ['/2026/01/12/khabar', '/2026/01/12/english'];
  const related = [address, english, { url: 'https://example.org/x', title: 'Elsewhere' }];
  await withEdition(
    t,
    (edition) => {
      const link = `<a href="${address}" lang="ar" dir="rtl" hrefLang="ar">خبر</a> <span class="language" lang="ar" dir="rtl">العربية</span>`;
      for (const page of ['article', 'article-links'] as const) {
        const shown = mainOf(viewAt(edition, `/2026/01/13/a${page === 'article' ? '' : '/related'}`, page));
        assert.ok(shown.includes(link), shown);
        assert.equal(
          shown.match(/hrefLang|class="language"/g)?.length,
          2,
          'English of another country is no other language',
        );
      }
      // Which language a page elsewhere is in is not known.
      const shown = mainOf(viewAt(edition, '/2026/01/13/b', 'article'));
      assert.match(
        shown,
        /<li lang="fa" dir="rtl"><a href="https:\/\/example.org\/x" rel="external">Elsewhere<\/a><div/,
      );
      const found = mainOf(viewAt(edition, '/search?q=word', 'search'));
      assert.match(found, /<a href="[^"]*khabar" hrefLang="ar">خبر<\/a> <span class="language">العربية<\/span>/);
      assert.equal(found.match(/hrefLang|class="language"/g)?.length, 4);
    },
    {
      ...article(address, { lang: 'ar', headline: 'خبر' }, 'نص word.'),
      ...article(english, { lang: 'en-GB' }, 'A word.'),
      ...article('/2026/01/13/a', { related }),
      ...article('/2026/01/13/b', { lang: 'fa', related: related.slice(2) }, 'word'),
    },
  );
});

test('a story in another language is marked as of it, on its page and on lists', async (t) => {
  const address = '/2026/01/12/khabar';
  await withEdition(
    t,
    (edition) => {
      const shown = mainOf(viewAt(edition, address, 'article'));
      assert.match(shown, /<article class="story explainer accent-\w+" lang="ar" dir="rtl">/);
      assert.match(shown, /<div class="credits" lang="ar" dir="rtl">/);
      // In a list, only its own words are marked. It has one label, in the language of the page, and no kicker in its own.
      const headline = `<p class="kicker"><span class="label">Explainer</span></p><h2 lang="ar" dir="rtl"><a href="${address}">خبر</a></h2><p class="standfirst" lang="ar" dir="rtl">`;
      const day = mainOf(viewAt(edition, '/2026/01/12', 'day'));
      assert.ok(day.includes(headline), day);
      // On a front the label leads to all stories of its type.
      const linked = '<a href="/search?q=type%3Aexplainer&amp;order=date">Explainer</a>';
      const cell = headline.replaceAll('h2', 'h3').replace('Explainer', linked);
      assert.ok(mainOf(viewAt(edition, '/', 'front')).includes(cell));
    },
    article(address, { lang: 'ar', headline: 'خبر', type: 'explainer', kicker: 'شرح' }, 'نص.'),
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
    assert.match(
      mainOf(viewAt(edition, '/nothing', 'not-found')),
      /There is no page at this address.*"\/latest".*"\/topics\/world"/,
    );
    assert.match(mainOf(pages.empty.view(edition)), /<h1>The Test<\/h1><p>Nothing has been published here yet/);
  });
});

test('a logo stands in place of the name, in one form or in one for each scheme', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'site.yaml': `${site['site.yaml']}logo: { light: day.svg, dark: images/night.svg }\n`,
    'images/day.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"/>',
    'images/night.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60"/>',
  });
  await newsroom.compile();
  const body = (): string =>
    newsroom.at('2026-02-01T00:00:00Z', (edition) => bodyOf(viewAt(edition, '/about', 'static-page')));
  assert.match(
    body(),
    /<a class="name" href="\/"><picture><source media="\(prefers-color-scheme: dark\)" srcSet="\/images\/night\.svg"[^>]*\/><img class="logo" src="\/images\/day\.svg" alt="The Test" width="300" height="60"\/><\/picture><\/a>/,
  );
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    for (const src of ['day.svg', 'night.svg']) assert.ok(edition.picture(src), src);
  });
  newsroom.write({ 'site.yaml': `${site['site.yaml']}logo: day.svg\n` });
  await newsroom.compile();
  assert.match(body(), /<picture><img class="logo" src="\/images\/day\.svg"/);
  newsroom.remove('images/day.svg');
  await newsroom.compile();
  assert.match(body(), /<a class="name" href="\/">The Test<\/a>/);
});
