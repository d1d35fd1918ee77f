import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { textOf } from '../../elements/inline/inline.ts';
import { article, site, TestNewsroom, topics } from '../testing.ts';
import { openStore } from '../store/store.ts';
import { Edition } from './edition.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';

const now = '2026-03-01T00:00:00Z';
const hidden = { status: 'draft' };

/** A newsroom with a public and a hidden one of everything. */
async function newsroom(t: TestContext, body = 'Text.', fields = {}): Promise<TestNewsroom> {
  const made = new TestNewsroom(t, {
    ...site,
    ...topics({
      open: {
        title: 'Open',
        links: [
          { url: '/2026/01/02/hidden', title: 'Hidden' },
          { url: 'https://example.org/', title: 'There' },
        ],
      },
      secret: 'Secret',
    }),
    'people/ann.mdx':
      '---\nname: Ann\nlinks: [{ url: /2026/01/02/hidden, title: Hidden }]\n---\n[Hidden](/2026/01/02/hidden).\n',
    'people/bo.mdx': '---\nname: Bo\n---\n',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    'images/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    ...article(
      '/2026/01/01/open',
      {
        image: { src: 'a.svg', alt: 'A' },
        topics: ['open'],
        byline: ['ann'],
        aliases: ['/old/open', '/2025/01/01/open'],
        ...fields,
      },
      body,
    ),
    ...article('/2026/01/02/hidden', {
      topics: ['secret', 'open'],
      byline: ['bo'],
      aliases: ['/old/hidden', '/?p=7'],
      agency: 'UPI',
      image: { src: 'b.svg', alt: 'B' },
      ...hidden,
    }),
  });
  await made.compile();
  return made;
}

function hrefs(edition: Edition, all: string[]): (string | undefined)[] {
  return all.map((href) => edition.publicHref(href));
}

test('a link to what is hidden has no address', async (t) => {
  const made = await newsroom(t);
  made.at(now, (edition) => {
    const open = [
      '/2026/01/01/open',
      '/2026/01/01/open#part',
      '/2026/01/01/open.json',
      '/2026/01/01/open/related?x',
      '/topics/open',
      '/topics/open/links',
      '/people/ann',
      '/about',
      '/',
      '#part',
      'https://example.org/2026/01/02/hidden',
      'https://test.example/2026/01/01/open',
      'http://www.test.example/2026/01/01/open',
      'https://test.example:8443/2026/01/02/hidden',
      '/images/a.svg',
      'mailto:a@b.example',
    ];
    assert.deepEqual(hrefs(edition, open), open);
    const closed = [
      '/2026/01/02/hidden',
      '/2026/01/02/hidden#part',
      '/2026/01/02/hidden.json',
      '/2026/01/02/hidden/related',
      '/2026/01/02/%68idden',
      '/2026/01/02/HIDDEN',
      '//2026/01/02/hidden'.slice(1),
      '/2026//01/02/hidden',
      '/topics/secret',
      '/topics/secret/links',
      '/Topics/Secret',
      '/topics//secret',
      '/people/bo',
      '/agencies/upi',
      '/places/nowhere',
      '/storylines/none',
      '/2026/01/03/none',
      'https://test.example/2026/01/02/hidden',
      'http://test.example/2026/01/02/hidden',
      'HTTPS://Test.Example/2026/01/02/hidden',
      'https://test.example:443/2026/01/02/hidden?from=here',
      'https://test.example./2026/01/02/hidden',
      'https://www.test.example/2026/01/02/hidden#part',
      'https://somebody@test.example/topics/secret',
      'https://test.example/old/hidden',
      '/old/hidden/related',
      '/old/hidden.txt',
      '/?p=7',
      '/?p=7#part',
      'https://test.example/?p=7',
      '/images/none.svg',
      '/images/b.svg',
      'https://test.example/images/b.svg',
      '/2026/01/02/hidden%2f',
      '/%zz',
    ];
    assert.deepEqual(
      hrefs(edition, closed),
      closed.map(() => undefined),
    );
  });
});

test('a link to what is gone has no address either, be it an old one', async (t) => {
  const made = await newsroom(t);
  made.write(article('/2026/01/02/hidden', { status: 'killed', aliases: ['/old/hidden', '/2025/01/02/hidden'] }));
  await made.compile();
  made.at(now, (edition) => {
    const gone = ['/2026/01/02/hidden', '/old/hidden', '/2025/01/02/hidden'];
    assert.deepEqual(
      hrefs(edition, gone),
      gone.map(() => undefined),
    );
    assert.equal(edition.publicHref('/old/open'), '/old/open');
  });
});

test('a link by either address of the site is a link of the site', async (t) => {
  const made = await newsroom(t);
  const store = openStore(made.data);
  t.after(() => store.close());
  const edition = new Edition(store, Date.parse(now), { siteUrl: 'https://paper.example/news', linkTarget });
  for (const own of ['https://paper.example/news', 'https://test.example'])
    assert.deepEqual(hrefs(edition, [`${own}/2026/01/02/hidden`, `${own}/2026/01/01/open`]), [
      undefined,
      `${own}/2026/01/01/open`,
    ]);
  // Beside the site, not on it.
  const beside = 'https://paper.example/2026/01/02/hidden';
  assert.equal(edition.publicHref(beside), beside);
});

test('a canonical address is shown while it may be seen', async (t) => {
  const canonical = async (url: string): Promise<string | undefined> => {
    const made = await newsroom(t, 'Text.', { canonical: url });
    return made.at(now, (edition) => edition.story('/2026/01/01/open')?.canonical);
  };
  assert.equal(await canonical('https://test.example/2026/01/02/hidden'), undefined);
  assert.equal(await canonical('https://test.example/old/open'), 'https://test.example/old/open');
  // Its own address owns it anyway.
  assert.equal(await canonical('https://test.example/2026/01/01/open'), undefined);
  assert.equal(await canonical('https://agency.example/story'), 'https://agency.example/story');
});

test('a link to an old address leads where that leads', async (t) => {
  const made = await newsroom(t);
  made.at(now, (edition) => assert.equal(edition.publicHref('/2025/01/01/open#part'), '/2026/01/01/open#part'));
});

test('in a body, such a link is its text, and a picture that is not there its words', async (t) => {
  const body =
    'A [hidden *story*](/2026/01/02/hidden), an [open one](/2026/01/01/open).\n\n- In a [list](/topics/secret)\n\nAn ![inline](none.svg) picture.\n\n![A figure](none.svg)\n\n![Another](a.svg)\n\nA note[^1].\n\n[^1]: See [it](/2026/01/02/hidden).\n';
  const made = await newsroom(t, body);
  made.at(now, (edition) => {
    const found = edition.lookup('/2026/01/01/open');
    assert.ok(found.state === 'public');
    const { parts } = found.story;
    assert.doesNotMatch(JSON.stringify(parts.body), /hidden"|secret"/);
    assert.deepEqual(
      parts.body.elements.map(({ type }) => type),
      ['paragraph', 'list', 'paragraph', 'figure', 'paragraph'],
    );
    const [first, , third] = parts.body.elements;
    assert.ok(first?.type === 'paragraph' && third?.type === 'paragraph');
    assert.equal(textOf(first.children), 'A hidden story, an open one.');
    assert.equal(first.children.filter(({ type }) => type === 'link').length, 1);
    assert.equal(textOf(third.children), 'An inline picture.');
    assert.deepEqual(parts.pictures, { 'a.svg': { width: 2, height: 1 } });
  });
});

test('links that an editor has listed are cut like those of a body', async (t) => {
  const sources = [
    { url: '/2026/01/02/hidden', title: 'Hidden' },
    { url: 'https://example.org/', title: 'There' },
  ];
  const made = await newsroom(t, 'Text.', {
    sources,
    related: [
      '/2026/01/02/hidden',
      '/old/hidden',
      '/2026/01/01/open',
      { url: 'https://test.example/2026/01/02/hidden', title: 'Hidden' },
      { url: 'https://example.org/', title: 'There' },
    ],
  });
  made.at(now, (edition) => {
    assert.deepEqual(
      edition.topic('open')?.links.map(({ title }) => title),
      ['There'],
    );
    assert.deepEqual(edition.person('ann')?.links, []);
    const found = edition.lookup('/2026/01/01/open');
    assert.ok(found.state === 'public');
    assert.deepEqual(
      found.story.sources.map(({ title }) => title),
      ['There'],
    );
    assert.deepEqual(
      found.story.parts.picked.map((link) => (link.kind === 'page' ? link.href : link.story.address)),
      ['https://example.org/'],
    );
  });
});

test('an alias that a hidden article has too is the public one’s', async (t) => {
  const made = await newsroom(t);
  made.write(article('/2026/01/01/draft', { published: '2026-01-01T01:00:00Z', aliases: ['/old/open'], ...hidden }));
  await made.compile();
  made.at(now, (edition) => assert.equal(edition.redirectFrom('/old/open'), '/2026/01/01/open'));
});

test('a hand-picked link that spells out the address of a hidden article of this site is left out', async (t) => {
  const made = await newsroom(t, 'Text.', {
    related: [
      { url: 'https://test.example/2026/01/02/hidden', title: 'Hidden' },
      { url: 'https://example.org/', title: 'There', source: 'Them', note: 'Why' },
    ],
  });
  made.at(now, (edition) => {
    const found = edition.lookup('/2026/01/01/open');
    assert.equal(found.state, 'public');
    assert.deepEqual(found.story.parts.picked, [
      {
        kind: 'page',
        href: 'https://example.org/',
        title: 'There',
        host: 'example.org',
        source: 'Them',
        note: 'Why',
      },
    ]);
  });
});

test('a link to this site is a path, however an editor writes its address; one to another site stays', async (t) => {
  const own = ['https://test.example/about?x#y', 'https://www.test.example/about', 'http://TEST.example./about'];
  const elsewhere = ['https://test.example.org/about', 'https://sub.test.example/about'];
  const links = [...own, ...elsewhere].map((url, number) => ({ url, title: `Link ${number}` }));
  const made = await newsroom(t, 'Text.', { sources: links, related: links });
  made.at(now, (edition) => {
    const found = edition.lookup('/2026/01/01/open');
    assert.equal(found.state, 'public');
    const expected = ['/about?x#y', '/about', '/about', ...elsewhere];
    assert.deepEqual(
      found.story.sources.map(({ url }) => url),
      expected,
    );
    assert.deepEqual(
      found.story.parts.picked.map((link) => link.kind === 'page' && link.href),
      [...new Set(expected)],
      'each once',
    );
  });
});
