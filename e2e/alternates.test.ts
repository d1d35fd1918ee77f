import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { edge } from './edge-newsroom.ts';
import { ask } from './http.ts';
import { attribute, Markup } from './markup.ts';
import { assertNoInternals } from './no-internals.ts';
import { sharedSite, type SharedSite } from './shared-sites.ts';
import { siteUrl } from './site.ts';

const types = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
};

describe('alternates of articles', () => {
  let site: SharedSite;
  before(async () => {
    site = await sharedSite('edge');
  });
  after(() => site.stop());

  for (const [ending, type] of Object.entries(types)) {
    test(`${ending}: 200, its type, a Link to its page (C1), an ETag and a 304 (E6), HEAD`, async () => {
      for (const address of [edge.everything, edge.bare, encodeURI(edge.arabic)]) {
        const path = address + ending;
        const answer = await ask(site.base, path, { headers: { 'Accept-Encoding': 'br' } });
        assert.equal(answer.status, 200);
        assert.equal(answer.headers['content-type'], type);
        assert.equal(answer.headers.link, `<${siteUrl}${address}>; rel="canonical"`);
        assert.match(answer.headers['cache-control'] ?? '', /max-age=0/);
        assert.match(brotliDecompressSync(answer.body).toString(), new RegExp(siteUrl + address));
        assertNoInternals(answer, path);
        const { etag = '' } = answer.headers;
        const again = await ask(site.base, path, { headers: { 'Accept-Encoding': 'br', 'If-None-Match': etag } });
        assert.deepEqual([again.status, again.body.length], [304, 0]);
        const head = await ask(site.base, path, { method: 'HEAD' });
        assert.deepEqual([head.status, head.body.length, head.headers.link], [200, 0, answer.headers.link]);
      }
    });

    test(`${ending}: 404 for what is hidden, 410 for what is gone, 308 in one hop for other forms (H1, H2)`, async () => {
      for (const hidden of [edge.draft, '/2026/01/11/nothing', '/topics/security', '/old/nothing'])
        assert.equal((await ask(site.base, hidden + ending)).status, 404, hidden);
      for (const [gone, says] of [
        [edge.killed, edge.killedReason],
        [edge.expired, 'withdrawn'],
      ] as const) {
        const answer = await ask(site.base, gone + ending);
        assert.deepEqual([answer.status, answer.headers['content-type']], [410, 'text/plain; charset=utf-8']);
        assert.match(answer.text, new RegExp(says));
        assert.doesNotMatch(answer.text, /Killedheadline|Expiredheadline/);
      }
      for (const other of [
        edge.alias + ending,
        edge.everything.toUpperCase() + ending,
        edge.everything + ending.toUpperCase(),
        `/${edge.everything}${ending}`,
        `${edge.everything}${ending}/`,
      ]) {
        const answer = await ask(site.base, other);
        assert.deepEqual([answer.status, answer.headers.location], [308, edge.everything + ending], other);
      }
      const killedAlias = await ask(site.base, edge.aliasOfKilled + ending);
      assert.deepEqual([killedAlias.status, killedAlias.headers.location], [308, edge.killed + ending]);
    });
  }

  test('the head of the page names all three, with their types, absolute', async () => {
    const page = new Markup((await ask(site.base, edge.everything)).text);
    const named = page.all('link').flatMap((link) => {
      const [type, href] = [attribute(link, 'type'), attribute(link, 'href')];
      return attribute(link, 'rel') === 'alternate' && href?.includes(edge.everything) ? [[type, href]] : [];
    });
    assert.deepEqual(
      named,
      Object.entries(types).map(([ending, type]) => [type.replace(/;.*/, ''), siteUrl + edge.everything + ending]),
    );
    const other = new Markup((await ask(site.base, '/topics/security')).text);
    assert.ok(other.all('link').every((link) => attribute(link, 'type') !== 'text/markdown'));
  });
});
