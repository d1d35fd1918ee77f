import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../newsroom/compile/compile.ts';
import { previewsIn } from '../../newsroom/edition/preview.ts';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { ownAddresses } from '../../server/own-addresses.ts';
import { pageAddresses } from '../../formats/sitemaps/page-addresses.ts';
import { linkTarget } from '../addresses/link-target.ts';
import { answer } from '../answer.ts';
import { describe } from '../describe.ts';
import { headOf } from '../head.ts';
import { bodyOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const page = (fields: string, body = 'Words.'): string => `---\n${fields}\n---\n\n${body}\n`;

const files: Files = {
  ...site,
  'pages/contact.mdx': page(
    'title: Contact\ndescription: How to reach us.\npolicy: feedback\naliases: [/kontakt.html, /topics/contact, /people]',
  ),
  'pages/about.mdx': page('title: Who we are'),
  'pages/about/ethics.mdx': page(
    'title: Our rules\npolicy: [ethics, corrections]',
    'We tell the truth.\n\n## Gifts\n\n![The wall](wall.svg)\n\nSee [the plan](/plan) and [the team](/about).',
  ),
  'pages/plan.mdx': page(
    'title: Leviathan\nstatus: draft\npolicy: mission\naliases: [/old/plan]',
    '![Leviathan](secret.svg)',
  ),
  'pages/über/münchen.mdx': page('title: München'),
  'images/wall.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
  'images/secret.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
  ...article(
    '/2026/01/10/one',
    { aliases: ['/about/ethics', '/other'] },
    'See [that](/plan), [it](/old/plan), [this](/kontakt.html) and [this](/topics/contact).',
  ),
};

async function problemsOf(newsroom: TestNewsroom, only?: string[]): Promise<string[]> {
  const { content, data } = newsroom;
  const { problems } = await compile({ content, data, ownAddresses, history: false, ...(only && { only }) });
  return problems.map(({ file, code, field, message }) => `${file} ${code} ${field ?? ''}: ${message}`);
}

test('a file under pages/ is a page at its address', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  assert.deepEqual(await problemsOf(newsroom), [
    'articles/2026/01/10/one.mdx address-collision aliases: The alias /about/ethics is the address of pages/about/ethics.mdx.',
    'pages/contact.mdx address-collision aliases: The alias /people is an address of the site itself.',
  ]);
  newsroom.at(now, (edition) => {
    const contact = viewAt(edition, '/contact', 'static-page');
    assert.match(bodyOf(contact), /<h1>Contact<\/h1><p class="standfirst">How to reach us\.<\/p>.*Words\./);
    assert.equal(headOf(contact).title, 'Contact — The Test');
    const ethics = viewAt(edition, '/about/ethics', 'static-page');
    assert.match(bodyOf(ethics), /href="\/about">Who we are<.*<h2 id="gifts">.*src="\/images\/wall\.svg"/);
    assert.equal(answer(edition, '/über/münchen').status, 200);
    assert.equal(answer(edition, '/über').status, 404);
    assert.deepEqual(answer(edition, '/other'), { status: 308, to: '/2026/01/10/one' });
    for (const old of ['/kontakt.html', '/topics/contact'])
      assert.deepEqual(answer(edition, old), { status: 308, to: '/contact' });
    assert.equal(answer(edition, '/old/plan').status, 404);
    const story = bodyOf(viewAt(edition, '/2026/01/10/one', 'article'));
    assert.match(
      story,
      /See that, it, <a href="\/kontakt\.html">this<\/a> and <a href="\/topics\/contact">this<\/a>\./,
    );
    const listed = pageAddresses(edition);
    assert.deepEqual(
      ['/contact', '/about', '/about/ethics', '/über/münchen', '/plan'].map((path) => listed.includes(path)),
      [true, true, true, true, false],
    );
    assert.equal(listed.filter((path) => path === '/about').length, 1);
    assert.ok(edition.picture('wall.svg'));
  });
});

test('what machines learn of the pages, and of the policies that they state', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...files,
    'site.yaml': `${site['site.yaml']}policies: { corrections: /fixed }\n`,
  });
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    const graph = (path: string): string => JSON.stringify(describe(viewAt(edition, path, 'static-page')));
    assert.match(graph('/contact'), /"@type":"ContactPage","@id":"https:\/\/test\.example\/contact"/);
    assert.match(graph('/about/ethics'), /"@type":"WebPage".*"BreadcrumbList"/);
    assert.match(graph('/about'), /"@type":"AboutPage".*"NewsMediaOrganization"/);
    assert.match(graph('/about'), /"ethicsPolicy":"https:\/\/test\.example\/about\/ethics"/);
    assert.match(graph('/about'), /"correctionsPolicy":"https:\/\/test\.example\/fixed"/, 'settings go before pages');
    assert.match(graph('/about'), /"actionableFeedbackPolicy":"https:\/\/test\.example\/contact"/);
    assert.doesNotMatch(graph('/about'), /missionCoverage/, 'a draft states nothing');
  });
});

test('a draft is on no page, and no link and no picture of it is', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    assert.equal(answer(edition, '/plan').status, 404);
    assert.equal(edition.picture('secret.svg'), undefined);
    for (const path of ['/', '/about', '/about/ethics', '/2026/01/10/one']) {
      const found = answer(edition, path);
      assert.ok(found.status === 200);
      assert.doesNotMatch(bodyOf(found.view), /leviathan|href="\/plan/i, path);
    }
    assert.deepEqual(answer(edition, '/plan'), answer(edition, '/nothing'));
  });
  const { content, data } = newsroom;
  await compile({ content, data: `${data}/preview`, audience: 'preview', history: false });
  const previews = previewsIn(`${data}/preview`, { linkTarget });
  const status = previews.at(Date.parse(now), (edition) => answer(edition, '/plan').status);
  assert.equal(status, 200, 'an editor sees it');
  previews.close();
});

test('a page that becomes a draft, or is broken and says that it is one, is gone at once', async (t) => {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  const status = (): number => newsroom.at(now, (edition) => answer(edition, '/contact').status);
  const save = async (text: string): Promise<string[]> => {
    newsroom.write({ 'pages/contact.mdx': text });
    const problems = await problemsOf(newsroom, ['pages/contact.mdx']);
    return problems.filter((each) => each.startsWith('pages/')).map((each) => each.split(':')[0] ?? '');
  };
  assert.equal(status(), 200);
  assert.deepEqual(await save(page('title: Contact\nstatus: draft')), []);
  assert.equal(status(), 404);
  assert.deepEqual(await save(page('title: Contact')), []);
  assert.equal(status(), 200);
  assert.deepEqual(await save(page('title: 7')), ['pages/contact.mdx field-invalid title']);
  assert.equal(status(), 200, 'an error leaves live what was live');
  assert.deepEqual(await save(page('title: 7\nstatus: draft')), ['pages/contact.mdx field-invalid title']);
  assert.equal(status(), 404);
  await save(page('title: Contact'));
  for (const gate of [
    'embargo: 2030-01-01T00:00:00Z',
    'draft: true',
    'published: 2030-01-01T00:00:00Z',
    'status: withheld',
  ]) {
    assert.deepEqual((await save(page(`title: Contact\n${gate}`))).length, 1, gate);
    assert.equal(status(), 404, gate);
    await save(page('title: Contact'));
    assert.equal(status(), 200);
  }
  newsroom.remove('pages/contact.mdx');
  await newsroom.compile(['pages/contact.mdx']);
  assert.equal(status(), 404);
});

test('a page at an address that something else has is a problem', async (t) => {
  const taken = [
    'topics/asia',
    'search',
    'latest',
    'archive',
    '2026',
    '2026/01/10/x',
    'images/a',
    'people',
    'not-found',
    'corrections',
  ];
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...Object.fromEntries(taken.map((slug) => [`pages/${slug}.mdx`, page('title: Taken')])),
    'pages/A b.mdx': page('title: No slug'),
    'pages/twin.md': page('title: A'),
    'pages/twin.mdx': page('title: B'),
    'about.mdx': page('title: A'),
    'pages/about.mdx': page('title: B'),
    'pages/note.txt': 'A note.',
    ...article('/2026/01/10/one'),
  });
  const problems = await problemsOf(newsroom);
  for (const slug of taken)
    assert.ok(
      problems.some((each) => each.startsWith(`pages/${slug}.mdx address-collision`)),
      slug,
    );
  const others = problems
    .filter((each) => !each.includes('address-collision'))
    .map((each) => each.split(':')[0]?.trim());
  assert.deepEqual(others, [
    'about.mdx address-duplicate',
    'pages/A b.mdx file-slug',
    'pages/about.mdx address-duplicate',
    'pages/note.txt file-unknown',
    'pages/twin.md address-duplicate',
    'pages/twin.mdx address-duplicate',
  ]);
  newsroom.at(now, (edition) => {
    for (const slug of taken) {
      const found = answer(edition, `/${slug}`);
      assert.ok(found.status === 308 || found.view.page !== 'static-page', slug);
    }
    assert.equal(viewAt(edition, '/about', 'static-page').title, 'B');
    assert.equal(viewAt(edition, '/twin', 'static-page').title, 'B');
  });
});
