import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { editionOf, hostile } from '../../formats/testing.ts';
import { article, site, topics, type Files } from '../../newsroom/testing.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf } from '../addresses/routes.ts';
import { headOf } from '../head.ts';
import type { ViewOf } from '../pages.ts';
import { bodyOf, mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';

const newsroom: Files = {
  ...site,
  ...topics({ security: { title: 'Security', accent: 'teal' }, space: 'Space' }),
  'people/ann.mdx': '---\nname: Ann Example\n---\n',
  ...Object.assign(
    {},
    ...Array.from({ length: 45 }, (_, number) =>
      article(`/2026/01/${String((number % 28) + 1).padStart(2, '0')}/story-${number}`, {
        headline: `Talks about treaties ${number}`,
        standfirst: number === 7 ? '<b>R&D</b> & treaties' : 'What was said.',
        topics: number % 3 === 0 ? ['security', 'space'] : ['security'],
        byline: ['ann'],
        dateline: { place: number % 2 === 0 ? 'Nara' : 'Seoul', country: 'JP' },
        ...(number === 11 && { type: 'opinion' }),
      }),
    ),
  ),
  ...article('/2026/01/30/khabar', { lang: 'ar', headline: 'خبر treaties', topics: ['space'] }),
};

/** Reads the page of a query string. */
async function withSearches(
  t: TestContext,
  read: (at: (query: string) => ViewOf<'search'>, edition: Edition) => void,
  files: Files = newsroom,
): Promise<void> {
  await editionOf(
    t,
    now,
    (edition) => read((query) => viewAt(edition, pathOf({ page: 'search', query }), 'search'), edition),
    files,
  );
}

const q = (text: string): string => new URLSearchParams({ q: text }).toString();
const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

test('results have the words marked, their day, section and language, and lead to the stories', async (t) => {
  await withSearches(t, (at) => {
    const shown = mainOf(at(q('treaties khabar OR خبر')));
    assert.match(shown, /<b>1 story<\/b>/);
    assert.match(shown, /<time dateTime="2026-01-30">30 January 2026<\/time>/i);
    assert.match(shown, /<h2 lang="ar" dir="rtl">/);
    assert.match(shown, /<a href="\/2026\/01\/30\/khabar" hrefLang="ar">.*<mark>treaties<\/mark>/);
    const about = mainOf(at(q('R&D')));
    assert.match(about, /&lt;b&gt;|<mark>R&amp;D<\/mark>|<mark>R<\/mark>/);
    assert.doesNotMatch(about, /<b>R/);
    assert.match(mainOf(at(q('type:opinion'))), /<span class="label">Opinion<\/span>/);
  });
});

test('totals, orders and pages are those of the search', async (t) => {
  await withSearches(t, (at) => {
    const first = mainOf(at(q('talks')));
    assert.match(first, /<b>45 stories<\/b>/);
    assert.equal(first.match(/<article/g)?.length, 20);
    assert.ok(linksIn(first).includes('/search?q=talks&order=date'));
    assert.ok(linksIn(first).includes('/search?q=talks&page=2'));
    const second = mainOf(at('q=talks&order=date&page=2'));
    for (const href of ['/search?q=talks', '/search?q=talks&order=date', '/search?q=talks&order=date&page=3'])
      assert.ok(linksIn(second).includes(href), href);
    assert.match(second, /<b aria-current="page">2<\/b>/);
    assert.match(second, /<input type="hidden" name="order" value="date"/);
    const days = [...second.matchAll(/<time dateTime="([^"]*)"/gi)].map(([, day = '']) => day);
    assert.deepEqual(days, days.toSorted().toReversed(), 'newest first');
    assert.equal(mainOf(at('q=talks&page=3')).match(/<article/g)?.length, 5);
    const beyond = mainOf(at('q=talks&page=999999'));
    assert.match(beyond, /There is no page 999999/);
    assert.doesNotMatch(beyond, /<article|aria-label="Pages/);
  });
});

test('facets narrow the search and widen it again', async (t) => {
  await withSearches(t, (at) => {
    const wide = at(q('talks'));
    const space = wide.found?.facets.find(({ kind }) => kind === 'topic')?.values.find(({ slug }) => slug === 'space');
    assert.equal(space?.count, 15);
    const narrow = at(q(space.query));
    assert.equal(narrow.found?.total, 15);
    const [again = ''] = /class="search-selected".*?href="([^"]*)"/s.exec(mainOf(narrow))?.slice(1) ?? [];
    assert.equal(at(again.replace('/search?', '')).found?.total, 45);
  });
});

test('each filter has a link to the search without it, whether anything is found or not', async (t) => {
  await withSearches(t, (at) => {
    for (const words of ['talks', 'nothing-has-this']) {
      const shown = mainOf(at(q(`${words} -topic:space before:2027 type:news`)));
      const [list = ''] = /<ul class="search-selected".*?<\/ul>/s.exec(shown) ?? [];
      const texts = [...list.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, text = '']) => text);
      assert.deepEqual(texts, ['−Space', 'before:2027', 'News']);
      assert.deepEqual(
        linksIn(list).map((href) => at(href.replace('/search?', '')).request.query),
        [`${words} before:2027 type:news`, `${words} -topic:space type:news`, `${words} -topic:space before:2027`],
      );
    }
  });
});

test('the page of which the query is the title is linked above the hits, on the first page', async (t) => {
  await withSearches(t, (at) => {
    const shown = mainOf(at(q('Security')));
    assert.match(shown, /Topic <a href="\/topics\/security"><bdi>Security<\/bdi><\/a> <span class="count">45 stories/);
    assert.match(mainOf(at(q('ann example'))), /Author <a href="\/people\/ann">/);
    assert.doesNotMatch(mainOf(at('q=Security&page=2')), /search-titled/);
    assert.doesNotMatch(mainOf(at(q('talks'))), /search-titled/);
  });
});

test('no search is followed or listed by a crawler, and each has its feed', async (t) => {
  await withSearches(t, (at) => {
    for (const query of ['', q('talks'), q('nothing-has-this'), 'q=talks&order=date&page=2']) {
      const view = at(query);
      const { robots, alternates } = headOf(view);
      assert.deepEqual(robots, { index: false }, query);
      assert.equal(alternates?.canonical, undefined);
      const feed = alternates?.types?.['application/rss+xml'];
      assert.deepEqual(
        feed,
        view.request.query === ''
          ? undefined
          : [
              {
                url: `https://test.example/search.xml?q=${view.request.query}`,
                title: `Search: ${view.request.query} — The Test`,
              },
            ],
      );
      for (const [link] of bodyOf(view).matchAll(/<a [^>]*href="\/search[.?][^>]*>/g))
        assert.match(link, /rel="nofollow/);
    }
  });
});

test('the examples find something, whatever the newsroom has', async (t) => {
  const few: Files = { ...site, ...article('/2026/01/10/ein', { headline: 'A', topics: [] }) };
  for (const files of [newsroom, few, site])
    await withSearches(
      t,
      (at) => {
        const { examples = {} } = at('');
        if (files === newsroom) assert.equal(Object.keys(examples).length, 8, JSON.stringify(examples));
        for (const example of Object.values(examples)) {
          const view = at(q(example));
          assert.ok((view.found?.total ?? 0) > 0, example);
          assert.deepEqual(view.notes, [], example);
        }
        assert.equal(mainOf(at('')).match(/<dt>/g)?.length, 10);
        assert.match(mainOf(at('')), /type:/);
      },
      files,
    );
});

test('where nothing is found, the page says where to go on', async (t) => {
  await withSearches(t, (at) => {
    const shown = mainOf(at(q('talks topic:security before:1999')));
    assert.match(shown, /No story was found/);
    assert.match(shown, /href="\/search\?q=talks"[^>]*>45 stories/);
    assert.match(shown, /href="\/topics\/security"/);
    assert.doesNotMatch(mainOf(at(q('nothing-has-this'))), /There (?:is|are)/);
  });
});

/** Each has something that would be markup, an attribute, a header or a pattern if it were not text. */
const odd = [
  ...hostile,
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '</title><script>alert(1)</script>',
  '--> <svg onload=alert(1)>',
  '$& $1 $` $\'',
  '\r\nSet-Cookie: a=b',
  '{{7*7}} ${7*7} <%= 7*7 %>',
  'url(/_next/static/media/evil.woff2)',
  '%3Cscript%3E',
  '\u0000\u0007\uFFFE\u202E\u2066',
  '\uD800',
  '"', '""', '-', '--', '- -', ':', '::', '*', '^', '(', ')', 'AND', 'OR', 'NOT', 'NEAR(a b, 2)', 'a OR', 'OR a', 'headline:x', '{a b}:c', 'a*', '"a', 'topic:', '-topic:', 'after:x', 'before:9999-99-99', 'topic:-', 'a'.repeat(10_000), 'a '.repeat(5000), 'topic:a '.repeat(200), '日本語', 'ไทย', '한국', '🚀', '\u0301',
]; // prettier-ignore

test('any query has a page, on which what was typed is text', async (t) => {
  await withSearches(t, (at) => {
    for (const text of odd) {
      const view = at(q(text));
      const shown = text.slice(0, 60);
      const { title, description, alternates } = headOf(view);
      assert.equal(typeof title, 'string');
      assert.doesNotMatch(`${String(title)}${description}`, /[\u0000-\u001F\u007F\uFFFE\u202E]|\p{Cs}/u, shown);
      assert.match(JSON.stringify(alternates ?? {}), /^\{\}$|search\.xml\?q=[\w.*%+-]+"/, shown);
      const body = bodyOf(view);
      assert.doesNotMatch(body, /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\u202E]|\p{Cs}/u, shown);
      assert.doesNotMatch(body, /<(?:img|svg|script(?! type="speculationrules"))|undefined|\[object /, shown);
      const tags = [...body.matchAll(/<[a-z][^<>]*>/g)].map(([tag]) => tag);
      for (const tag of tags) {
        const bare = tag.replace(/="[^"]*"/g, '');
        assert.match(bare, /^<[a-z\d]+(?: [a-zA-Z-]+)*\/?>$/, `${shown}: ${tag}`);
        assert.doesNotMatch(bare, / on\w+|autofocus/i, shown);
      }
      for (const href of linksIn(body)) assert.match(href, /^(?:\/|#content$)/, shown);
      assert.ok(Buffer.byteLength(body) < 200_000, `${shown}: ${Buffer.byteLength(body)} bytes`);
    }
  });
});
