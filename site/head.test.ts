import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { headOf } from './head.ts';

test('L1: the head names every language of a story, itself included, by absolute addresses, and the original for others', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/talks'),
    ...article('/2026/01/10/entrevue-à-nara', { lang: 'fr', translationOf: '/2026/01/10/talks' }),
    ...article('/2026/01/09/alone'),
  });
  await newsroom.compile();
  const languages = (path: string): unknown =>
    newsroom.at('2026-02-01T00:00:00Z', (edition) => {
      const found = answer(edition, path);
      return found.status === 200 ? headOf(found.view).alternates?.languages : undefined;
    });
  const all = {
    en: 'https://test.example/2026/01/10/talks',
    'x-default': 'https://test.example/2026/01/10/talks',
    fr: 'https://test.example/2026/01/10/entrevue-%C3%A0-nara',
  };
  assert.deepEqual(languages('/2026/01/10/talks'), all);
  assert.deepEqual(languages('/2026/01/10/entrevue-à-nara'), all);
  assert.deepEqual(languages('/2026/01/09/alone'), {});
});

test('every page has a title of its own, and one with something on it a sentence', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({
      asia: { title: 'Asia', learn: 'Learn more about Asia' },
      told: { title: 'Told', standfirst: 'Of it.' },
    }),
    'people/ann.mdx': '---\nname: Ann\n---\n',
    'storylines/talks.mdx': '---\ntitle: The talks\n---\n',
    ...article('/2026/01/10/one', {
      headline: 'One',
      seoTitle: 'One, for engines',
      standfirst: 'What happened.',
      topics: ['asia', 'told'],
      byline: ['ann'],
      agency: 'AFP',
      dateline: { place: 'Nara', country: 'JP' },
      storyline: 'talks',
      corrections: [{ at: '2026-01-11T00:00:00Z', text: 'Not so.' }],
    }),
    ...article('/2026/01/09/killed', { status: 'killed' }),
  });
  await newsroom.compile();
  const cases: [path: string, title: string, description: string | undefined][] = [
    ['/', 'The Test', 'The newest stories of The Test.'],
    ['/2026/01/10/one', 'One, for engines — The Test', 'What happened.'],
    ['/2026/01/10/one/related', 'Related links: One — The Test', 'What to read besides “One”, and why.'],
    ['/2026/01/10/one/history', 'History: One — The Test', 'The versions of “One”.'],
    ['/topics', 'All topics — The Test', 'Every topic of The Test.'],
    ['/search', 'Search this site — The Test', 'Find a story in everything that The Test has published.'],
    ['/search?q=a&page=2', 'Search: a, page 2 — The Test', 'Stories of The Test for “a”.'],
    ['/topics/asia', 'Asia — The Test', 'Stories on Asia in The Test.'],
    ['/topics/told', 'Told — The Test', 'Of it.'],
    [
      '/topics/asia/links',
      'Asia: related links — The Test',
      'Learn more about Asia: sources, explainers, reports and neighbouring topics.',
    ],
    ['/people/ann', 'Stories by Ann — The Test', 'Stories by Ann in The Test.'],
    ['/places/nara', 'Stories from Nara — The Test', 'Stories from Nara in The Test.'],
    ['/agencies/afp', 'Stories of the agency AFP — The Test', 'Stories of the agency AFP in The Test.'],
    ['/storylines/talks', 'Storyline: The talks — The Test', 'Stories of the storyline “The talks” in The Test.'],
    ['/2026', 'Archive of 2026 — The Test', 'All stories of 2026 in The Test.'],
    ['/2026/01', 'Archive of January 2026 — The Test', 'All stories of January 2026 in The Test.'],
    ['/2026/01/10', '10 January 2026 — The Test', 'All stories of 10 January 2026 in The Test.'],
    ['/corrections', 'Corrections — The Test', 'What The Test had to put right.'],
    ['/about', 'About The Test — The Test', 'Who makes The Test, and by which rules.'],
    ['/2026/01/09/killed', 'Withdrawn — The Test', undefined],
    ['/nothing', 'Not found — The Test', undefined],
  ];
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    for (const [path, title, description] of cases) {
      const found = answer(edition, path);
      assert.ok(found.status !== 308, path);
      const head = headOf(found.view);
      assert.deepEqual([head.title, head.description], [title, description], path);
    }
  });
});

test('E6: a page names the feeds that follow it, and every other those of the site', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ asia: 'Asia' }),
    ...article('/2026/01/10/one', {
      topics: ['asia'],
      corrections: [{ at: '2026-01-11T00:00:00Z', text: 'Not so.' }],
    }),
  });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    for (const [path, base, title] of [
      ['/topics/asia', '/topics/asia', 'Asia — The Test'],
      ['/corrections', '/corrections', 'Corrections — The Test'],
      ['/', '', 'The Test'],
      ['/2026/01/10', '', 'The Test'],
      ['/2026/01/10/one', '', 'The Test'],
    ] as const) {
      const found = answer(edition, path);
      assert.ok(found.status === 200, path);
      const types = headOf(found.view).alternates?.types;
      assert.deepEqual(
        types?.['application/atom+xml'],
        [{ url: `https://test.example${base}/atom.xml`, title: `${title} (Atom)` }],
        path,
      );
    }
  });
});

test('a page with nothing on it, or with what was true only once, is not to be listed', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/one'),
    ...article('/2026/01/09/killed', { status: 'killed' }),
  });
  await newsroom.compile();
  const listed = (path: string, now: string): unknown =>
    newsroom.at(now, (edition) => {
      const found = answer(edition, path);
      assert.ok(found.status !== 308, path);
      const { robots, alternates, openGraph } = headOf(found.view);
      assert.equal(alternates === undefined, openGraph === undefined, path);
      return typeof robots === 'object' && robots?.index === true && alternates !== undefined;
    });
  const now = '2026-02-01T00:00:00Z';
  for (const path of ['/', '/2026/01/10/one', '/topics', '/about']) assert.equal(listed(path, now), true, path);
  for (const path of ['/2026/01/10/one/history', '/2026/01/09/killed', '/nothing'])
    assert.equal(listed(path, now), false, path);
  assert.equal(listed('/', '2026-01-01T00:00:00Z'), false, 'the front page of an empty site');
});
