import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { answer } from '../answer.ts';
import { mainOf } from '../testing-pages.ts';
import { digestsOf, viewAt } from '../testing.ts';
import { indexPageSize } from './view.ts';

const now = '2026-03-01T00:00:00Z';
const indexes = ['/people', '/places', '/agencies', '/storylines'] as const;

async function newsroomOf(t: TestContext, ...files: Files[]): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, ...files));
  await newsroom.compile();
  return newsroom;
}

const person = (slug: string, name: string, more = ''): Files => ({
  [`people/${slug}.mdx`]: `---\nname: ${name}\n${more}---\n`,
});
const storyline = (slug: string, title: string, status: 'running' | 'closed'): Files => ({
  [`storylines/${slug}.mdx`]: `---\ntitle: ${title}\nstatus: ${status}\n---\n`,
});

function entriesAt(newsroom: TestNewsroom, path: string, at = now): unknown[] {
  return newsroom.at(at, (edition) => viewAt(edition, path, 'collections').entries);
}

function statusesOf(newsroom: TestNewsroom, paths: readonly string[] = indexes, at = now): number[] {
  return newsroom.at(at, (edition) => paths.map((path) => answer(edition, path).status));
}

const named = (fields: Record<string, unknown> = {}): Files =>
  article('/2026/01/20/secret', {
    byline: ['mole'],
    dateline: { place: 'Leviathan', country: 'JP' },
    agency: 'Leviathan News',
    storyline: 'secret-line',
    ...fields,
  });
const secret: Files = { ...person('mole', 'Leviathan Mole'), ...storyline('secret-line', 'Leviathan line', 'running') };

test('authors are in the order of the alphabet of the site’s language, with what they do and how much they wrote', async (t) => {
  const newsroom = await newsroomOf(
    t,
    { 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: sv\ntimezone: UTC\n' },
    person('o', 'Örjan'),
    person('z', 'Zoe'),
    person('a', 'ann', 'role: Reporter\n'),
    person('nobody', 'Bert'),
    article('/2026/01/10/one', { byline: ['o', 'z', 'a'] }),
    article('/2026/01/11/two', { byline: ['a'] }),
  );
  deepEqual(entriesAt(newsroom, '/people'), [
    { slug: 'a', title: 'ann', count: 2, role: 'Reporter' },
    { slug: 'z', title: 'Zoe', count: 1 },
    // After Z in Swedish, before P in most languages.
    { slug: 'o', title: 'Örjan', count: 1 },
  ]);
});

test('running storylines are before the closed ones, each with the day of its newest public story', async (t) => {
  const newsroom = await newsroomOf(
    t,
    storyline('a', 'An old affair', 'closed'),
    storyline('b', 'Borders', 'running'),
    storyline('c', 'Climate', 'running'),
    storyline('d', 'Nobody wrote on this', 'running'),
    article('/2026/01/10/one', { storyline: 'a' }),
    article('/2026/01/11/two', { storyline: 'c' }),
    article('/2026/01/12/three', { storyline: 'c' }),
    article('/2026/01/13/draft', { storyline: 'c', status: 'draft' }),
    article('/2026/01/09/four', { storyline: 'b' }),
  );
  const of = (status: string, day: string): unknown => ({ status, newest: `${day}T12:00:00Z` });
  deepEqual(entriesAt(newsroom, '/storylines'), [
    { slug: 'b', title: 'Borders', count: 1, storyline: of('running', '2026-01-09') },
    { slug: 'c', title: 'Climate', count: 2, storyline: of('running', '2026-01-12') },
    { slug: 'a', title: 'An old affair', count: 1, storyline: of('closed', '2026-01-10') },
  ]);
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/storylines', 'collections')));
  match(
    html,
    /Running now.*Borders.*Climate.*2 stories, the newest from .*12 January 2026.*Closed storylines.*An old/s,
  );
});

test('there is no index of what no public story names, and no link to it', async (t) => {
  const newsroom = await newsroomOf(t, secret, named({ embargo: '2026-02-01T00:00:00Z' }));
  const before = '2026-01-31T23:59:59Z';
  deepEqual(statusesOf(newsroom, indexes, before), [404, 404, 404, 404]);
  deepEqual(statusesOf(newsroom, ['/latest', '/archive'], before), [404, 404]);
  const linksAt = (at: string): string => newsroom.at(at, (edition) => mainOf(viewAt(edition, '/topics', 'topics')));
  for (const path of [...indexes, '/latest', '/archive']) ok(!linksAt(before).includes(`"${path}"`), path);
  deepEqual(statusesOf(newsroom), [200, 200, 200, 200]);
  for (const path of [...indexes, '/latest', '/archive']) ok(linksAt(now).includes(`"${path}"`), path);
});

test('a hidden story changes no index', async (t) => {
  const shown: Files = {
    ...person('ann', 'Ann'),
    ...storyline('summit', 'Summit', 'running'),
    ...article('/2026/01/10/one', {
      byline: ['ann'],
      dateline: { place: 'Nara', country: 'JP' },
      agency: 'AFP',
      storyline: 'summit',
    }),
  };
  const newsroom = await newsroomOf(t, shown, secret);
  const paths = [...indexes, '/latest', '/archive', '/topics', '/2026/01/10'];
  const before = digestsOf(newsroom, now, paths);
  for (const fields of [
    { status: 'draft' },
    { status: 'withheld' },
    { status: 'killed' },
    { embargo: '2026-06-01T00:00:00Z' },
    { expires: '2026-02-01T00:00:00Z' },
    { byline: ['mole', 'ann'], storyline: 'summit', status: 'draft' },
  ]) {
    newsroom.write(named(fields));
    await newsroom.compile();
    deepEqual(digestsOf(newsroom, now, paths), before, JSON.stringify(fields));
  }
  newsroom.write(named());
  await newsroom.compile();
  for (const path of [...indexes, '/latest', '/archive', '/2026/01/10'])
    ok(digestsOf(newsroom, now, [path]).get(path) !== before.get(path), path);
});

test('an index has pages of a fixed size, and a new story changes the one page that counts it', async (t) => {
  const count = 2 * indexPageSize + 1;
  const slugs = Array.from({ length: count }, (_, index) => `p${String(index).padStart(4, '0')}`);
  const newsroom = await newsroomOf(
    t,
    ...slugs.map((slug) => person(slug, `Name ${slug}`)),
    ...slugs.map((slug) => article(`/2026/01/10/${slug}`, { byline: [slug] }, '.')),
  );
  const paths = ['/people', '/people/page/2', '/people/page/3'];
  deepEqual(
    paths.map((path) => entriesAt(newsroom, path).length),
    [indexPageSize, indexPageSize, 1],
  );
  const all = paths.flatMap((path) => newsroom.at(now, (edition) => viewAt(edition, path, 'collections').entries));
  deepEqual(
    all.map(({ slug }) => slug),
    slugs,
  );
  deepEqual(statusesOf(newsroom, ['/people/page/1', '/people/page/4', '/people/page/9999999']), [404, 404, 404]);
  const linksOf = (path: string): string[] =>
    newsroom.at(now, (edition) =>
      [...mainOf(viewAt(edition, path, 'collections')).matchAll(/href="(\/people(?:\/page\/\d+)?)"/g)].map(
        ([, to = '']) => to,
      ),
    );
  deepEqual(paths.map(linksOf), [['/people/page/2'], ['/people', '/people/page/3'], ['/people/page/2']]);
  const before = digestsOf(newsroom, now, paths);
  newsroom.write(article('/2026/01/11/more', { byline: [slugs[indexPageSize] ?? ''] }));
  await newsroom.compile();
  const after = digestsOf(newsroom, now, paths);
  deepEqual(
    paths.filter((path) => before.get(path) !== after.get(path)),
    ['/people/page/2'],
  );
});

test('a page of a collection leads up to its index, in words of the site’s language', async (t) => {
  const newsroom = await newsroomOf(
    t,
    { 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: de\ntimezone: UTC\n' },
    person('ann', '<i>Ann</i>'),
    article('/2026/01/10/one', { byline: ['ann'] }),
  );
  newsroom.at(now, (edition) => {
    const { crumbs } = viewAt(edition, '/people/ann', 'collection');
    deepEqual(crumbs, [{ title: 'Autoren', path: '/people', lang: 'de' }]);
    const index = mainOf(viewAt(edition, '/people', 'collections'));
    doesNotMatch(index, /<i>/);
    equal(index.match(/1 Artikel/g)?.length, 1);
  });
});

test('a long index is listed letter by letter, as its language has them; portraits and countries are beside the names', async (t) => {
  const names = [
    'Émile',
    'Eve',
    'Öst',
    'Oda',
    '潮',
    '7th desk',
    ...Array.from({ length: 20 }, (_, index) => `Ann ${index}`),
  ];
  const people = names.map((name, index) =>
    person(`p${index}`, `"${name}"`, index === 0 ? 'image: { src: a.svg, alt: E, credit: B }\n' : ''),
  );
  const newsroom = await newsroomOf(
    t,
    { 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: sv\ntimezone: UTC\n' },
    { 'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' },
    ...people,
    article('/2026/01/10/one', {
      byline: names.map((_, index) => `p${index}`),
      dateline: { place: 'Lund', country: 'SE' },
    }),
    article('/2026/01/11/two', { dateline: { place: 'Atlantis' } }),
  );
  const html = (path: string): string => newsroom.at(now, (edition) => mainOf(viewAt(edition, path, 'collections')));
  const people1 = html('/people');
  deepEqual(
    [...people1.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, letter]) => letter),
    ['#', 'A', 'E', 'O', 'Ö'],
  );
  equal(people1.match(/href="#letter-\d"/g)?.length, 5);
  equal(people1.match(/<img src="\/images\/a\.svg" alt=""/g)?.length, 1);
  doesNotMatch(html('/places'), /letter-/);
  match(html('/places'), /Atlantis<\/a><\/h2><p class="reason">1 .*Lund<\/a><\/h2><p class="reason">Sweden</);
});
