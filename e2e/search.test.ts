import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ask, askBytes } from './http.ts';
import { assertNoInternals } from './no-internals.ts';
import { LiveNewsroom } from './live-newsroom.ts';
import { attribute, Markup } from './markup.ts';
import { Site, siteUrl } from './site.ts';
import { demonstrationDay } from './demonstration.ts';

const long = 'a'.repeat(10_240);

/** Query strings as programs and people send them. Each is answered by a page. */
const queryStrings = [
  '', 'q', 'q=', 'q=+', 'q=%20%20', 'q=nuclear', 'q=NUCLEAR', 'q=%22arms+control%22', 'q=%22arms', 'q=-nuclear', 'q=-', 'q=--', 'q=%22', 'q=%22%22%22',
  'q=a&q=b&q=c', 'q[]=a', 'q[a]=b', 'Q=a', 'x=1&y=2', 'q=a&x=%zz', '&&&', '=', '==', '?', '?q=a', 'q=a?b', 'q=a/b/../c', 'q=//evil.example', 'q=a;b',
  'q=%', 'q=%zz', 'q=%c3%28', 'q=%E0%A4%A', 'q=%ed%a0%80', 'q=%00', 'q=%0d%0aSet-Cookie:%20a=b', 'q=%1b[2J', 'q=%E2%80%AE', 'q=%EF%BF%BE', 'q=%F0%9F%9A%80',
  'q=%3Cscript%3Ealert(1)%3C/script%3E', 'q=%22%20onfocus=%22alert(1)', "q='onfocus='alert(1)", 'q=javascript:alert(1)', 'q=%3C/title%3E%3Csvg%20onload=alert(1)%3E', 'q=--%3E',
  'q=url(/_next/static/media/x.woff2)', 'q=$%26$1', 'q=%7B%7B7*7%7D%7D', 'q=%5C', "q='", 'q=%27%20OR%201=1--', 'q=NEAR(a+b,2)', 'q=a*', 'q=a^2', 'q=%7Ba+b%7D:c', 'q=headline:x', 'q=AND', 'q=OR', 'q=NOT+NOT', 'q=()',
  'q=topic:', 'q=topic:nothing', 'q=-topic:security', 'q=person:world-desk', 'q=place:nara', 'q=type:news', 'q=type:x', 'q=before:2026', 'q=after:x', 'q=after:9999-99-99', 'q=before:-1',
  `q=${'topic:security+'.repeat(200)}`, `q=${'%22a+b%22+'.repeat(200)}`, `q=${'a+'.repeat(5000)}`, `q=${'-a+'.repeat(3000)}`, `q=${'%22'.repeat(3000)}`,
  `q=${long}`, `q=${'%E6%97%A5'.repeat(3400)}`, `q=${'%CC%81'.repeat(3000)}`, `q=${'%F0%9F%91%A9%E2%80%8D'.repeat(1000)}`, `x=${long}&q=a`,
  'q=%E6%97%A5%E6%9C%AC', 'q=%D9%86%D8%B2%D8%B9', 'q=%E0%B9%84%E0%B8%97%E0%B8%A2', 'q=%ED%95%9C%EA%B5%AD', 'q=%D7%A9%D7%9C%D7%95%D7%9D',
  'q=nuclear&order=date', 'q=nuclear&order=', 'q=nuclear&order=x', 'q=nuclear&order=date&order=relevance', 'order=date', 'page=2',
  ...['0', '-1', '1', '2', '999999', '99999999999999999999', '1e9', 'NaN', '%00', ''].map((page) => `q=nuclear&page=${page}`),
  'q=nuclear&_rsc=x', 'q=nuclear&utm_source=x', 'page=%zz&order=%zz&q=%zz',
]; // prettier-ignore

describe('searches of the demonstration newsroom', () => {
  let site: Site;
  const data = mkdtempSync(join(tmpdir(), 'dateline-search-'));
  before(async () => {
    // This site is not shared: the tests read what it has printed and what it has stored.
    site = await Site.start({ now: demonstrationDay, data });
  });
  after(async () => {
    await site.stop();
    rmSync(data, { recursive: true, force: true });
  });

  for (const path of ['/search', '/search.xml']) {
    test(`every query string has an answer at ${path}`, async () => {
      for (const query of queryStrings) {
        const shown = `${path}?${query.slice(0, 60)}`;
        const { status, headers, text } = await ask(site.base, `${path}?${query}`);
        assert.equal(status, 200, shown);
        assertNoInternals({ status, headers, text, body: Buffer.from(text) }, shown);
        assert.match(headers['cache-control'] ?? '', /^public, max-age=0, s-maxage=[01], /, shown);
        assert.equal(headers['last-modified'], undefined, shown);
        assert.equal(headers['x-robots-tag'], path === '/search' ? undefined : 'noindex', shown);
        assert.equal(headers['set-cookie'], undefined, shown);
        assert.match(
          headers['content-type'] ?? '',
          path === '/search' ? /^text\/html/ : /^application\/rss\+xml/,
          shown,
        );
        assert.doesNotMatch(text, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\u202E]/, shown);
        assert.ok(text.length < 400_000, `${shown}: ${text.length}`);
      }
    });
  }

  test('what was typed is shown as text: it opens no element, and no address leads elsewhere', async () => {
    for (const query of queryStrings) {
      const { text } = await ask(site.base, `/search?${query}`);
      const { elements } = new Markup(text);
      for (const element of elements) {
        const names = Object.keys(element.properties);
        assert.ok(
          names.every((name) => !/^on/i.test(name)),
          `${query}: ${names.join()}`,
        );
        assert.ok(!['svg', 'img', 'iframe'].includes(element.tagName), `${query}: ${element.tagName}`);
        for (const name of ['href', 'src', 'action'])
          assert.match(
            attribute(element, name) ?? '/',
            // The foot leads to the other title.
            /^(?:[/#]|https:\/\/paper\.example\/|data:text\/css,|http:\/\/counterweight\.localhost:\d+$)/,
            query,
          );
      }
      assert.match(text, /<meta name="robots" content="noindex"/, query);
      assert.doesNotMatch(text, /rel="canonical"/, query);
    }
  });

  test('only the query, the order and the page make a difference', async () => {
    const plain = await ask(site.base, '/search?q=nuclear');
    for (const query of [
      'q=nuclear&utm_source=x',
      'x=%zz&q=nuclear',
      'q=nuclear&page=1',
      'q=nuclear&order=relevance',
      'q=+nuclear++',
      'q=nuclear&q=other',
      'q=nuclear&_rsc=1',
    ]) {
      const other = await ask(site.base, `/search?${query}`, query.includes('_rsc') ? { headers: { RSC: '1' } } : {});
      assert.ok(other.body.equals(plain.body), query);
      assert.equal(other.headers.etag, plain.headers.etag, query);
    }
    assert.notEqual((await ask(site.base, '/search?q=nuclear&order=date')).headers.etag, plain.headers.etag);
    const again = await ask(site.base, '/search?q=nuclear', { headers: { 'If-None-Match': plain.headers.etag } });
    assert.deepEqual([again.status, again.body.length], [304, 0]);
  });

  test('another form of the address leads to the search, with the query', async () => {
    for (const [from, to] of [
      ['/Search?q=A%20b', '/search?q=A%20b'],
      ['/search/?q=a&page=2', '/search?q=a&page=2'],
      ['//SEARCH//?q=%zz', '/search?q=%25zz'],
      ['/SEARCH.XML?q=a', '/search.xml?q=a'],
    ] as const) {
      const { status, headers } = await ask(site.base, from);
      assert.deepEqual([status, headers.location], [308, to], from);
    }
    for (const nothing of ['/search/nara', '/search/page/2', '/search/feed.xml', '/search.json', '/opensearch'])
      assert.equal((await ask(site.base, nothing)).status, 404, nothing);
  });

  test('an address may be long, but not without an end', async () => {
    assert.match(await askBytes(site.base, `GET /search?q=${'a'.repeat(31_000)} HTTP/1.1`), /^HTTP\/1\.1 200 /);
    assert.match(await askBytes(site.base, `GET /search?q=${'a'.repeat(40_000)} HTTP/1.1`), /^HTTP\/1\.1 414 /);
  });

  test('a flood of searches stores nothing, and pages that are cached stay so', async () => {
    const files = (): string[] => readdirSync(join(data, 'pages'), { recursive: true }).map(String).toSorted();
    await site.firstPages();
    let tag: string | undefined;
    // It has none in the second in which it was made. A page is written to the disk soon after it is sent, and by then it has been.
    while (tag === undefined) tag = (await ask(site.base, '/topics')).headers['last-modified'];
    const stored = files();
    assert.ok(stored.length > 0, 'pages are stored');
    const statuses = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const path = index % 4 === 0 ? '/search.xml' : '/search';
        return (await ask(site.base, `${path}?q=flood+${index}`)).status;
      }),
    );
    assert.ok(
      statuses.every((status) => status === 200 || status === 503),
      statuses.join(),
    );
    assert.ok(statuses.includes(200));
    assert.equal((await ask(site.base, '/topics')).headers['last-modified'], tag);
    assert.deepEqual(files(), stored);
  });

  test('every page has the form in its head and in its foot (a search has its own for the head), the link in its foot, and the description for browsers', async () => {
    for (const path of ['/', '/topics', '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara', '/search', '/nothing']) {
      const markup = new Markup((await ask(site.base, path)).text);
      const [form, ...others] = markup.all('form').filter((each) => attribute(each, 'action') === '/search');
      assert.ok(form, path);
      assert.equal(others.length, 1, `${path}: one more, in the foot`);
      assert.match(attribute(form, 'method') ?? 'get', /^get$/i);
      assert.deepEqual(markup.links('search'), ['/opensearch.xml'], path);
      assert.ok(
        markup.all('a').some((link) => attribute(link, 'href') === '/search'),
        path,
      );
    }
    const { text, headers } = await ask(site.base, '/opensearch.xml');
    assert.match(headers['content-type'] ?? '', /^application\/opensearchdescription\+xml/);
    const [, template = ''] = /type="text\/html" rel="results" template="([^"]*)"/.exec(text) ?? [];
    const found = await ask(site.base, template.replace(siteUrl, '').replace('{searchTerms}', 'nuclear'));
    assert.match(found.text, /<mark>/i);
  });

  test('no search has caused an error', () => {
    assert.doesNotMatch(site.printed.stderr, /\n\s+at |Error/);
  });
});

describe('a search while the newsroom changes', () => {
  let live: LiveNewsroom;
  before(async () => {
    live = await LiveNewsroom.start((newsroom) => {
      newsroom.article('/2025/03/04/first', { headline: 'A pebble' });
    });
  });
  after(() => live.end());

  const hits = async (path: string): Promise<number> =>
    (await ask(live.site.base, path)).text.match(/href="\/2025[^"]*"|<item>/g)?.length ?? 0;

  test('finds a story at the next request, and no longer after it was withdrawn', async () => {
    assert.deepEqual([await hits('/search?q=pebble'), await hits('/search.xml?q=pebble')], [1, 1]);
    await live.change((newsroom) => newsroom.article('/2025/03/05/second', { headline: 'Another pebble' }));
    await live.becomes('/2025/03/05/second', 200);
    assert.deepEqual([await hits('/search?q=pebbles'), await hits('/search.xml?q=pebble')], [2, 2]);
    await live.change((newsroom) =>
      newsroom.article('/2025/03/05/second', { headline: 'Another pebble', status: 'killed' }),
    );
    await live.becomes('/2025/03/05/second', 410);
    assert.deepEqual([await hits('/search?q=pebble'), await hits('/search.xml?q=pebble')], [1, 1]);
  });
});
