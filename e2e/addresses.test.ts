import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { demonstrationDay } from './demonstration.ts';
import { edge } from './edge-newsroom.ts';
import { ask, askBytes } from './http.ts';
import { assertNoInternals } from './no-internals.ts';
import { sharedSite, type SharedSite } from './shared-sites.ts';
import { Site, siteUrl } from './site.ts';

const story = '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara';
const picture = '/images/moon/free-return.svg';

/** One of each kind of page, in the demonstration newsroom. */
const pages = [
  '/',
  story,
  `${story}/related`,
  '/topics',
  '/topics/security',
  '/topics/moon',
  '/topics/security/links',
  '/people/world-desk',
  '/places/nara',
  '/storylines/nara-summit',
  '/search',
  '/2026',
  '/2026/01',
  '/2026/01/13',
  '/about',
];

describe('addresses of the demonstration newsroom', () => {
  let site: Site;
  before(async () => {
    // This site is not shared: its last test reads what it has printed.
    site = await Site.start({ now: demonstrationDay });
  });
  after(() => site.stop());

  for (const page of pages) {
    test(`${page} is a page`, async () => {
      const answer = await ask(site.base, page);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
      assert.match(answer.text, /^<!doctype html>/i);
      assert.match(answer.text, /<\/html>\s*$/);
      assertNoInternals(answer, page);
    });
  }

  const nothing = [
    '/nothing',
    '/2026/02/30',
    '/2026/13',
    '/2026/00',
    '/2026/1',
    '/2026/1/5',
    '/0000',
    '/99999',
    '/1999',
    '/2026/01/13/no-such-story',
    '/2026/01/14/tokyo-and-seoul-close-ranks-in-nara',
    `${story}/nothing`,
    `${story}/related/nothing`,
    '/topics/nothing',
    '/topics/nothing/links',
    '/topics/security/nothing',
    '/topics/security/page',
    '/topics/security/page/0',
    '/topics/security/page/01',
    '/topics/security/page/-1',
    '/topics/security/page/1e3',
    '/topics/security/page/99',
    '/topics/security/page/9999999',
    '/topics/security/page/99999999999999999999999999',
    '/2026/01/13/page/1',
    '/people/never',
    '/people/world-desk/links',
    '/places/nowhere',
    '/agencies/none',
    '/storylines/none',
    '/index',
    '/index.html',
    '/404',
    '/500',
    '/_error',
    '/_not-found',
    '/not-found',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../etc/passwd',
    '/topics/../site.yaml',
    '/topics%2fsecurity',
    '/topics%2Fsecurity',
    '/topics/security%5clinks',
    '/topics\\security',
    '/\\evil.example/',
    '/%5Cevil.example/',
    '/%2f%2fevil.example/',
    '//evil.example/',
    '//evil.example/%2e%2e',
    '///evil.example',
    '/https://evil.example/',
    '/%00',
    '/topics/security%00',
    '/topics/%0d%0aSet-Cookie:a=b',
    '/topics/%1b%5b2J',
    '/topics/%e2%80%ae',
    '/topics/%F0%9F%92%A9',
    '/topics/%ed%a0%80',
    '/%',
    '/%zz',
    '/%c3%28',
    '/topics/%E0%A4%A',
    `/${'a'.repeat(3000)}`,
    `/topics/${'a'.repeat(3000)}`,
    `/${'a/'.repeat(1500)}`,
    `/topics/${'%C3%A9'.repeat(1000)}`,
    '/.env',
    '/.git/config',
    '/.dateline/store.sqlite',
    '/.next/BUILD_ID',
    '/site.yaml',
    '/content/site.yaml',
    '/package.json',
    '/wp-login.php',
    '/_next',
    '/_next/data/x/index.json',
    `/_next/data/development${story}.json`,
    '/_next/image?url=%2Fimages%2Fmoon%2Ffree-return.svg&w=64&q=75',
    '/_next/image?url=https%3A%2F%2Fevil.example%2Fa.png&w=64&q=75',
    '/_next/webpack-hmr',
    '/__nextjs_original-stack-frame?file=package.json',
    '/_next/static/nothing.js',
    '/_next/static/chunks',
    '/_next/static/',
    '/_next/static/../../package.json',
    '/_next/static/../server/app/page.js',
    '/_next/static/..%2f..%2fBUILD_ID',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/static/%zz',
    '/_next/static/%00',
    '/images',
    '/images/',
    '/images/nothing.svg',
    '/images/../site.yaml',
    '/images/%2e%2e/site.yaml',
    '/images/..%2fsite.yaml',
    '/images/%2fetc%2fpasswd',
    '/images/%zz',
    '/images/%c3%28',
    '/images/%00',
    '/images/moon',
    `/images/${'a'.repeat(3000)}`,
    '/healthz/nothing',
    '/favicon.ico/nothing',
  ];
  for (const path of nothing) {
    const shown = path.length > 80 ? `${path.slice(0, 40)}… (${path.length})` : path;
    test(`${shown} answers 404 or 400, without a redirect`, async () => {
      const answer = await ask(site.base, path);
      assertNoInternals(answer, shown);
      assert.ok([400, 404].includes(answer.status), `status ${answer.status} to ${answer.headers.location}`);
    });
  }

  test('bytes that no address may have are refused, and the site goes on', async () => {
    const lines = [
      'GET /\u0000 HTTP/1.1',
      'GET /topics\u0001/x HTTP/1.1',
      'GET /a b HTTP/1.1',
      'GET /\u007f HTTP/1.1',
      'GET \\evil HTTP/1.1',
      'GET * HTTP/1.1',
      'GET  HTTP/1.1',
      'GET ? HTTP/1.1',
      'GET http://evil.example/topics HTTP/1.1',
      'GET /topics HTTP/9.9',
      `GET /${'a'.repeat(40_000)} HTTP/1.1`,
      'NONSENSE',
      Buffer.from([71, 69, 84, 32, 47, 0xff, 0xfe, 32, 72, 84, 84, 80, 47, 49, 46, 49]),
    ];
    for (const line of lines) {
      const answer = await askBytes(site.base, line);
      assert.doesNotMatch(answer, /^HTTP\/1\.1 5(?!05)/, `${line.toString().slice(0, 40)} was a fault`);
      assert.doesNotMatch(answer, /node_modules|\bat \w+ \(/, `${line.toString().slice(0, 40)} shows internals`);
    }
    assert.equal((await ask(site.base, '/')).status, 200);
  });

  test('the page for 404 has its status, is noindex, and has no canonical address', async () => {
    const { status, headers, text } = await ask(site.base, '/nothing');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(text, /<meta name="robots" content="noindex"/);
    assert.doesNotMatch(text, /rel="canonical"/);
    assert.match(text, /<h1>/);
  });

  const redirects: [from: string, to: string][] = [
    ['/Topics/Security', '/topics/security'],
    ['/topics/security/', '/topics/security'],
    ['/topics/security///', '/topics/security'],
    ['//topics/security', '/topics/security'],
    ['//topics///security//', '/topics/security'],
    ['/topics/%73ecurity', '/topics/security'],
    ['/%54opics/SECURITY//', '/topics/security'],
    ['/topics/security/LINKS/', '/topics/security/links'],
    ['/TOPICS/', '/topics'],
    ['/ABOUT/', '/about'],
    ['/2026/', '/2026'],
    ['/2026/01//', '/2026/01'],
    ['/2026/01/13/', '/2026/01/13'],
    [`${story}/`, story],
    [story.toUpperCase(), story],
    [`/${story}`, story],
    [`${story}/Related/`, `${story}/related`],
    ['/People/World-Desk/', '/people/world-desk'],
    ['//', '/'],
    ['///', '/'],
    ['/topics/security/?utm_source=x&b=%20', '/topics/security?utm_source=x&b=%20'],
    ['//topics/security/?next=//evil.example', '/topics/security?next=//evil.example'],
  ];
  for (const [from, to] of redirects) {
    test(`${from} redirects to ${to}`, async () => {
      const answer = await ask(site.base, from);
      assertNoInternals(answer, from);
      assert.equal(answer.status, 308);
      assert.equal(answer.headers.location, to);
      assert.equal(answer.body.length, 0);
      assert.equal((await ask(site.base, to)).status, 200);
    });
  }

  const nowhere = [
    '/Topics/Nothing/',
    '/NOTHING',
    '/2026/02/30/',
    '//2026//01//13//nothing',
    '/topics/security/page/99/',
  ];
  for (const path of nowhere) {
    test(`${path} answers 404, without a redirect`, async () => {
      assert.equal((await ask(site.base, path)).status, 404);
    });
  }

  test('the canonical address is that of the page, for any query and any header that names a host', async () => {
    const queries = ['?utm_source=x', '?xpage=1', '?', '?_rsc=x', '?%zz', '?a=b&a=c'];
    for (const query of queries) {
      const { status, text } = await ask(site.base, `/topics/security${query}`, {
        headers: { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher' },
      });
      assert.equal(status, 200, query);
      assert.match(text, new RegExp(`<link rel="canonical" href="${siteUrl}/topics/security"`));
      assert.doesNotMatch(text, /evil\.example|gopher/);
    }
    // The newsroom has two titles, so that only their hosts are answered.
    const { status, text } = await ask(site.base, '/topics/security', { headers: { Host: 'evil.example' } });
    assert.equal(status, 421);
    assert.doesNotMatch(text, /evil\.example/);
  });

  test('headers of a Next client do not change a response', async () => {
    const tricks: Record<string, string>[] = [
      { RSC: '1' },
      { RSC: '1', 'Next-Router-Prefetch': '1' },
      { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
      { 'Next-Router-State-Tree': '%5B%22%22%2C%7B%7D%5D' },
      { 'Next-Url': '/' },
      { 'Next-Action': 'abcdef' },
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-middleware-prefetch': '1' },
      { 'x-nextjs-data': '1' },
      { 'x-prerender-revalidate': 'x' },
      { 'x-matched-path': '/about' },
      { 'x-invoke-path': '/about' },
      { 'x-invoke-status': '500' },
      { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch;prerender' },
      { Accept: 'text/x-component' },
      { Cookie: '__prerender_bypass=x; __next_preview_data=x' },
    ];
    const targets = [
      '/',
      story,
      '/topics',
      '/nothing',
      '/healthz',
      picture,
      '/favicon.ico',
      '/_next/static/nothing.js',
    ];
    for (const target of targets) {
      const plain = await ask(site.base, target);
      for (const headers of tricks) {
        const answer = await ask(site.base, target, { headers });
        const asked = `${target} with ${JSON.stringify(headers)}`;
        assertNoInternals(answer, asked);
        assert.equal(answer.status, plain.status, asked);
        assert.ok(answer.body.equals(plain.body), `${asked} is another page`);
      }
      // A picture has no address with a query.
      if (target === picture) continue;
      const answer = await ask(site.base, `${target}?_rsc=x`, { headers: { RSC: '1' } });
      assertNoInternals(answer, `${target}?_rsc=x`);
      assert.equal(answer.status, plain.status, `${target}?_rsc=x`);
      assert.ok(answer.body.equals(plain.body), `${target}?_rsc=x is another page`);
    }
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
    test(`${method} is not allowed`, async () => {
      for (const target of ['/', story, '/nothing', '/healthz', picture, '/favicon.ico', '/_next/static/x.js']) {
        const answer = await ask(site.base, target, { method });
        assertNoInternals(answer, `${method} ${target}`);
        assert.equal(answer.status, 405, target);
        assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
      }
    });
  }

  test('OPTIONS says which methods there are, and who may read an answer', async () => {
    for (const [target, origins] of [
      ['/', undefined],
      [story, undefined],
      ['/nothing', undefined],
      [picture, undefined],
      ['/feed.xml', '*'],
      ['/search', undefined],
      ['/search.xml', '*'],
      [`${story}.json`, '*'],
      ['/sitemap.xml', '*'],
    ] as const) {
      const answer = await ask(site.base, target, { method: 'OPTIONS', headers: { Origin: 'https://reader.example' } });
      assert.deepEqual(
        [answer.status, answer.headers.allow, answer.headers['access-control-allow-origin']],
        [204, 'GET, HEAD, OPTIONS', origins],
        target,
      );
    }
  });

  test('an absolute address is that of its path', async () => {
    for (const target of ['http://paper.example/about', 'HTTPS://PAPER.EXAMPLE/about', `${site.base}/about`])
      assert.match(await askBytes(site.base, `GET ${target} HTTP/1.1`), /^HTTP\/1\.1 200 /, target);
    assert.match(await askBytes(site.base, 'GET /about HTTP/1.1\r\nHost: a.example'), /^HTTP\/1\.1 400 /);
    assert.match(await askBytes(site.base, 'GET /about HTTP/2.0'), /^HTTP\/1\.1 505 /);
  });

  test('HEAD is GET without the body', async () => {
    for (const target of [
      '/',
      story,
      '/topics',
      '/search?q=nuclear',
      '/search.xml?q=nuclear',
      '/nothing',
      '/topics/security/',
      '/healthz',
      picture,
      '/favicon.ico',
    ]) {
      const get = await ask(site.base, target);
      const head = await ask(site.base, target, { method: 'HEAD' });
      assert.equal(head.status, get.status, target);
      assert.equal(head.body.length, 0, target);
      for (const name of [
        'etag',
        'content-type',
        'content-length',
        'cache-control',
        'location',
        'content-security-policy',
      ])
        if (get.headers[name] !== undefined)
          assert.equal(head.headers[name], get.headers[name], `${name} of ${target}`);
    }
  });

  test('a request with a known ETag gets 304', async () => {
    for (const target of ['/', story, '/topics', picture]) {
      const { headers } = await ask(site.base, target);
      const etag = headers.etag ?? '';
      assert.match(etag, /^(?:W\/)?"[\w-]+"$/);
      for (const known of [etag, `W/${etag.replace(/^W\//, '')}`, `"x", ${etag}`, `"x",${etag} , "y"`, '*']) {
        const answer = await ask(site.base, target, { headers: { 'If-None-Match': known } });
        assertNoInternals(answer, target);
        assert.equal(answer.status, 304, `${target}, ${known}`);
        assert.equal(answer.body.length, 0);
        assert.equal(answer.headers.etag, etag);
        assert.ok(answer.headers['cache-control']);
      }
      for (const other of ['"x"', etag.replace(/\w/, '~'), 'x', '""', '"']) {
        assert.equal((await ask(site.base, target, { headers: { 'If-None-Match': other } })).status, 200, other);
      }
    }
    assert.equal((await ask(site.base, '/nothing', { headers: { 'If-None-Match': '*' } })).status, 404);
  });

  test('the text is the same in every encoding', async () => {
    for (const target of ['/', story, '/nothing']) {
      const plain = await ask(site.base, target);
      assert.equal(plain.headers['content-encoding'], undefined);
      const forms: [accept: string, encoding: string | undefined][] = [
        ['br', 'br'],
        ['gzip', 'gzip'],
        ['gzip, deflate, br, zstd', 'br'],
        ['GZIP', 'gzip'],
        ['br;q=0, gzip;q=0.5', 'gzip'],
        ['br;q=0.0, gzip;q=0', undefined],
        ['identity', undefined],
        ['deflate', undefined],
        ['nonsense;;;q=', undefined],
        ['', undefined],
      ];
      const tags = new Map<string, string>();
      for (const [accept, encoding] of forms) {
        const { headers, body } = await ask(site.base, target, { headers: { 'Accept-Encoding': accept } });
        assert.equal(headers['content-encoding'], encoding, accept);
        assert.equal(headers['content-length'], String(body.length));
        assert.match(headers.vary ?? '', /accept-encoding/i);
        const text = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
        assert.ok(text.equals(plain.body), `${target} as ${accept} is another text`);
        tags.set(encoding ?? 'identity', headers.etag ?? '');
      }
      assert.equal(new Set(tags.values()).size, 3, 'each encoding has its own ETag');
    }
  });

  test('the cache of a browser asks again for each page', async () => {
    for (const target of ['/', story]) {
      const cache = (await ask(site.base, target)).headers['cache-control'] ?? '';
      assert.match(cache, /^public, max-age=0, s-maxage=[01], /);
    }
  });

  test('the health check is not cached', async () => {
    const { status, headers, text } = await ask(site.base, '/healthz');
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    assert.match(headers['cache-control'] ?? '', /no-store/);
    assert.equal(typeof JSON.parse(text), 'object');
  });

  test('no request has caused an error with a stack trace', () => {
    assert.doesNotMatch(site.printed.stderr, /\n\s+at /);
  });
});

describe('addresses of the edge newsroom', () => {
  let site: SharedSite;
  before(async () => {
    site = await sharedSite('edge');
  });
  after(() => site.stop());
  const status = async (path: string): Promise<number> => (await ask(site.base, encodeURI(path))).status;

  test('every kind of page that the demonstration lacks exists', async () => {
    const kinds = ['/agencies/afp', '/topics/arms-control/page/1', '/2026/01/10/page/1', '/agencies/afp/page/1'];
    for (const path of [...kinds, edge.arabic, edge.japanese, edge.accented, edge.bare, edge.everything])
      assert.equal(await status(path), 200, path);
  });

  test('only full pages of a list have a number', async () => {
    for (const list of ['/topics/arms-control', '/topics/security', '/2026/01/10', '/people/ada-quill', '/places/nara'])
      for (const [number, expected] of [
        [1, 200],
        [2, 404],
        [3, 404],
        [4, 404],
      ] as const)
        assert.equal(await status(`${list}/page/${number}`), expected, `${list}/page/${number}`);
  });

  test('?page= of other systems redirects to the page of that number', async () => {
    for (const list of ['/topics/arms-control', '/2026/01/10']) {
      const asked = async (query: string): Promise<string> => {
        const { status: code, headers } = await ask(site.base, `${list}${query}`);
        return code === 308 ? `308 ${headers.location}` : String(code);
      };
      assert.equal(await asked('?page=1'), `308 ${list}/page/1`);
      assert.equal(await asked('?page=2'), `308 ${list}`);
      for (const query of [
        '?page=0',
        '?page=3',
        '?page=-1',
        '?page=x',
        '?page=',
        '?page=1e1',
        '?page=99999999999',
        '?page=%zz',
      ])
        assert.equal(await asked(query), '404', query);
      for (const query of ['?mypage=1', '?a=page=1', '?xpage=']) assert.equal(await asked(query), '200', query);
    }
    assert.equal(
      (await ask(site.base, '/Topics/Arms-Control/?page=1')).headers.location,
      '/topics/arms-control/page/1',
    );
    assert.equal(await status('/?page=2'), 200);
  });

  test('an address in any script has one form', async () => {
    const path = encodeURI(edge.accented);
    assert.equal((await ask(site.base, path)).status, 200);
    const others = [
      path.replaceAll('%C3', '%c3'),
      encodeURI(edge.accented.normalize('NFD')),
      encodeURI(edge.accented.toUpperCase()),
      `${path}/`,
      path.replace('un-', '%75n-'),
    ];
    for (const other of others) {
      const { status: code, headers } = await ask(site.base, other);
      assert.equal(code, 308, other);
      assert.equal(headers.location, path);
    }
  });

  test('an alias redirects once, in any form of it', async () => {
    for (const alias of [edge.alias, `${edge.alias}/`, edge.alias.toUpperCase(), `/${edge.alias}`]) {
      const { status: code, headers } = await ask(site.base, alias);
      assert.equal(code, 308, alias);
      assert.equal(headers.location, edge.everything);
    }
  });

  test('a killed article says that it is gone, and why', async () => {
    const { status: code, text } = await ask(site.base, edge.killed);
    assert.equal(code, 410);
    assert.ok(text.includes(edge.killedReason));
    assert.doesNotMatch(text, /Killedheadline/);
    const expired = await ask(site.base, edge.expired);
    assert.equal(expired.status, 410);
    assert.doesNotMatch(expired.text, /Expiredheadline/);
    assert.equal(await status(`${edge.killed}/related`), 410);
    assert.equal((await ask(site.base, edge.aliasOfKilled)).headers.location, edge.killed);
  });

  test('a draft, and a topic that only a draft names, answer like addresses that never existed', async () => {
    const never = await ask(site.base, '/2026/01/03/never-written');
    for (const path of [
      edge.draft,
      `${edge.draft}/related`,
      '/topics/empty-topic',
      '/topics/empty-topic/links',
      '/2026/01/03',
    ]) {
      const answer = await ask(site.base, path);
      assert.equal(answer.status, 404, path);
      assert.ok(answer.body.equals(never.body), path);
      assert.equal(answer.headers.etag, never.headers.etag, path);
    }
  });
});
