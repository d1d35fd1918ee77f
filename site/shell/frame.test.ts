import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { finishDocument } from '../../server/document.ts';
import { answer } from '../answer.ts';
import { describe } from '../describe.ts';
import { bodyOf } from '../testing-pages.ts';
import { digestsOf, viewAt } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const settings = (more: string): Files => ({ 'site.yaml': `${site['site.yaml']}${more}` });
const page = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\nText.\n`;

async function newsroomWith(t: TestContext, files: Files): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ asia: 'Asia' }),
    ...article('/2026/01/10/one', { topics: ['asia'] }),
    ...files,
  });
  await newsroom.compile();
  return newsroom;
}

/** The links in a part of the page `/about`, as `href text`. */
function linksIn(newsroom: TestNewsroom, part: RegExp): string[] {
  const body = newsroom.at(now, (edition) => bodyOf(viewAt(edition, '/about', 'static-page')));
  const found = part.exec(body)?.[0] ?? '';
  return [...found.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, words]) => `${href} ${words}`);
}

const foot = /<footer.*<\/footer>/;
const column = (title: string): RegExp => new RegExp(`<h2>${title}</h2><ul>.*?</ul>`);

test('the foot leads to what there is, and to nothing else', async (t) => {
  const newsroom = await newsroomWith(t, {});
  assert.deepEqual(linksIn(newsroom, column('Sections')), ['/topics/asia Asia']);
  assert.deepEqual(linksIn(newsroom, column('Read')), [
    '/latest Latest stories',
    '/archive Archive',
    '/topics All topics',
    '/search Search',
  ]);
  assert.deepEqual(linksIn(newsroom, column('The paper')), ['/about About']);
  assert.deepEqual(linksIn(newsroom, column('Follow')), ['/feed.xml RSS', '/atom.xml Atom', '/feed.json JSON Feed']);
  const empty = new TestNewsroom(t, site);
  await empty.compile();
  assert.deepEqual(linksIn(empty, foot), ['/ The Test', '/search Search', '/about About']);
});

test('the foot leads to the indexes and the languages of what is public', async (t) => {
  const newsroom = await newsroomWith(t, {
    'people/ann.mdx': '---\nname: Ann\n---\n',
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    ...article('/2026/01/11/two', { byline: ['ann'], lang: 'fr', embargo: '2026-02-02T00:00:00Z' }),
    ...article('/2026/01/12/three', { storyline: 'line', lang: 'zh-Hans' }),
  });
  assert.deepEqual(linksIn(newsroom, column('Read')).slice(2, -2), ['/storylines Storylines']);
  assert.deepEqual(linksIn(newsroom, column('Languages')), ['/ English', '/languages/zh-hans 简体中文']);
  newsroom.at(now, (edition) => {
    const view = viewAt(edition, '/languages/zh-hans', 'language');
    assert.deepEqual(
      view.list.stories.map(({ address }) => address),
      ['/2026/01/12/three'],
    );
    for (const path of ['/languages/fr', '/languages/en', '/languages/zh-hans/page/1'])
      assert.equal(answer(edition, path).status, 404, path);
  });
});

test('a link can have a title for each language', async (t) => {
  const newsroom = await newsroomWith(
    t,
    settings(
      'menu: [{ url: /about, title: { ar: عن, en: About us } }, { url: "https://ar.example/", title: { ar: العربية } }]\n',
    ),
  );
  const body = newsroom.at(now, (edition) => bodyOf(viewAt(edition, '/about', 'static-page')));
  assert.match(body, /<a href="\/about" aria-current="page">About us<\/a>/);
  assert.match(body, /<a href="https:\/\/ar\.example\/" lang="ar" dir="rtl">العربية<\/a>/);
  newsroom.write(settings('menu: [{ url: /about, title: { xx-: No } }, { url: /about, title: [No] }]\n'));
  const { problems } = await newsroom.compile();
  assert.deepEqual(
    problems.map(({ code, field }) => `${code} ${field}`),
    ['field-invalid menu.0.title.xx-', 'field-invalid menu.1.title'],
  );
});

test('the pages of the newsroom stand at the foot: all of the first level, or those that the settings name', async (t) => {
  const newsroom = await newsroomWith(t, {
    'pages/contact.mdx': page('Contact us'),
    'pages/about/ethics.mdx': page('Our rules'),
    'pages/plan.mdx': page('Leviathan', 'status: draft\n'),
  });
  assert.deepEqual(linksIn(newsroom, column('The paper')), ['/about About', '/contact Contact us']);
  newsroom.write(
    settings(
      'footer: [/about/ethics, { url: "https://shop.example/", title: Shop }, /plan, /topics/asia]\nmenu: [/contact, "https://www.jobs.example/x", /市場]\n',
    ),
  );
  await newsroom.compile();
  assert.deepEqual(linksIn(newsroom, column('The paper')), [
    '/about About',
    '/about/ethics Our rules',
    'https://shop.example/ Shop',
    '/topics/asia Asia',
  ]);
  assert.deepEqual(linksIn(newsroom, /<nav class="sections".*?<\/nav>/).slice(-3), [
    '/contact Contact us',
    'https://www.jobs.example/x jobs.example',
    '/%E5%B8%82%E5%A0%B4 /市場',
  ]);
  newsroom.write(settings('footer: []\n'));
  await newsroom.compile();
  assert.deepEqual(linksIn(newsroom, column('The paper')), ['/about About']);
});

test('accounts, newsletter, tips, imprint and contact', async (t) => {
  const newsroom = await newsroomWith(t, {
    ...settings(
      [
        'social: ["https://social.example/@test", { url: "https://video.example/test", title: Video }]',
        'newsletter: https://letters.example/test',
        'tips: https://tips.example/',
        'publisher: { name: Test Press, address: 1 Example Street }',
        'contact: { page: /write, email: desk@test.example, telephone: "+43 1 234-56" }',
        '',
      ].join('\n'),
    ),
    'pages/write.mdx': page('Write to us'),
  });
  assert.deepEqual(linksIn(newsroom, column('Follow')).slice(0, 3), [
    'https://letters.example/test Newsletter',
    'https://social.example/@test social.example',
    'https://video.example/test Video',
  ]);
  assert.deepEqual(linksIn(newsroom, column('The paper')), [
    '/about About',
    '/write Write to us',
    'https://tips.example/ Send us a tip',
  ]);
  newsroom.at(now, (edition) => {
    const contact = viewAt(edition, '/write', 'static-page');
    const body = bodyOf(contact);
    assert.match(body, /<p class="imprint"><bdi>Test Press<\/bdi> · <bdi>1 Example Street<\/bdi><\/p>/);
    assert.match(body, /href="mailto:desk@test\.example".*href="tel:\+43123456">\+43 1 234-56</);
    const graph = JSON.stringify(describe(contact));
    assert.match(
      graph,
      /"ContactPage".*"contactPoint":\{"@type":"ContactPoint","contactType":"newsroom","email":"desk@test\.example"/,
    );
    const about = JSON.stringify(describe(viewAt(edition, '/about', 'static-page')));
    assert.match(about, /"sameAs":\["https:\/\/social\.example\/@test","https:\/\/video\.example\/test"\]/);
  });
});

test('the policy allows the one image that counts readers, and no other host', async (t) => {
  const newsroom = await newsroomWith(t, settings('counter: "https://stats.example/c.gif?site=1&a=<b>"\n'));
  newsroom.at(now, (edition) => {
    const view = viewAt(edition, '/about', 'static-page');
    assert.match(
      bodyOf(view),
      /<img class="counter" src="https:\/\/stats\.example\/c\.gif\?site=1&amp;a=[^"<]*" alt=""/,
    );
    const { policy } = finishDocument('<html></html>', view.layout);
    assert.match(policy, /; img-src 'self' https:\/\/stats\.example;/);
    assert.match(policy, /^default-src 'none'/);
  });
  assert.match(finishDocument('<html></html>').policy, /; img-src 'self';/);
  for (const bad of ['javascript:alert(1)', '/c.gif', 'https://a.example; script-src *']) {
    newsroom.write(settings(`counter: ${JSON.stringify(bad)}\n`));
    const { problems } = await newsroom.compile();
    assert.deepEqual(
      problems.map(({ code, field }) => `${code} ${field}`),
      ['field-invalid counter'],
      bad,
    );
    newsroom.at(now, (edition) => assert.equal(viewAt(edition, '/about', 'static-page').layout.counter, undefined));
  }
});

test('a new story changes the foot of no page', async (t) => {
  const newsroom = await newsroomWith(t, {
    'pages/contact.mdx': page('Contact'),
    ...article('/2026/01/09/old', { topics: ['asia'] }),
  });
  const before = digestsOf(newsroom, now, ['/contact', '/about']);
  newsroom.write(article('/2026/01/20/new', { topics: ['asia'] }));
  await newsroom.compile();
  assert.deepEqual(digestsOf(newsroom, now, ['/contact', '/about']), before);
});
