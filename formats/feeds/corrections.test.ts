import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../../site/answer.ts';
import { headOf } from '../../site/head.ts';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { bodyAt, textsOf, xmlFaults } from '../testing.ts';

const text = 'An earlier version had <5 & "more".';

test('corrections have feeds; a future correction is in none, and without corrections there is no feed', async (t) => {
  const corrections = [
    { at: '2026-01-12T09:00:00+09:00', text },
    { at: '2026-01-12T09:00:00+09:00', text: 'The other way round.' },
    { at: '2026-02-12T09:00:00Z', text: 'Canary' },
  ];
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/one', { headline: 'One & two', corrections }),
    ...article('/2026/01/11/draft', { status: 'draft', corrections: [{ at: '2026-01-12T10:00:00Z', text: 'Canary' }] }),
  });
  await newsroom.compile();
  newsroom.at('2026-01-11T00:00:00Z', (edition) => {
    for (const name of ['feed.xml', 'atom.xml', 'feed.json'])
      assert.equal(bodyAt(edition, `/corrections/${name}`), undefined);
  });
  newsroom.at('2026-01-20T00:00:00Z', (edition) => {
    const [rss = '', atom = '', json = ''] = ['feed.xml', 'atom.xml', 'feed.json'].map((name) =>
      bodyAt(edition, `/corrections/${name}`),
    );
    assert.doesNotMatch(rss + atom + json, /Canary/);
    assert.ok(!xmlFaults(t, rss) && !xmlFaults(t, atom));
    const { items } = JSON.parse(json);
    assert.equal(items.length, 2);
    assert.equal(items[1].title, 'Correction: One & two');
    assert.equal(items[1].url, 'https://test.example/2026/01/10/one#corrections');
    assert.equal(items[1].summary, text);
    assert.equal(items[1].date_published, '2026-01-12T09:00:00+09:00');
    assert.match(items[1].content_html, /^<p>An earlier version had &lt;5 &amp; &quot;more&quot;\.<\/p>/);
    assert.deepEqual(textsOf(atom, 'id').slice(1), textsOf(rss, 'guid'));
    // The page names the feeds in its head.
    const found = answer(edition, '/corrections');
    assert.ok(found.status === 200);
    assert.match(JSON.stringify(headOf(found.view).alternates?.types), /\/corrections\/atom\.xml/);
  });
});

test('E4: the id of a correction does not change when its story moves or gets other corrections', async (t) => {
  const first = { at: '2026-01-12T09:00:00Z', text };
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/one', { corrections: [first] }) });
  const ids = async (): Promise<string[]> => {
    await newsroom.compile();
    return newsroom.at('2026-01-20T00:00:00Z', (edition) =>
      textsOf(bodyAt(edition, '/corrections/feed.xml') ?? '', 'guid'),
    );
  };
  const [id] = await ids();
  assert.match(id ?? '', /^urn:uuid:[\da-f-]{36}$/);
  newsroom.remove('articles/2026/01/10/one.mdx');
  const later = { at: '2026-01-13T09:00:00Z', text: 'More.' };
  // The same instant, written with another offset.
  const sameInstant = { ...first, at: '2026-01-12T18:00:00+09:00' };
  newsroom.write(article('/2026/01/10/moved', { id: 'urn:test:one', corrections: [later, sameInstant] }));
  assert.equal((await ids())[1], id);
});
