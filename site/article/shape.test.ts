import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { articleTypes } from '../../newsroom/model/article.ts';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';
import { shapeOf, type Shape } from './shape.ts';

const now = '2026-02-01T00:00:00Z';
const at = '/2026/01/10/story';

const drawing = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`;

const pictures: Files = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e'].map((name) => [`images/${name}.svg`, drawing(1600, 900)]),
);

const image = (name: string): Record<string, string> => ({
  src: `${name}.svg`,
  alt: `Picture ${name}`,
  credit: 'A. B.',
});

/** So many words, in paragraphs of fifty. */
const words = (count: number): string =>
  Array.from({ length: Math.ceil(count / 50) }, (_, index) =>
    'word '.repeat(Math.min(50, count - index * 50)).trim(),
  ).join('\n\n');

const chapters = (count: number, each: number): string =>
  Array.from({ length: count }, (_, index) => `## Chapter ${index + 1}\n\n${words(each)}`).join('\n\n');

async function inNewsroom(t: TestContext, files: Files, read: (edition: Edition) => void): Promise<void> {
  const newsroom = new TestNewsroom(t, { ...site, ...pictures, 'images/upright.svg': drawing(900, 1600), ...files });
  await newsroom.compile();
  newsroom.at(now, read);
}

const mainAt = (edition: Edition, path: string): string => mainOf(viewAt(edition, path, 'article'));

test('a story has the shape of its type, its text and its pictures', async (t) => {
  const long = chapters(4, 520);
  const cases: [name: string, shape: Shape, fields: Record<string, unknown>, body: string][] = [
    ['short', 'report', {}, words(80)],
    ['short-picture', 'report', { image: image('a') }, words(90)],
    ['upright-picture', 'report', { image: { ...image('a'), src: 'upright.svg' } }, words(90)],
    ['short-analysis', 'report', { type: 'analysis', image: image('a') }, words(90)],
    ['two-pictures', 'report', { image: image('a') }, `${words(90)}\n\n<Figure src="b.svg" alt="B" />`],
    [
      'a-gallery',
      'picture-led',
      { image: image('a') },
      `<Gallery>\n- ![B](b.svg)\n- ![C](c.svg)\n</Gallery>\n\n${words(250)}`,
    ],
    [
      'longer-gallery',
      'report',
      { image: image('a') },
      `<Gallery>\n- ![B](b.svg)\n- ![C](c.svg)\n</Gallery>\n\n${words(330)}`,
    ],
    ['long', 'long-read', { image: image('a') }, long],
    ['long-analysis', 'long-read', { type: 'analysis', image: image('a') }, long],
    ['long-without-picture', 'report', {}, long],
    ['long-without-chapters', 'report', { image: image('a') }, words(2500)],
    ['long-with-two-chapters', 'report', { image: image('a') }, chapters(2, 1100)],
    ['long-picture-in-text', 'report', { image: image('a') }, `${long}\n\n<Figure src="a.svg" alt="A" />`],
    ['long-opinion', 'opinion', { type: 'opinion', image: image('a') }, long],
  ];
  const byType: Record<(typeof articleTypes)[number], Shape> = {
    news: 'report',
    analysis: 'report',
    live: 'report',
    obituary: 'report',
    opinion: 'opinion',
    review: 'opinion',
    explainer: 'explainer',
    interview: 'interview',
    'press-release': 'press-release',
    sponsored: 'sponsored',
  };
  for (const type of articleTypes) cases.push([`type-${type}`, byType[type], { type }, words(30)]);
  const files = cases.map(([name, , fields, body]) => article(`/2026/01/10/${name}`, fields, body));
  await inNewsroom(t, Object.assign({}, ...files), (edition) => {
    for (const [name, shape] of cases) {
      const path = `/2026/01/10/${name}`;
      assert.equal(shapeOf(viewAt(edition, path, 'article').story), shape, name);
      const main = mainAt(edition, path);
      // The page of a report has no style beside the one of all articles.
      assert.equal(/data-href="([^"]*)"/.exec(main)?.[1], shape === 'report' ? undefined : shape, name);
      assert.equal(main.includes(`class="story ${shape} `), shape !== 'report', name);
    }
  });
});

test('each line of the contents leads to a crosshead of its page', async (t) => {
  const body = `${words(60)}\n\n## Why *now*?\n\n${words(60)}\n\n## Who?\n\n### A part\n\n${words(20)}\n\n## Who?\n\n${words(20)}`;
  const files = {
    ...article(at, { type: 'explainer', standfirst: 'Because of the Moon.' }, body),
    ...article('/2026/01/10/two', { type: 'explainer' }, chapters(2, 20)),
    ...article(
      '/2026/01/10/points',
      { type: 'explainer', standfirst: 'Why.' },
      '<KeyPoints>\n- One.\n- Two.\n</KeyPoints>\n\nText.',
    ),
    ...article('/2026/01/10/news', {}, body),
  };
  await inNewsroom(t, files, (edition) => {
    const main = mainAt(edition, at);
    const contents = /<nav class="contents".*?<\/nav>/.exec(main)?.[0] ?? '';
    const links = [...contents.matchAll(/href="#([^"]*)">([^<]*)</g)].map(([, id, text]) => [id, text]);
    assert.deepEqual(links, [
      ['why-now', 'Why now?'],
      ['who', 'Who?'],
      ['who-2', 'Who?'],
    ]);
    for (const [id] of links) assert.equal(main.split(`<h2 id="${id}"`).length, 2, id);
    assert.match(main, /<p class="standfirst"><b[^>]*>In short<\/b>Because of the Moon\.<\/p>/);
    assert.doesNotMatch(mainAt(edition, '/2026/01/10/points'), /In short/, 'key points have a title of their own');
    for (const path of ['/2026/01/10/two', '/2026/01/10/news'])
      assert.doesNotMatch(mainAt(edition, path), /class="contents"/, path);
  });
});

test('the questions of an interview are told from the answers', async (t) => {
  const body = '*An introduction.*\n\n**Why?**\n\nBecause **so**.\n\n**And then?** It went on.';
  const files = { ...article(at, { type: 'interview' }, body), ...article('/2026/01/10/news', {}, body) };
  await inNewsroom(t, files, (edition) => {
    const questions = [...mainAt(edition, at).matchAll(/<p class="question">(.*?)<\/p>/g)].map(([, text]) => text);
    assert.deepEqual(questions, ['<strong>Why?</strong>']);
    assert.doesNotMatch(mainAt(edition, '/2026/01/10/news'), /class="question"/);
  });
});

test('a long read opens with its picture, and has its notes beside its text, each once', async (t) => {
  const body = `${words(40)}[^a]\n\n${chapters(4, 520)}\n\nAgain.[^a]\n\n- An item.[^b]\n\n[^a]: The first note.\n\n[^b]: The note of a list.`;
  const fields = { image: { ...image('a'), focus: '80% 40%' } };
  const files = { ...article(at, fields, body), ...article('/2026/01/10/arabic', { ...fields, lang: 'ar' }, body) };
  await inNewsroom(t, files, (edition) => {
    const main = mainAt(edition, at);
    assert.equal(main.split('src="/images/a.svg"').length, 2, 'the picture is on the page once');
    assert.ok(main.indexOf('<div class="cover">') < main.indexOf('<h1>'));
    assert.match(main, /word<sup.*?<\/sup><\/p><aside class="margin-note" id="note-1"/);
    assert.equal(main.split('The first note.').length, 2);
    assert.match(main, /href="#ref-1-2"/, 'the note leads back to both of its marks');
    // A note of anything but a paragraph is below the text.
    assert.match(main, /<section class="footnotes".*<li id="note-2"/);
    assert.doesNotMatch(main, /<section class="footnotes".*id="note-1"/);
    for (const [, id] of main.matchAll(/href="#((?:note|ref)-[^"]*)"/g))
      assert.equal(main.split(`id="${id}"`).length, 2, id);
    // The subject is at the right, where an Arabic headline would begin.
    assert.match(mainAt(edition, '/2026/01/10/arabic'), /<div class="cover subject-first">/);
  });
});

test('an opinion shows the portrait of its author, and nothing else does', async (t) => {
  const files = {
    'people/ann.mdx': '---\nname: Ann Example\nimage: { src: b.svg, alt: Ann, credit: Drawn by C. D. }\n---\n',
    'people/bob.mdx': '---\nname: Bob Example\n---\n',
    ...article(at, { type: 'opinion', byline: ['bob', 'ann'] }),
    ...article('/2026/01/10/news', { byline: ['ann'] }),
    ...article('/2026/01/10/plain', { type: 'opinion', byline: ['bob'] }),
  };
  await inNewsroom(t, files, (edition) => {
    assert.match(
      mainAt(edition, at),
      /<figure class="portrait"><img src="\/images\/b\.svg" alt="Ann".*?Drawn by C\. D\./,
    );
    for (const path of ['/2026/01/10/news', '/2026/01/10/plain'])
      assert.doesNotMatch(mainAt(edition, path), /<figure class="portrait"/, path);
  });
});

test('a text from outside names who issued it or paid for it, and no author of the newsroom', async (t) => {
  const maker = { name: 'Boots & Daughters', kind: 'organization', role: 'a maker' };
  const files = {
    'people/ann.mdx': '---\nname: Ann Example\n---\n',
    ...article(at, { type: 'press-release', byline: [maker, 'ann'] }),
    ...article('/2026/01/10/agency', { type: 'press-release', agency: 'The Boot Wire' }),
    ...article('/2026/01/10/paid', { type: 'sponsored', byline: [maker] }),
    ...article('/2026/01/10/unnamed', { type: 'press-release', byline: ['ann'] }),
  };
  await inNewsroom(t, files, (edition) => {
    const header = (path: string): string => /<header>.*?<\/header>/.exec(mainAt(edition, path))?.[0] ?? '';
    assert.match(header(at), /Issued by <b>Boots &amp; Daughters<\/b>, a maker, not written by The Test/);
    assert.doesNotMatch(header(at), /Ann Example/);
    assert.match(header('/2026/01/10/agency'), /Issued by <a href="\/agencies\/the-boot-wire">The Boot Wire<\/a>/);
    assert.match(header('/2026/01/10/paid'), /Sponsored.*Paid for by <b>Boots &amp; Daughters<\/b>/);
    // Nobody else is named, so that the page still says by whom it is.
    assert.match(header('/2026/01/10/unnamed'), /Press release.*Ann Example/);
  });
});

test('the end of a story has four cards at most, and no picture that its page shows already', async (t) => {
  const others = ['one', 'two', 'three', 'four', 'five'];
  const files = {
    ...topics({ sea: 'The sea' }),
    ...article(
      at,
      {
        image: image('a'),
        topics: ['sea'],
        related: [...others.map((name) => `/2026/01/05/${name}`), { url: 'https://example.org/', title: 'Elsewhere' }],
      },
      `${words(300)}\n\n<Figure src="b.svg" alt="B" />`,
    ),
    ...article('/2026/01/05/one', { image: image('a'), kicker: 'Tides', type: 'analysis' }),
    ...article('/2026/01/05/two', { image: image('b') }),
    ...article('/2026/01/05/three', { image: image('c') }),
    ...article('/2026/01/05/four', { image: image('c') }),
    ...article('/2026/01/05/five', { image: image('d') }),
    ...article('/2026/01/06/hidden', { image: image('e'), topics: ['sea'], embargo: '2026-03-01T00:00:00Z' }),
    ...article('/2026/01/07/first', {
      related: ['/2026/01/06/hidden', { url: 'https://example.org/', title: 'Elsewhere' }],
    }),
  };
  await inNewsroom(t, files, (edition) => {
    const { cards } = viewAt(edition, at, 'article');
    assert.deepEqual(
      cards.map(({ link, story }) => [link.href, link.reasons, story?.picture?.address]),
      [
        ['/2026/01/05/three', ['5\u00A0days\u00A0earlier'], '/images/c.svg'],
        ['/2026/01/05/one', ['5\u00A0days\u00A0earlier'], undefined],
        ['/2026/01/05/two', ['5\u00A0days\u00A0earlier'], undefined],
        ['/2026/01/05/four', ['5\u00A0days\u00A0earlier'], undefined],
      ],
    );
    const main = mainAt(edition, at);
    const shown = [...main.matchAll(/<img src="([^"]*)"/g)].map(([, src]) => src);
    assert.deepEqual(shown, ['/images/a.svg', '/images/b.svg', '/images/c.svg']);
    assert.match(main, /<span class="label">Analysis<\/span> Tides/);
    // The order of the end: topics, cards, all links.
    const order = ['class="tags"', 'class="cards"', `href="${at}/related"`].map((part) => main.indexOf(part));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.ok(!order.includes(-1));
    assert.equal(main.split('href="/topics/sea"').length, 3, 'a topic is in the crumbs and in the line of topics');
    const first = viewAt(edition, '/2026/01/07/first', 'article').cards.map(({ link }) => link.href);
    assert.ok(first.includes('https://example.org/'));
    for (const href of [...first, ...cards.map(({ link }) => link.href)]) assert.doesNotMatch(href, /hidden/);
  });
});
