import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { sharp } from '../formats/sharp.ts';
import { recordScan } from '../newsroom/compile/last-scan.ts';
import { blobName } from '../newsroom/history/blobs.ts';
import { article, folderFor, topics, type Files } from '../newsroom/testing.ts';
import { pictureUrl } from '../site/addresses/routes.ts';
import { CachedPage } from './cached-page.ts';
import { CompressedFiles } from './compressed-files.ts';
import { SiteFiles } from './files.ts';
import { Fonts } from './fonts.ts';
import { healthOf, type Health, type ServerState } from './health.ts';
import { sharedCacheControl } from './headers.ts';
import { Icons } from './icons.ts';
import { Outputs } from './outputs.ts';
import { pageMaker } from './page-maker.ts';
import { Pages } from './pages.ts';
import { Pictures } from './pictures.ts';
import type { Render } from './render.ts';
import { RefusalLog } from './refusal-log.ts';
import { RequestHandler, type SharedSources } from './request-handler.ts';
import { ShareImages } from './share-images.ts';
import { StoreFaults } from './store-faults.ts';
import { listening, TestServices } from './testing.ts';
import { Unavailable } from './unavailable.ts';

const one = '/2026/01/29/one';

/** A server over a newsroom, whose pages are rendered by hand: `rendering` is called before each. */
/** What tests read of a server, and change. */
interface Changeable {
  services: TestServices;
  rendered: string[];
  damages: number[];
  state: ServerState;
  rendering: () => Promise<void>;
}

function sharedSources({
  root,
  services,
  server,
  ...options
}: {
  root: string;
  services: TestServices;
  server: Pick<Changeable, 'state' | 'damages'>;
  preview: boolean;
  trustProxy: boolean;
}): SharedSources {
  const clock = (): number => services.now;
  const storeFaults = new StoreFaults(clock, () => server.damages.push(services.now));
  return {
    files: new SiteFiles(root),
    compressed: new CompressedFiles(),
    clock,
    health: () =>
      healthOf(services.validity, services.newsroom.data, server.state, (fault) => storeFaults.report(fault)),
    storeFaults,
    refused: new RefusalLog(clock),
    ...options,
  };
}

async function serverOver(t: TestContext, files: Files, { preview = false, trustProxy = false } = {}) {
  const services = await TestServices.over(t, files, '2026-01-30T00:00:00Z');
  const root = folderFor(t);
  for (const folder of ['.next/static']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, '.next/static/a.woff2'), '<svg/>');
  const rendered: string[] = [];
  const damages: number[] = [];
  const server: Changeable = { services, rendered, damages, state: {}, rendering: async () => undefined };
  const render: Render = async (view, status) => {
    rendered.push(view.path);
    await server.rendering();
    return `<html>${status} ${view.page} ${view.page === 'article' ? view.story.headline : ''}</html>`;
  };
  const pages = new Pages(services, pageMaker(services.validity, render));
  const { content, data } = services.newsroom;
  const pictures = new Pictures(services.validity, { root: join(import.meta.dirname, '..'), content, data });
  t.after(() => pictures.close());
  const handler = new RequestHandler({
    services,
    pages,
    outputs: new Outputs(services),
    fonts: new Fonts(services.validity, services.newsroom.content),
    icons: new Icons(services, { root, content: services.newsroom.content }),
    images: new ShareImages(services, { root, content: services.newsroom.content }),
    pictures,
    webSub: undefined,
    ...sharedSources({ root, services, server, preview, trustProxy }),
  });
  const ask = await listening(t, (request, response) => void handler.handle(request, response));
  return { ...server, server, pages, ask };
}

test('a page is rendered once, and sent in the encoding that the reader accepts', async (t) => {
  const { ask, rendered } = await serverOver(t, article(one));
  const { status, headers, body } = await ask(one);
  assert.deepEqual([status, body.toString()], [200, '<html>200 article About one</html>']);
  assert.equal(headers['content-encoding'], undefined);
  for (const encoding of ['br', 'gzip'])
    assert.equal((await ask(one, { headers: { 'Accept-Encoding': encoding } })).headers['content-encoding'], encoding);
  assert.equal((await ask(one, { headers: { 'If-None-Match': headers.etag ?? '' } })).status, 304);
  assert.deepEqual(rendered, [one]);
});

test('when a gate passes while a page is rendered, the reader gets what holds after it', async (t) => {
  const { server, services, ask } = await serverOver(t, article(one, { expires: '2026-01-30T00:00:01Z' }));
  server.rendering = async () => {
    services.now = Date.parse('2026-01-30T00:00:01Z');
  };
  const { status, body } = await ask(one);
  assert.equal(status, 410);
  assert.doesNotMatch(body.toString(), /About one/);
});

test('when a gate passes while a page is compressed, the reader gets what holds after it', async (t) => {
  const { services, pages, ask } = await serverOver(t, article(one, { expires: '2026-01-30T00:00:01Z' }));
  const page = await pages.current(one);
  assert.ok(page instanceof CachedPage);
  page.encoded = async (encoding) => {
    services.now = Date.parse('2026-01-30T00:00:01Z');
    return CachedPage.prototype.encoded.call(page, encoding);
  };
  assert.equal((await ask(one, { headers: { 'Accept-Encoding': 'gzip' } })).status, 410);
});

test('when a gate passes while “not found” is made, no cache keeps that', async (t) => {
  const { server, services, ask } = await serverOver(t, {
    ...article('/2026/01/29/other'),
    ...article(one, { embargo: '2026-01-30T00:00:01Z' }),
  });
  server.rendering = async () => {
    services.now = Date.parse('2026-01-30T00:00:01Z');
  };
  const { status, headers } = await ask(one);
  assert.deepEqual([status, headers['cache-control']], [404, 'public, max-age=0, s-maxage=0, must-revalidate']);
  assert.equal((await ask(one)).status, 200);
});

test('a page that changes while it is rendered, again and again, is given up with 503', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  const { services, ask, rendered } = await serverOver(t, article(one));
  t.mock.method(services.validity, 'samenessOf', () => 'changed');
  const { status, headers } = await ask(one);
  assert.equal(status, 503);
  assert.ok(headers['retry-after']);
  assert.deepEqual(rendered, [one]);
});

test('a rendering that takes too long is 503, one that fails is 500, and neither blocks its address', async (t) => {
  const said = t.mock.method(console, 'error', () => undefined);
  const { server, ask } = await serverOver(t, article(one));
  for (const [fault, status] of [
    [new Unavailable('too slow'), 503],
    [new Error('A secret of the machine'), 500],
  ] as const) {
    server.rendering = () => Promise.reject(fault);
    const answer = await ask(one);
    assert.equal(answer.status, status);
    assert.doesNotMatch(answer.body.toString(), /secret|slow|\bat \//);
  }
  assert.equal(said.mock.callCount(), 2);
  server.rendering = async () => undefined;
  assert.equal((await ask(one)).status, 200);
});

test('another form of an address leads to the canonical one, and an old address to the new one', async (t) => {
  const { ask } = await serverOver(t, article(one, { aliases: ['/old'] }));
  for (const [from, to] of [
    [`${one}/`, one],
    [`/${one.toUpperCase()}?a=b`, `${one}?a=b`],
    ['/old', one],
    ['/Feed.XML', '/feed.xml'],
  ] as const) {
    const { status, headers } = await ask(from);
    assert.deepEqual([status, headers.location], [308, to], from);
  }
});

test('`?page=` leads to the full page of that number, and that of the newest to the list', async (t) => {
  const stories = Array.from({ length: 65 }, (_, index) => article(`/2026/01/29/story-${index}`, { topics: ['a'] }));
  const { ask } = await serverOver(t, Object.assign({ ...topics({ a: 'A' }) }, ...stories));
  const asked = async (query: string, list = '/topics/a'): Promise<string> => {
    const { status, headers } = await ask(list + query);
    return `${status} ${headers.location ?? ''}`;
  };
  assert.equal(await asked('?page=1', '/latest'), '308 /latest/page/1');
  assert.equal(await asked('?page=3', '/latest'), '404 ');
  assert.equal(await asked('?page=1'), '308 /topics/a/page/1');
  assert.equal(await asked('?page=2'), '308 /topics/a');
  assert.equal(await asked('?x=1&page=2'), '308 /topics/a');
  for (const query of ['?page=3', '?page=0', '?page=x', '?page=']) assert.equal(await asked(query), '404 ', query);
});

test('where there is nothing, there is one page; only GET and HEAD are answered', async (t) => {
  const { ask, rendered } = await serverOver(t, article(one, { status: 'draft' }));
  for (const path of [one, '/nothing', '/%', '/nothing.xml', `${one}/share.jpg`, '/images/nothing.svg', '/images/%'])
    assert.equal((await ask(path)).status, 404, path);
  assert.deepEqual(rendered, ['/not-found']);
  const { status, headers } = await ask('/', { method: 'POST' });
  assert.deepEqual([status, headers.allow], [405, 'GET, HEAD, OPTIONS']);
});

test('a picture is sent by ranges, while something public shows it, to the instant', async (t) => {
  const { services, ask } = await serverOver(t, {
    'images/a b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ...article(one, { image: { src: 'a b.svg', alt: 'A' }, expires: '2026-01-31T00:00:00Z' }),
  });
  const path = '/images/a%20b.svg';
  const { status, headers, body } = await ask(path);
  assert.equal(status, 200);
  assert.deepEqual(
    [headers['content-type'], headers['accept-ranges'], headers['cache-control']],
    ['image/svg+xml; charset=utf-8', 'bytes', sharedCacheControl(Infinity, 60)],
  );
  assert.match(String(headers['content-security-policy']), /sandbox/);
  const part = await ask(path, { headers: { Range: 'bytes=0-3', 'If-Range': headers.etag ?? '' } });
  assert.deepEqual([part.status, part.body.toString()], [206, body.toString().slice(0, 4)]);
  services.now = Date.parse('2026-01-30T23:59:59.500Z');
  assert.match((await ask(path)).headers['cache-control'] ?? '', /max-age=0, s-maxage=0/);
  services.now = Date.parse('2026-01-31T00:00:00Z');
  assert.equal((await ask(path)).status, 404);
  assert.equal((await ask(path, { headers: { Range: 'bytes=0-3' } })).status, 404);
});

const photograph = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#246' } })
  .withExif({ IFD0: { Artist: 'A. Blott' }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
  .jpeg()
  .toBuffer();

test('renditions are sent as their picture is, and those that do not exist are not', async (t) => {
  const { services, ask } = await serverOver(t, {
    'images/a b.jpg': photograph,
    ...article(one, {
      image: { src: 'a b.jpg', alt: 'A', credit: 'B', focus: '10% 20%' },
      expires: '2026-01-31T00:00:00Z',
    }),
  });
  const picture = '/images/a%20b.jpg';
  const version = blobName(photograph).slice(0, 10);
  const path = `${picture}.${version}-10-20-16x9-800.webp`;
  const { status, headers, body } = await ask(path);
  assert.deepEqual(
    [status, headers['content-type'], headers['accept-ranges'], headers['cache-control']],
    [200, 'image/webp', 'bytes', sharedCacheControl(Infinity, 60)],
  );
  const { width, height, format } = await sharp(body).metadata();
  assert.deepEqual([width, height, format], [800, 450, 'webp']);
  const etag = headers.etag ?? '';
  assert.match(etag, /^"[\w-]+"$/);
  assert.equal((await ask(path, { headers: { 'If-None-Match': etag } })).status, 304);
  assert.equal((await ask(path, { headers: { 'If-Match': '"x"' } })).status, 412);
  const part = await ask(path, { headers: { Range: 'bytes=4-9', 'If-Range': etag } });
  assert.deepEqual([part.status, part.body], [206, body.subarray(4, 10)]);
  const last = await ask(path, { method: 'HEAD' });
  assert.deepEqual([last.status, last.headers['content-length']], [200, String(body.length)]);
  for (const each of ['avif', 'webp', 'jpg'])
    assert.equal((await ask(`${picture}.${version}-320.${each}`)).status, 200, each);
  const forms = [`${path}?a=b`, `${picture}/${version}-800.webp`, `/images/%61%20b.jpg.${version}-800.webp`];
  assert.deepEqual(await Promise.all(forms.map(async (form) => (await ask(form)).headers.location)), [
    path,
    `${picture}.${version}-800.webp`,
    `${picture}.${version}-800.webp`,
  ]);
  for (const name of [
    '',
    `${version}-801.webp`,
    `${version}-1200.webp`,
    `${version}-800.png`,
    `${version}-800.gif`,
    `${version}-3x2-800.webp`,
    `${version}-11-20-16x9-800.webp`,
    `${version}-10-20-800.webp`,
    `${version}-0800.webp`,
    `0000000000-800.webp`,
    `${version}-800.webp.${version}-800.webp`,
    '..',
    '%00',
  ])
    assert.equal((await ask(`${picture}.${name}`)).status, 404, name);
  services.now = Date.parse('2026-01-30T23:59:59.500Z');
  assert.match((await ask(path)).headers['cache-control'] ?? '', /max-age=0, s-maxage=0/);
  services.now = Date.parse('2026-01-31T00:00:00Z');
  for (const gone of [path, picture, `${picture}.${version}-320.jpg`])
    assert.equal((await ask(gone, { headers: { 'If-None-Match': etag } })).status, 404, gone);
});

test('the focus that a hidden story sets is not public, and a changed picture has other addresses', async (t) => {
  const { services, ask } = await serverOver(t, {
    'images/a.jpg': photograph,
    ...article(one, { image: { src: 'a.jpg', alt: 'A' } }),
    ...article('/2026/01/29/two', { image: { src: 'a.jpg', alt: 'A', focus: '77% 7%' }, status: 'draft' }),
  });
  const version = blobName(photograph).slice(0, 10);
  const focused = `/images/a.jpg.${version}-77-7-1x1-160.jpg`;
  assert.equal((await ask(`/images/a.jpg.${version}-1x1-160.jpg`)).status, 200);
  assert.equal((await ask(focused)).status, 404);
  await services.change(article('/2026/01/29/two', { image: { src: 'a.jpg', alt: 'A', focus: '77% 7%' } }));
  assert.equal((await ask(focused)).status, 200);
  const other = await sharp(photograph).negate().jpeg().toBuffer();
  const before = await ask('/images/a.jpg');
  await services.change({ 'images/a.jpg': other });
  assert.equal((await ask(focused)).status, 404);
  assert.equal((await ask(focused.replace(version, blobName(other).slice(0, 10)))).status, 200);
  const after = await ask('/images/a.jpg', { headers: { 'If-None-Match': before.headers.etag ?? '' } });
  assert.equal(after.status, 200);
});

test('no address sends the file as it came: a position stays here', async (t) => {
  const { ask } = await serverOver(t, {
    'images/a.jpg': photograph,
    ...article(one, { image: { src: 'a.jpg', alt: 'A', credit: 'A' } }),
  });
  assert.ok(photograph.includes('A. Blott') && (await sharp(photograph).metadata()).exif);
  for (const name of ['', `.${blobName(photograph).slice(0, 10)}-800.avif`]) {
    const { status, body } = await ask(`/images/a.jpg${name}`);
    const { width, exif, iptc, xmpAsString } = await sharp(body).metadata();
    assert.deepEqual([status, width, exif, iptc], [200, name === '' ? 900 : 800, undefined, undefined]);
    assert.match(xmpAsString ?? '', /<dc:creator><rdf:Seq><rdf:li>A. Blott</, 'its maker is named');
    assert.ok(!body.includes('GPS'));
  }
});

const square = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

test('a picture has one address, and every other form of it leads there or to nothing', async (t) => {
  const { ask } = await serverOver(t, {
    'images/Moon/A b+ü.svg': square,
    ...article(one, { image: { src: 'Moon/A b+ü.svg', alt: 'A' } }),
  });
  const path = '/images/Moon/A%20b%2B%C3%BC.svg';
  assert.equal((await ask(path)).status, 200);
  for (const other of [
    '/images/Moon/A%20b+%C3%BC.svg',
    '/images/Moon/A%20b%2b%c3%bc.svg',
    '/images/Moon/A%20b%2Bu%CC%88.svg',
    '/images/Moon%2FA%20b%2B%C3%BC.svg',
    '/images/%4Doon/A%20b%2B%C3%BC.svg',
    `${path}?w=640`,
    `${path}?`,
  ]) {
    const { status, headers } = await ask(other);
    assert.deepEqual([status, headers.location], [308, path], other);
  }
  for (const other of [
    '/images//Moon/A%20b%2B%C3%BC.svg',
    '//images/Moon/A%20b%2B%C3%BC.svg',
    '/images/Moon//A%20b%2B%C3%BC.svg',
    '/images/./Moon/A%20b%2B%C3%BC.svg',
    '/images/x/../Moon/A%20b%2B%C3%BC.svg',
    '/images/%2e/Moon/A%20b%2B%C3%BC.svg',
    '/images/moon/a%20b%2B%C3%BC.svg',
    '/Images/Moon/A%20b%2B%C3%BC.svg',
    `${path}/`,
    `${path};v=1`,
    `${path}%00`,
    `${path}%20`,
    path.replace('%C3%BC', '%C0%BC'),
    path.replace('%C3%BC', '%FC'),
    path.replace('%20', '%2520'),
    `/images/${'a'.repeat(3000)}.svg`,
    `/images/${'a/'.repeat(1500)}a.svg`,
  ])
    assert.equal((await ask(other)).status, 404, other);
});

test('a picture is sent whatever its name is and however the file system writes it', async (t) => {
  const names = [
    'cafe\u0301.svg',
    'Fe\u0301vrier/e\u0301te\u0301.svg',
    '\u1100\u1161\u11a8.svg',
    'a b.SVG',
    'a#b.svg',
    'a?b.svg',
    '100%.svg',
    '%41.svg',
    '"a\'b".svg',
    'a+b&c=d;e,f@g:h.svg',
    '👩‍👩‍👧.svg',
    'שלום.svg',
    'a..svg',
    '(1).svg',
    `${'x'.repeat(240)}.svg`,
    '~a!$*|^`{}[]<>.svg',
    'back\\slash.svg',
  ];
  const { ask } = await serverOver(t, {
    ...Object.fromEntries(names.map((name, index) => [`images/${name}`, square.replace('"9"', `"${index + 1}"`)])),
    ...Object.assign(
      {},
      // In an article, an escape stands for its character.
      ...names
        .map((name) => name.replace(/%(?=\d)/g, '%25'))
        .map((src, index) => article(`/2026/01/29/story-${index}`, { image: { src, alt: 'A' } })),
    ),
  });
  for (const [index, name] of names.entries()) {
    const path = pictureUrl(name.normalize('NFC'));
    const { status, body } = await ask(path);
    assert.deepEqual([status, body.toString()], [200, square.replace('"9"', `"${index + 1}"`)], path);
  }
});

test('E6: scripts of every site may read what programs read, with its tag, and no page', async (t) => {
  const files = { 'images/a.svg': square, ...article(one, { aliases: ['/old'], image: { src: 'a.svg', alt: 'A' } }) };
  const { services, ask } = await serverOver(t, files);
  const cross = { Origin: 'https://reader.example' };
  const gone = '/2026/01/29/gone';
  await services.change(article(gone, { status: 'killed', reason: 'Wrong.' }));
  const documents = ['/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml', '/robots.txt', '/llms.txt'];
  for (const path of [
    ...documents,
    `${one}.json`,
    `${one}.md`,
    `${one}.txt`,
    `${gone}.json`,
    '/Feed.XML',
    '/no.json',
  ]) {
    const { headers } = await ask(path, { headers: cross });
    assert.equal(headers['access-control-allow-origin'], '*', path);
    assert.match(headers['access-control-expose-headers'] ?? '', /ETag/, path);
    const again = await ask(path, { headers: { ...cross, 'If-None-Match': headers.etag ?? '"x"' } });
    assert.equal(again.headers['access-control-allow-origin'], '*', path);
    const question = await ask(path, {
      method: 'OPTIONS',
      headers: { ...cross, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'if-none-match' },
    });
    assert.deepEqual(
      [question.status, question.headers.allow, question.headers['access-control-allow-origin']],
      [204, 'GET, HEAD, OPTIONS', '*'],
      path,
    );
    assert.match(question.headers['access-control-allow-methods'] ?? '', /\bGET\b/);
    assert.match(question.headers['access-control-allow-headers'] ?? '', /If-None-Match/i);
    assert.ok(Number(question.headers['access-control-max-age']) > 0);
  }
  for (const path of [
    '/',
    one,
    gone,
    '/old',
    '/nothing',
    '/images/a.svg',
    '/_next/static/a.woff2',
    '/healthz',
    '*',
    '/%',
  ]) {
    if (path !== '*')
      assert.equal((await ask(path, { headers: cross })).headers['access-control-allow-origin'], undefined, path);
    const question = await ask(path, { method: 'OPTIONS', headers: cross });
    assert.deepEqual(
      [question.status, question.headers.allow, question.headers['access-control-allow-origin'], question.body.length],
      [204, 'GET, HEAD, OPTIONS', undefined, 0],
      path,
    );
  }
});

test('methods that are not for reading are refused at every address', async (t) => {
  const { ask } = await serverOver(t, article(one));
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY', 'PURGE'])
    for (const path of ['/', '/feed.xml', '/_next/static/a.woff2', '/nothing', '/healthz']) {
      const { status, headers } = await ask(path, { method });
      assert.deepEqual(
        [status, headers.allow, headers['access-control-allow-origin']],
        [405, 'GET, HEAD, OPTIONS', path === '/feed.xml' ? '*' : undefined],
        `${method} ${path}`,
      );
    }
});

test('HEAD has the headers of GET', async (t) => {
  const { ask } = await serverOver(t, {
    'images/a.svg': square,
    ...article(one, { aliases: ['/old'], image: { src: 'a.svg', alt: 'A' } }),
  });
  for (const path of [
    '/',
    one,
    '/old',
    '/feed.xml',
    '/nothing',
    '/images/a.svg',
    '/_next/static/a.woff2',
    '/healthz',
    '/%',
  ]) {
    const [get, head] = [await ask(path), await ask(path, { method: 'HEAD' })];
    assert.deepEqual([head.status, head.body.length], [get.status, 0], path);
    assert.deepEqual({ ...head.headers, date: '' }, { ...get.headers, date: '' }, path);
  }
});

test('a reader who accepts no encoding of a page gets 406, and of an error page gets the page', async (t) => {
  const { ask } = await serverOver(t, article(one));
  const headers = { 'Accept-Encoding': 'identity;q=0' };
  for (const path of [one, '/feed.xml']) assert.equal((await ask(path, { headers })).status, 406, path);
  assert.equal((await ask('/nothing', { headers })).status, 404);
});

test('HTTPS is asked for where TLS ends in front of a site with such an address', async (t) => {
  for (const [url, trustProxy, proto, sent] of [
    ['https://paper.example', true, 'https', true],
    ['https://paper.example', true, undefined, true],
    ['https://paper.example', true, 'http', false],
    ['https://paper.example', true, 'HTTPS', true],
    ['https://paper.example', true, ' https , HTTPS', true],
    ['https://paper.example', true, 'HTTP', false],
    ['https://paper.example', true, 'https, http', false],
    ['https://paper.example', true, 'http, https', false],
    ['https://paper.example', true, ['https', 'http'], false],
    ['https://paper.example', true, ['https', 'https'], true],
    ['https://paper.example', true, 'ws', false],
    ['https://paper.example', true, '', false],
    ['https://paper.example', false, 'https', false],
    ['http://paper.example', true, 'https', false],
  ] as const) {
    const { ask } = await serverOver(
      t,
      { ...article(one, { aliases: ['/old'] }), 'site.yaml': `name: P\nurl: ${url}\nlanguage: en\ntimezone: UTC\n` },
      { trustProxy },
    );
    for (const [method, path] of [
      ...['/', '/old', '/feed.xml', '/nothing', '/_next/static/a.woff2', '/healthz'].map(
        (each) => ['GET', each] as const,
      ),
      ['POST', '/'],
      ['OPTIONS', '/feed.xml'],
    ] as const) {
      const sentHeaders =
        proto === undefined ? {} : { 'X-Forwarded-Proto': typeof proto === 'string' ? proto : [...proto] };
      const { headers } = await ask(path, { method, headers: sentHeaders });
      assert.equal(/max-age=\d{8}/.test(headers['strict-transport-security'] ?? ''), sent, `${url} ${proto} ${path}`);
    }
  }
});

test('files of the site are sent, whatever is in the newsroom', async (t) => {
  const { ask } = await serverOver(t, article(one));
  assert.equal((await ask('/_next/static/a.woff2')).body.toString(), '<svg/>');
});

test('health says how many articles are public, and when the folder was last scanned', async (t) => {
  const { services, ask } = await serverOver(t, {
    ...article(one),
    ...article('/2026/01/29/draft', { status: 'draft' }),
  });
  const health = async (): Promise<Health> => JSON.parse((await ask('/healthz')).body.toString());
  // What depends on hidden articles, such as the size of the store, is not for everybody.
  assert.deepEqual(await health(), { status: 'ok', live: true, ready: true, articles: 1 });
  recordScan(services.newsroom.data, { at: Date.parse('2026-01-29T12:00:00Z'), next: 30_000 });
  assert.equal((await health()).lastScan, '2026-01-29T12:00:00.000Z');
});

test('health is 503 with the reason while readers should go elsewhere; they get their pages all the same', async (t) => {
  const { server, ask } = await serverOver(t, article(one));
  for (const [state, status, reason] of [
    [{ hindrance: 'The disk is full.' }, 'not followed', 'The disk is full.'],
    [{ isComparing: true }, 'comparing', 'The store is being compared with the content folder.'],
    [{ isStopping: true, hindrance: 'The disk is full.' }, 'stopping', 'The disk is full.'],
  ] as const) {
    server.state = state;
    const answer = await ask('/healthz');
    assert.equal(answer.status, 503);
    const health: Health = JSON.parse(answer.body.toString());
    assert.deepEqual([health.status, health.ready, health.reason, health.articles], [status, false, reason, 1]);
    assert.equal((await ask('/healthz?live')).status, 200);
    assert.equal((await ask(one)).status, 200);
  }
  server.state = {};
  assert.equal((await ask('/healthz')).status, 200);
});

test('health says what is wrong while the data folder cannot be reached', async (t) => {
  const { server, services, ask } = await serverOver(t, article(one));
  const { data } = services.newsroom;
  renameSync(data, `${data}-away`);
  symlinkSync(data, data);
  server.state = { hindrance: 'The store cannot be written.' };
  const { status, body } = await ask('/healthz');
  assert.deepEqual([status, JSON.parse(body.toString()).reason], [503, 'The store cannot be written.']);
  assert.equal((await ask(one)).status, 200);
  rmSync(data);
  renameSync(`${data}-away`, data);
});

test('a damaged store is reported once, and readers are asked to try again', async (t) => {
  const printed: unknown[] = [];
  t.mock.method(console, 'error', (message: unknown) => printed.push(message));
  const { services, damages, ask } = await serverOver(t, article(one));
  t.mock.method(services.validity, 'read', () => {
    throw Object.assign(new Error('database disk image is malformed'), { errcode: 11 });
  });
  for (const path of [one, '/', '/feed.xml']) assert.equal((await ask(path)).status, 503, path);
  assert.deepEqual([damages.length, printed.length], [1, 1]);
  services.now += 60_000;
  assert.equal((await ask(one)).status, 503);
  assert.equal(damages.length, 2);
});

test('health is 503 while the store cannot be read', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  const { services, ask } = await serverOver(t, article(one));
  t.mock.method(services.validity, 'read', () => {
    throw new Error('disk I/O error');
  });
  const { status, body } = await ask('/healthz');
  const health: Health = JSON.parse(body.toString());
  assert.deepEqual([status, health.status, health.reason], [503, 'no store', 'The store cannot be read.']);
});

test('an old address with a query leads on, unless a page of the site is at its path', async (t) => {
  const two = '/2026/01/29/two';
  const { ask, services } = await serverOver(t, {
    ...article(one, {
      topics: ['asia'],
      aliases: [
        '/?p=123',
        '/index.php?option=com_content&id=7',
        '/node/7',
        '/Story.asp?id=5&x=1',
        '/article.html',
        '/old.xml?id=3',
        '/caf%C3%A9?%C3%A4=1',
        `${two}?a=1`,
        `${one}?amp=1`,
        '/topics?old=1',
        '/old?utm_source=x',
      ],
    }),
    ...article(two),
    ...article('/2026/01/29/draft', { status: 'draft', aliases: ['/?p=124', '/gone.php?id=1'] }),
    ...article('/2026/01/29/killed', { status: 'killed', aliases: ['/?p=125'] }),
    ...topics({ asia: { title: 'Asia', aliases: ['/?cat=4'] } }),
  });
  const cases: [asked: string, status: number, to?: string][] = [
    ['/?p=123', 308, one],
    ['/?p=123&utm_source=mail&utm_medium=x', 308, one],
    ['/?fbclid=x&p=123', 308, one],
    ['/?p=12', 200],
    ['/?p=1234', 200],
    ['/?p=123&page=2', 200],
    ['/?P=123', 200],
    ['/', 200],
    ['/?', 200],
    ['/?utm_source=mail', 200],
    ['/?p=124', 200],
    ['/?p=125', 308, '/2026/01/29/killed'],
    ['/?cat=4', 308, '/topics/asia'],
    ['/index.php?option=com_content&id=7', 308, one],
    ['/Index.PHP?option=com_content&id=7', 308, one],
    ['/index.php?id=7&option=com_content', 404],
    ['/index.php', 404],
    ['/gone.php?id=1', 404],
    ['/node/7', 308, one],
    ['/node/7?destination=x', 308, one],
    ['/story.asp?id=5&x=1', 308, one],
    ['/story.asp?id=5&x=1#a', 308, one],
    ['/story.asp?id=5', 404],
    ['/article.html', 308, one],
    ['/old.xml?id=3', 308, one],
    ['/old.xml', 404],
    ['/caf%C3%A9?%C3%A4=1', 308, one],
    ['/caf%c3%a9?%c3%a4=1', 308, one],
    ['/old?utm_source=x', 308, one],
    [`${two}?a=1`, 200],
    [`${one}?amp=1`, 200],
    ['/topics?old=1', 200],
    ['/?%', 200],
    ['/?p=%00', 200],
  ];
  for (const [asked, status, to] of cases) {
    const answered = await ask(asked.replace(/#.*/, ''));
    assert.deepEqual([answered.status, answered.headers.location], [status, to], asked);
  }
  await services.change(article('/2026/01/29/draft', { aliases: ['/?p=124'] }));
  assert.equal((await ask('/?p=124')).headers.location, '/2026/01/29/draft');
});

test('a page or file that is not the one that is asked for is 412, before 304, a range and any other answer', async (t) => {
  const { ask } = await serverOver(t, article(one));
  for (const path of [one, '/feed.xml', '/_next/static/a.woff2']) {
    const etag = (await ask(path)).headers.etag ?? '';
    for (const [headers, status] of [
      [{ 'If-Match': etag }, 200],
      [{ 'If-Match': '*' }, 200],
      [{ 'If-Match': etag, 'If-None-Match': etag }, 304],
      [{ 'If-Match': '"other"', 'If-None-Match': etag }, 412],
      [{ 'If-Match': `W/${etag}`, Range: 'bytes=0-1' }, 412],
    ] as const) {
      for (const method of ['GET', 'HEAD']) {
        const answer = await ask(path, { method, headers });
        assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(headers)}`);
        if (status === 412) assert.equal(answer.headers['cache-control'], 'no-store');
      }
    }
  }
  const past = { 'If-Unmodified-Since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
  assert.deepEqual(
    [(await ask(one, { headers: past })).status, (await ask('/_next/static/a.woff2', { headers: past })).status],
    [412, 200],
  );
  for (const path of ['/nothing', '/healthz'])
    assert.equal((await ask(path, { headers: { 'If-Match': '"x"' } })).status, path === '/nothing' ? 404 : 200);
  assert.equal((await ask(`${one}/`, { headers: { 'If-Match': '"x"' } })).status, 308);
});

test('where an address leads is encoded once, whatever leads there, in a preview too', async (t) => {
  const address = '/2026/01/29/奈良-café';
  const files = {
    ...article(address, { topics: ['日本'], aliases: ['/?jp=1', '/jp', '/node/日本?x=é'] }),
    ...topics({ 日本: { title: 'Japan', aliases: ['/?cat=é', '/topics/café'] } }),
  };
  const story = encodeURI(address);
  const topic = encodeURI('/topics/日本');
  for (const preview of [false, true]) {
    const { ask } = await serverOver(t, files, { preview });
    for (const [asked, to] of [
      ['/?jp=1', story],
      ['/jp', story],
      ['/JP/?a=%E9&b=%C3%A9', `${story}?a=%E9&b=%C3%A9`],
      ['/node/%E6%97%A5%E6%9C%AC?x=%C3%A9', story],
      [`${story}/`, story],
      [`${story}/?a=%2541|"&b=[c]%zz`, `${story}?a=%2541%7C%22&b=[c]%25zz`],
      [`${story}/RELATED`, `${story}/related`],
      [`${story}.TXT`, `${story}.txt`],
      ['/jp.txt', `${story}.txt`],
      [`${story}/Share.jpg`, `${story}/share.jpg`],
      ['/?cat=%c3%a9', topic],
      ['/topics/caf%C3%A9', topic],
      ['/topics/caf%C3%A9/links', `${topic}/links`],
      ['/topics/caf%C3%A9/feed.xml', `${topic}/feed.xml`],
      [`${topic.toLowerCase()}/`, topic],
    ] as const) {
      const { status, headers } = await ask(asked);
      assert.deepEqual([status, headers.location], [308, to], asked);
    }
  }
});
