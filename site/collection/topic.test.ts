import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, brief, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';
import type { TopicParts } from './topic.ts';

const now = '2026-03-01T00:00:00Z';

function storyline(slug: string, fields: string): Files {
  return { [`storylines/${slug}.mdx`]: `---\ntitle: The ${slug}\n${fields}\n---\n` };
}

/** A story of a storyline on a day of January. */
function story(day: number, slug: string, fields: Record<string, unknown> = {}): Files {
  return article(`/2026/01/${String(day).padStart(2, '0')}/${slug}`, { topics: ['asia'], ...fields });
}

async function newsroomOf(t: TestContext, ...more: Files[]): Promise<TestNewsroom> {
  const tree = topics({
    world: 'World',
    asia: { title: 'Asia', parent: 'world' },
    sea: { title: 'Sea', parent: 'asia' },
  });
  const newsroom = new TestNewsroom(t, Object.assign({}, site, tree, story(1, 'plain'), ...more));
  await newsroom.compile();
  return newsroom;
}

function partsOf(newsroom: TestNewsroom, slug = 'asia', at = now): TopicParts {
  return newsroom.at(at, (edition) => {
    const { topic } = viewAt(edition, `/topics/${slug}`, 'collection').detail;
    assert.ok(topic);
    return topic;
  });
}

const running = (parts: TopicParts): string[] =>
  (parts.front?.running ?? []).map(({ slug, stories: [newest] }) => `${slug}: ${newest?.address}`);
const essential = (parts: TopicParts): string[] =>
  (parts.front?.essential ?? []).map(({ story: { address } }) => address.replace(/^.*\//, ''));

test('three storylines run at most, that with the newest story first; the others are on the page of links', async (t) => {
  const lines = [3, 1, 7, 5, 2, 6, 4];
  const newsroom = await newsroomOf(
    t,
    ...lines.flatMap((day) => [
      storyline(`line-${day}`, 'topics: [asia]'),
      story(day, `old-${day}`, { storyline: `line-${day}` }),
      story(day + 10, `new-${day}`, { storyline: `line-${day}` }),
    ]),
    storyline('over', 'topics: [asia]\nstatus: closed'),
    story(25, 'end', { storyline: 'over' }),
  );
  const parts = partsOf(newsroom);
  assert.deepEqual(
    running(parts),
    // The newest stories are at the top of the page.
    [7, 6, 5].map((day) => `line-${day}: /2026/01/0${day}/old-${day}`),
  );
  assert.equal(parts.moreStorylines, true);
  newsroom.at(now, (edition) => {
    assert.match(mainOf(viewAt(edition, '/topics/asia', 'collection')), /<a href="\/topics\/asia\/links#storylines">/);
    const { groups } = viewAt(edition, '/topics/asia/links', 'topic-links');
    const group = groups.find(({ id }) => id === 'storylines');
    assert.deepEqual(
      group?.links.map(({ title, reasons }) => `${title}, ${reasons.join()}`),
      [...[1, 2, 3, 4, 5, 6, 7].map((day) => `The line-${day}, Running storyline`), 'The over, Closed storyline'],
    );
  });
});

test('a closed storyline alone does not run, and leads to the page of links', async (t) => {
  const newsroom = await newsroomOf(
    t,
    storyline('over', 'topics: [asia]\nstatus: closed'),
    story(5, 'end', { storyline: 'over' }),
  );
  const parts = partsOf(newsroom);
  assert.deepEqual([running(parts), parts.moreStorylines], [[], true]);
});

test('a topic has the storylines of the topics below it', async (t) => {
  const newsroom = await newsroomOf(
    t,
    storyline('waves', 'topics: [sea]'),
    story(5, 'wave', { storyline: 'waves', topics: ['sea'] }),
  );
  for (const slug of ['sea', 'asia', 'world']) assert.equal(partsOf(newsroom, slug).front?.running[0]?.slug, 'waves');
});

test('a storyline without a public story is not named, and one of them leaves no trace', async (t) => {
  const newsroom = await newsroomOf(
    t,
    storyline('secret', 'topics: [asia]'),
    story(5, 'later', { storyline: 'secret', type: 'explainer', embargo: '2026-04-01T00:00:00Z' }),
    storyline('known', 'topics: [asia]'),
    story(6, 'seen', { storyline: 'known' }),
    story(9, 'unseen', { storyline: 'known', status: 'draft', type: 'explainer' }),
  );
  const without = await newsroomOf(t, storyline('known', 'topics: [asia]'), story(6, 'seen', { storyline: 'known' }));
  assert.deepEqual(partsOf(newsroom), partsOf(without));
  const lines = (at: string): string[] => (partsOf(newsroom, 'asia', at).front?.running ?? []).map(({ slug }) => slug);
  assert.deepEqual(lines(now), ['known']);
  assert.deepEqual(lines('2026-04-01T00:00:00Z'), ['known', 'secret']);
});

test('what the editor picked is read first, then explainers, then analyses; four at most', async (t) => {
  const essentials = '/2026/01/02/picked, /2026/01/03/hidden, /old, /2026/01/09/nowhere';
  const newsroom = await newsroomOf(
    t,
    topics({ asia: { title: 'Asia', parent: 'world', essential: essentials.split(', ') } }),
    story(2, 'picked', { topics: ['world'] }),
    story(3, 'hidden', { status: 'draft' }),
    story(4, 'moved', { aliases: ['/old'] }),
    story(5, 'explainer', { type: 'explainer' }),
    story(8, 'fremd', { type: 'explainer', lang: 'de' }),
    story(7, 'translation', { type: 'explainer', lang: 'en-GB', translationOf: '/2026/01/05/explainer' }),
    story(6, 'analysis', { type: 'analysis' }),
    story(1, 'old-analysis', { type: 'analysis' }),
    ...[20, 21, 22, 23].map((day) => story(day, `news-${day}`)),
  );
  assert.deepEqual(essential(partsOf(newsroom)), ['picked', 'moved', 'explainer', 'analysis']);
  const { problems } = await newsroom.compile();
  assert.deepEqual(
    brief(problems),
    [
      'topics/asia.mdx:6:5 related-hidden essential',
      'topics/asia.mdx:7:5 related-moved essential',
      'topics/asia.mdx:8:5 related-missing essential',
    ],
    'addresses of hidden, moved and missing articles are reported',
  );
  // Those of the topics below count; those of others do not.
  assert.deepEqual(essential(partsOf(newsroom, 'world')), ['explainer', 'analysis', 'old-analysis']);
});

test('topics below a topic are bounded, and all of them are on the page of topics', async (t) => {
  const below = Array.from({ length: 15 }, (_, number) => `below-${String(number).padStart(2, '0')}`);
  const newsroom = await newsroomOf(
    t,
    topics(Object.fromEntries(below.map((slug) => [slug, { title: slug, parent: 'asia' }]))),
    ...below.map((slug, number) => story(2, slug, { topics: [slug], ...(number === 0 && { status: 'draft' }) })),
  );
  const parts = partsOf(newsroom);
  assert.deepEqual(
    parts.below.map(({ slug }) => slug),
    below.slice(1, 13),
  );
  assert.equal(parts.moreBelow, true);
  assert.match(
    newsroom.at(now, (edition) => mainOf(viewAt(edition, '/topics/asia', 'collection'))),
    /<a href="\/topics">All topics<\/a>/,
  );
});

test('a topic without storylines and explainers shows its list alone', async (t) => {
  const newsroom = await newsroomOf(t);
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/topics/asia', 'collection')));
  assert.doesNotMatch(html, /Running now|Read first|h3/);
});

test('the newest story is above what a topic is about, and the head has one line', async (t) => {
  const introduction = 'Asia is large. It has seas.\n\nMore on it.\n';
  const newsroom = await newsroomOf(t, { 'topics/asia.mdx': `---\ntitle: Asia\n---\n\n${introduction}` });
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/topics/asia', 'collection')));
  assert.match(html, /<p class="standfirst">Asia is large\.<\/p>.*plain<\/a>.*It has seas.*More on it/s);
});
