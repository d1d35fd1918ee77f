import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { answersOf, viewAt } from '../testing.ts';
import type { StorylineParts } from './storyline.ts';

const now = '2026-03-01T00:00:00Z';

const files: Files = {
  ...site,
  ...topics({ asia: 'Asia', 'empty-topic': 'Nobody wrote on this' }),
  'storylines/summit.mdx': '---\ntitle: The summit\ntopics: [asia, empty-topic]\n---\n\nThe story so far.\n',
};

function story(day: number, slug: string, fields: Record<string, unknown> = {}): Files {
  return article(`/2026/01/${String(day).padStart(2, '0')}/${slug}`, {
    storyline: 'summit',
    topics: ['asia'],
    ...fields,
  });
}

async function newsroomOf(t: TestContext, ...more: Files[]): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, Object.assign({}, files, ...more));
  await newsroom.compile();
  return newsroom;
}

function partsOf(newsroom: TestNewsroom, at = now): StorylineParts {
  return newsroom.at(at, (edition) => {
    const { storyline } = viewAt(edition, '/storylines/summit', 'collection').detail;
    assert.ok(storyline);
    return storyline;
  });
}

/** The addresses on the page, in its order, each with the first heading above it. */
function linksOf(newsroom: TestNewsroom): string[] {
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/storylines/summit', 'collection')));
  let title = '';
  return [
    ...html.matchAll(/<h2[^>]*>(?<title>[^<]*)|href="\/2026\/01\/\d\d\/(?<slug>[^"]*)"|<time[^>]*>(?<day>[^<]*)/g),
  ].flatMap(({ groups = {} }) => {
    if (groups['title'] !== undefined) title = groups['title'].trim();
    const found = groups['slug'] ?? groups['day'];
    return found === undefined ? [] : [`${title}: ${found}`];
  });
}

test('a storyline shows its days, newest first, and its background', async (t) => {
  const newsroom = await newsroomOf(
    t,
    story(9, 'newest'),
    story(8, 'late', { published: '2026-01-08T18:00:00Z' }),
    story(8, 'early', { published: '2026-01-08T06:00:00Z' }),
    story(5, 'law', { type: 'explainer' }),
    story(6, 'why', { type: 'analysis' }),
    article('/2026/01/02/before', { storyline: 'summit', published: '2025-12-31T12:00:00Z' }),
  );
  assert.deepEqual(linksOf(newsroom), [
    ': 31 December 2025',
    'How it came to this: 9 January 2026',
    'How it came to this: newest',
    'How it came to this: 8 January',
    'How it came to this: late',
    'How it came to this: early',
    'How it came to this: 31 December 2025',
    'How it came to this: before',
    'Background: law',
    'Background: 5 January 2026',
    'Background: why',
    'Background: 6 January 2026',
  ]);
  const { count, since, status, topics: named } = partsOf(newsroom);
  assert.deepEqual([count, since, status], [6, '2025-12-31T12:00:00Z', 'running']);
  assert.deepEqual(
    named.map(({ slug }) => slug),
    ['asia'],
    'a topic without a public article is not named',
  );
});

test('background is bounded, has explainers before analyses, and not the story at the top', async (t) => {
  const newsroom = await newsroomOf(
    t,
    story(20, 'top', { type: 'explainer' }),
    ...[1, 2, 3].map((day) => story(day, `explainer-${day}`, { type: 'explainer' })),
    ...[4, 5, 6, 7].map((day) => story(day, `analysis-${day}`, { type: 'analysis' })),
  );
  assert.deepEqual(
    partsOf(newsroom).background.map(({ headline }) => headline),
    ['explainer-3', 'explainer-2', 'explainer-1', 'analysis-7', 'analysis-6'].map((slug) => `About ${slug}`),
  );
});

test('the first story is named where older pages have it, and those pages never change', async (t) => {
  const many = Array.from({ length: 65 }, (_, number) => story((number % 25) + 1, `s${number}`));
  const newsroom = await newsroomOf(t, ...many);
  assert.equal(partsOf(newsroom).first?.headline, 'About s0');
  const paths = ['/storylines/summit/page/1', '/storylines/summit'];
  const before = answersOf(newsroom, now, paths);
  newsroom.write(story(26, 'new', { type: 'explainer' }));
  await newsroom.compile();
  const after = answersOf(newsroom, now, paths);
  assert.equal(after.get('/storylines/summit/page/1'), before.get('/storylines/summit/page/1'));
  assert.notEqual(after.get('/storylines/summit'), before.get('/storylines/summit'));
  const [older] = newsroom.at(now, (edition) => [viewAt(edition, '/storylines/summit/page/1', 'collection')]);
  assert.deepEqual(older?.detail, { links: [] });
  assert.doesNotMatch(mainOf(older), /Background|How it came/);
});

test('a translation is listed with its original; without that, alone', async (t) => {
  const original = '/2026/01/05/original';
  const newsroom = await newsroomOf(
    t,
    story(5, 'original'),
    story(6, 'übersetzung', { lang: 'de', translationOf: original, type: 'explainer' }),
    story(4, 'first'),
  );
  const parts = partsOf(newsroom);
  assert.deepEqual(parts.translations, { [original]: [{ address: '/2026/01/06/übersetzung', lang: 'de' }] });
  assert.deepEqual(parts.background, []);
  assert.equal(parts.count, 2);
  assert.equal(linksOf(newsroom).includes('How it came to this: original'), true);
  newsroom.write(story(5, 'original', { status: 'withheld' }));
  await newsroom.compile();
  assert.deepEqual(partsOf(newsroom).translations, {});
  assert.equal(partsOf(newsroom).count, 2, 'the translation is listed alone');
});

test('what is hidden leaves no trace on the page of a storyline', async (t) => {
  const without = await newsroomOf(t, story(5, 'a'), story(6, 'b', { type: 'analysis' }));
  const parts = partsOf(without);
  for (const hidden of [
    { status: 'draft' },
    { embargo: '2026-04-01T00:00:00Z' },
    { expires: '2026-02-01T00:00:00Z' },
  ]) {
    const newsroom = await newsroomOf(
      t,
      story(5, 'a'),
      story(6, 'b', { type: 'analysis' }),
      story(1, 'hidden-first', hidden),
      story(7, 'hidden-explainer', { type: 'explainer', ...hidden }),
      story(7, 'hidden-translation', { translationOf: '/2026/01/05/a', lang: 'de', ...hidden }),
    );
    assert.deepEqual(partsOf(newsroom), parts, JSON.stringify(hidden));
  }
});

test('a storyline of one story has its newest story and nothing else', async (t) => {
  const newsroom = await newsroomOf(t, story(5, 'only', { type: 'explainer' }));
  assert.deepEqual(linksOf(newsroom), [
    ': 5 January 2026',
    'How it came to this: 5 January 2026',
    'How it came to this: only',
  ]);
});

const ahead = `---
title: The summit
ahead:
  - { date: 2026-03-01, text: They sign }
  - { date: 2026-04, text: They meet again }
  - { date: 2027, text: They see }
---
`;

test('what is ahead is above the stories, the farthest first, until it is over where the newsroom is', async (t) => {
  const newsroom = await newsroomOf(
    t,
    { 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: Asia/Tokyo\n' },
    { 'storylines/summit.mdx': ahead },
    story(5, 'a'),
    story(6, 'hidden', { embargo: '2030-01-01T00:00:00Z' }),
  );
  const shown = (at: string): string[] => partsOf(newsroom, at).ahead.map(({ text }) => text);
  assert.deepEqual(shown('2026-02-01T00:00:00Z'), ['They see', 'They meet again', 'They sign']);
  assert.deepEqual(shown('2026-03-01T14:59:59.999Z'), ['They see', 'They meet again', 'They sign']);
  assert.deepEqual(shown('2026-03-01T15:00:00Z'), ['They see', 'They meet again']);
  assert.deepEqual(shown('2026-12-31T15:00:00Z'), ['They see']);
  assert.deepEqual(shown('2027-12-31T15:00:00Z'), []);
  // The page holds until the next of these instants.
  const window = (at: string): string[] =>
    newsroom.at(at, ({ from, until }) => [from, until].map((each) => new Date(each).toISOString().slice(0, 16)));
  assert.deepEqual(window('2026-02-01T00:00:00Z'), ['2026-01-05T12:00', '2026-03-01T15:00']);
  assert.deepEqual(window('2026-03-01T15:00:00Z'), ['2026-03-01T15:00', '2026-04-30T15:00']);
  assert.deepEqual(window('2027-12-31T15:00:00Z'), ['2027-12-31T15:00', '2030-01-01T00:00']);
  const html = newsroom.at('2026-02-01T00:00:00Z', (edition) =>
    mainOf(viewAt(edition, '/storylines/summit', 'collection')),
  );
  assert.match(
    html,
    /<time dateTime="2027">2027<\/time> <span>What is ahead<.*"2026-04">April 2026<.*"2026-03-01">1 March 2026<.*About a</s,
  );
  newsroom.write({ 'storylines/summit.mdx': '---\ntitle: The summit\n---\n' });
  await newsroom.compile();
  assert.deepEqual(
    window('2026-02-01T00:00:00Z'),
    ['2026-01-05T12:00', '2030-01-01T00:00'],
    'a line that was taken out is no gate',
  );
});

test('a bad line of what is ahead is left out with a problem', async (t) => {
  const newsroom = new TestNewsroom(t, { ...files, ...story(5, 'a') });
  for (const [date, code] of [
    ['2026-02-30', 'date-invalid'],
    ['soon', 'date-invalid'],
    ['20260', 'date-invalid'],
    ['[2026]', 'field-invalid'],
  ]) {
    newsroom.write({
      'storylines/summit.mdx': `---\ntitle: The summit\nahead: [{ date: ${date}, text: A }, { date: 2027, text: B }]\n---\n`,
    });
    const { problems } = await newsroom.compile();
    assert.deepEqual(
      problems.map((each) => `${each.code} ${each.field}`),
      [`${code} ahead.0.date`],
      date,
    );
    assert.deepEqual(partsOf(newsroom).ahead, [{ date: '2027', text: 'B' }]);
  }
});

test('people and the places of public stories are beside the timeline', async (t) => {
  const newsroom = await newsroomOf(
    t,
    {
      'storylines/summit.mdx':
        '---\ntitle: The summit\npeople: [{ name: Lee, role: President }, { name: Ann Example }]\n---\n',
      'places.yaml':
        '- { name: Nara, at: [34.7, 135.8] }\n- { name: Seoul, at: [37.6, 127] }\n- { name: Beijing, at: [39.9, 116.4] }\n',
    },
    { 'people/ann-example.mdx': '---\nname: Ann Example\n---\n' },
    story(5, 'a', { dateline: { place: 'Nara' }, byline: ['ann-example'] }),
    story(6, 'b', { dateline: { place: 'Seoul' } }),
    story(7, 'c', { dateline: { place: 'Seoul' } }),
    story(8, 'd', { dateline: { place: 'Nowhere' } }),
    story(9, 'hidden', { dateline: { place: 'Beijing' }, status: 'draft' }),
  );
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/storylines/summit', 'collection')));
  assert.match(
    html,
    /<a href="\/search\?q=%22Lee%22&amp;order=date">Lee<\/a><div class="reason">President<\/div>.*<a href="\/people\/ann-example">Ann Example<\/a><\/li>/,
  );
  assert.match(html, /aria-label="Map: Seoul and Nara"/);
});
