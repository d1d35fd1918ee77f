import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, topics, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { storiesOnFront, frontView, type FrontView } from './view.ts';

const now = '2026-02-01T00:00:00Z';
const sections = ['art', 'books', 'energy', 'law', 'space', 'sport'];
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>';

/** So many stories, the newest last; every section has as many. Every second one has a picture, and each picture is in two. */
function stories(count: number, pictures = true): Files {
  const all = Array.from({ length: count }, (_, index) => {
    const day = String(1 + (index % 28)).padStart(2, '0');
    const hour = String(Math.floor(index / 28) % 24).padStart(2, '0');
    return article(`/2026/01/${day}/story-${index}`, {
      published: `2026-01-${day}T${hour}:00:00Z`,
      topics: [sections[index % sections.length]],
      ...(pictures && index % 2 === 0 && { image: { src: `${index >> 2}.svg`, alt: 'A picture' } }),
    });
  });
  const images = Array.from({ length: Math.ceil(count / 4) + 1 }, (_, index) => [`images/${index}.svg`, svg] as const);
  return Object.assign(
    { ...site, ...topics(Object.fromEntries(sections.map((slug) => [slug, slug]))) },
    ...all,
    pictures ? Object.fromEntries(images) : {},
  );
}

async function viewOf(t: TestContext, files: Files): Promise<FrontView | undefined> {
  const newsroom = new TestNewsroom(t, files);
  await newsroom.compile();
  return newsroom.at(now, frontView);
}

function addressesIn(view: FrontView): string[] {
  return storiesOnFront(view).map(({ story }) => story.address);
}

test('with any number of stories, none is there twice, no picture is, and no two neighbours have one shape', async (t) => {
  for (const [count, pictures] of [
    [1, true],
    [3, true],
    [6, false],
    [30, true],
    [30, false],
    [120, true],
  ] as const) {
    const view = await viewOf(t, stories(count, pictures));
    assert.ok(view);
    const addresses = addressesIn(view);
    assert.equal(new Set(addresses).size, addresses.length, `${count}: each story once`);
    assert.equal(addresses.length, count <= 6 ? count : addresses.length, `${count}: all of a few stories`);
    const sources = storiesOnFront(view).flatMap(({ story, pictured }) => (pictured ? [story.picture?.src] : []));
    assert.equal(new Set(sources).size, sources.length, `${count}: each picture once`);
    assert.equal(sources.length > 0, pictures);
    const shapes = view.rows.flat().map(({ layout }) => layout);
    assert.equal(
      shapes.some((shape, index) => shape === shapes[index - 1]),
      false,
      `${count}: ${shapes.join()}`,
    );
    assert.equal(view.latest.length >= 5, count >= 30);
    if (count >= 120) assert.equal(view.rows.flat().length, sections.length, 'a package for each section');
  }
  assert.equal(await viewOf(t, site), undefined);
});

test('a package of an editor keeps a story, and an empty list means none', async (t) => {
  const papers = { ...stories(12, false), ...topics({ art: 'Art', town: 'Town' }) };
  const own = article('/2026/01/29/fair', { topics: ['town'], urgency: 3 });
  const older = article('/2026/01/28/band', { topics: ['town'], urgency: 3 });
  const view = await viewOf(t, {
    ...papers,
    ...own,
    ...older,
    'front.yaml': 'packages: [{ topic: town }, { topic: art }]\n',
  });
  assert.equal(view?.lead.story.address, '/2026/01/29/fair');
  assert.deepEqual(
    view.rows.flat().map(({ title, stories: shown }) => [title, shown[0]?.story.address]),
    [
      ['Town', '/2026/01/28/band'],
      ['Art', '/2026/01/01/story-0'],
    ],
  );
  const bare = await viewOf(t, { ...papers, 'front.yaml': 'seconds: []\npackages: []\n' });
  assert.deepEqual([bare?.seconds, bare?.rows], [[], []]);
});

test('urgency counts for the lead and beside it, and only among the newest', async (t) => {
  const files = {
    ...site,
    ...article('/2026/01/01/old', { urgency: 1 }),
    ...article('/2026/01/30/urgent', { urgency: 1, published: '2026-01-30T18:00:00Z' }),
    ...article('/2026/01/31/calm', { urgency: 9 }),
    ...article('/2026/01/31/usual', { published: '2026-01-31T10:00:00Z' }),
    ...article('/2026/01/31/opinion', { type: 'opinion', published: '2026-01-31T20:00:00Z', urgency: 1 }),
  };
  const view = await viewOf(t, files);
  assert.equal(view?.lead.story.address, '/2026/01/30/urgent');
  assert.deepEqual(
    view.seconds.map(({ story }) => story.address),
    ['/2026/01/31/usual', '/2026/01/31/calm', '/2026/01/01/old'],
  );
});

test('the slots of front.yaml have what the editor has put there, and nobody else takes it', async (t) => {
  const files = {
    ...stories(60),
    'storylines/talks.mdx': '---\ntitle: The talks\ntopics: [law]\n---\n',
    ...article('/2026/01/02/talks-a', { topics: ['law'], storyline: 'talks' }),
    ...article('/2026/01/03/talks-b', { topics: ['law'], storyline: 'talks' }),
    ...article('/2026/01/04/opinion-a', { topics: ['art'], type: 'opinion', byline: [{ name: 'Ann Example' }] }),
    ...article('/2026/01/05/opinion-b', { topics: ['art'], type: 'opinion' }),
    ...article('/2026/01/29/hidden', { status: 'draft', headline: 'A secret' }),
    'front.yaml': `
lead: /2026/01/01/story-0
seconds: [/2026/01/29/hidden, /2026/01/02/story-1]
numbers:
  - { value: 5 m, label: high, url: /2026/01/03/story-2 }
  - { value: 7, label: secrets, url: /2026/01/29/hidden }
running:
  storyline: talks
  pinned: [/2026/01/02/talks-a]
  dates: [{ date: 2026-03-01, text: Later }, { date: 2025-12-01, text: Before }]
packages:
  - { topic: sport, layout: text, stories: 2, pinned: [/2026/01/06/story-5, /2026/01/29/hidden] }
  - { type: opinion, layout: band }
  - { topic: books, weight: half }
  - { topic: space, weight: half }
  - { topic: energy, weight: column }
  - { topic: empty }
`,
    'topics/empty.mdx': '---\ntitle: A title that nobody sees\n---\n',
  };
  const view = await viewOf(t, files);
  assert.ok(view);
  const { lead, seconds, numbers, running, rows } = view;
  assert.equal(lead.story.address, '/2026/01/01/story-0');
  assert.equal(seconds[0]?.story.address, '/2026/01/02/story-1');
  assert.deepEqual(
    numbers.map(({ value }) => value),
    ['5 m'],
  );
  assert.deepEqual(
    running?.stories.map(({ story }) => story.address),
    ['/2026/01/02/talks-a', '/2026/01/03/talks-b'],
  );
  assert.deepEqual(running.dates, [
    { date: '2025-12-01', text: 'Before', ahead: false },
    { date: '2026-03-01', text: 'Later', ahead: true },
  ]);
  assert.deepEqual(
    rows.map((row) => row.map(({ id, layout, weight }) => `${id} ${weight} ${layout}`)),
    [
      ['topic-sport whole text'],
      ['type-opinion whole band'],
      ['topic-books half text', 'topic-space half list'],
      ['topic-energy whole feature'],
    ],
  );
  const [sport, opinion] = rows.flat();
  assert.equal(sport?.stories.length, 2);
  assert.equal(sport.stories[0]?.story.address, '/2026/01/06/story-5');
  assert.deepEqual(
    opinion?.stories.map(({ story, authors }) => [story.address, authors]),
    [
      ['/2026/01/05/opinion-b', undefined],
      ['/2026/01/04/opinion-a', ['Ann Example']],
    ],
  );
  assert.doesNotMatch(JSON.stringify(view), /hidden|secret|nobody sees/i);
});

test('a slot for what is not public takes no story from the page', async (t) => {
  const view = await viewOf(t, {
    ...stories(3),
    ...article('/2026/01/20/secret', { embargo: '2030-01-01T00:00:00Z', topics: ['hidden'], storyline: 'hidden' }),
    ...topics({ hidden: 'Hidden' }),
    'storylines/hidden.mdx': '---\ntitle: Hidden\n---\n',
    'front.yaml': JSON.stringify({
      running: { storyline: 'hidden', pinned: ['/2026/01/01/story-0'] },
      packages: [{ topic: 'hidden', pinned: ['/2026/01/02/story-1'] }],
    }),
  });
  assert.ok(view);
  assert.equal(addressesIn(view).length, 3);
  assert.equal(view.running, undefined);
});

test('the latest stories have the time of the site, and so has the day of the page', async (t) => {
  const files = {
    ...stories(30, false),
    'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: Asia/Tokyo\n',
    ...article('/2026/01/30/evening', { published: '2026-01-30T20:15:00Z', type: 'opinion' }),
  };
  const view = await viewOf(t, files);
  assert.equal(view?.day, '2026-01-31');
  assert.equal(view.latest.find(({ story }) => story.address.endsWith('evening'))?.at, '2026-01-31T05:15');
});

test('a story in several languages is there once, in the language of the site', async (t) => {
  const files = {
    ...site,
    ...article('/2026/01/01/original', { lang: 'ja' }),
    ...article('/2026/01/02/translation', { lang: 'en', translationOf: '/2026/01/01/original' }),
    ...article('/2026/01/02/third', { lang: 'ko', translationOf: '/2026/01/01/original' }),
  };
  const view = await viewOf(t, files);
  assert.deepEqual(view && addressesIn(view), ['/2026/01/02/translation']);
});
