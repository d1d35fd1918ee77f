import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { never } from '../store/schema.ts';
import { article, site, TestNewsroom, topics } from '../testing.ts';
import type { Edition } from './edition.ts';

const address = '/2026/01/10/x';
const before = '2026-01-09T23:59:59.999Z';
const at = '2026-01-10T00:00:00Z';
const after = '2026-01-10T00:00:00.001Z';

/** What an edition says of the article, in each of the ways in which it can be asked. */
function stateOf(edition: Edition): string {
  const { state } = edition.lookup(address);
  const shown = [
    edition.story(address) !== undefined,
    edition.count('all', '') > 0,
    edition.newest('all', '', 5).length > 0,
    edition.fromOldest('day', '2026/01/10', 0, 5).length > 0,
    edition.days('2026').length > 0,
    edition.collection('topic', 'a') !== undefined,
    edition.topic('a') !== undefined,
    edition.collection('place', 'nara') !== undefined,
    edition.collections('agency').length > 0,
    edition.person('ann') !== undefined,
    edition.storyline('line') !== undefined,
    edition.topicsUnder(undefined).length > 0,
    edition.picture('a.svg') !== undefined,
  ];
  assert.equal(new Set(shown).size, 1, `not all agree: ${shown.join(', ')}`);
  assert.equal(state === 'public', shown[0]);
  return state;
}

/** A newsroom in which one article is all that there is in each of its collections. */
async function newsroomWith(t: TestContext, fields: Record<string, unknown>): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ top: 'Top', a: { title: 'A', parent: 'top' } }),
    'people/ann.mdx': '---\nname: Ann\n---\n',
    'storylines/line.mdx': '---\ntitle: Line\n---\n',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    ...article(address, {
      published: '2026-01-01T00:00:00Z',
      topics: ['a'],
      byline: ['ann'],
      storyline: 'line',
      agency: 'AFP',
      dateline: { place: 'Nara', country: 'JP' },
      image: { src: 'a.svg', alt: 'A' },
      aliases: ['/old'],
      ...fields,
    }),
  });
  await newsroom.compile();
  return newsroom;
}

test('what may be seen, and when', async (t) => {
  const cases: [name: string, fields: Record<string, unknown>, before: string, at: string, after: string][] = [
    ['a plain article', {}, 'public', 'public', 'public'],
    ['published now', { published: at }, 'none', 'public', 'public'],
    ['published now, in another zone', { published: '2026-01-10T09:00:00+09:00' }, 'none', 'public', 'public'],
    ['embargoed until now', { embargo: at }, 'none', 'public', 'public'],
    ['embargoed until later', { embargo: '2026-02-01T00:00:00Z' }, 'none', 'none', 'none'],
    [
      'published now, with an embargo that is over',
      { published: at, embargo: '2026-01-05T00:00:00Z' },
      'none',
      'public',
      'public',
    ],
    ['expires now', { expires: at }, 'public', 'gone', 'gone'],
    ['comes now and ends now', { published: at, expires: at }, 'none', 'none', 'none'],
    ['a draft', { status: 'draft' }, 'none', 'none', 'none'],
    ['withheld', { status: 'withheld' }, 'none', 'none', 'none'],
    ['a draft that would have expired', { status: 'draft', expires: at }, 'none', 'none', 'none'],
    ['killed', { status: 'killed' }, 'gone', 'gone', 'gone'],
    [
      'killed before its embargo was over',
      { status: 'killed', embargo: '2026-02-01T00:00:00Z' },
      'none',
      'none',
      'none',
    ],
    ['killed before it came', { status: 'killed', published: at }, 'none', 'gone', 'gone'],
    [
      'killed before it came, to end as it came',
      { status: 'killed', published: at, expires: at },
      'none',
      'none',
      'none',
    ],
  ];
  for (const [name, fields, ...states] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = await newsroomWith(inner, fields);
      assert.deepEqual(
        [before, at, after].map((now) => newsroom.at(now, stateOf)),
        states,
      );
    });
  }
});

test('an alias leads to an article only while that is or was public', async (t) => {
  const cases: [fields: Record<string, unknown>, to: string | undefined][] = [
    [{}, address],
    [{ expires: at }, address],
    [{ status: 'killed' }, address],
    [{ status: 'draft' }, undefined],
    [{ embargo: '2026-02-01T00:00:00Z' }, undefined],
  ];
  for (const [fields, to] of cases) {
    const newsroom = await newsroomWith(t, fields);
    newsroom.at(after, (edition) => assert.equal(edition.redirectFrom('/old'), to, JSON.stringify(fields)));
  }
});

test('the reason for a kill is given, and nothing else of it', async (t) => {
  const newsroom = await newsroomWith(t, { status: 'killed', reason: 'Based on a forged letter.' });
  newsroom.at(after, (edition) =>
    assert.deepEqual(edition.lookup(address), { state: 'gone', reason: 'Based on a forged letter.' }),
  );
});

test('a reason that was written for a kill is not shown for a story that only expired', async (t) => {
  const newsroom = await newsroomWith(t, { expires: at, reason: 'Based on a forged letter.' });
  newsroom.at(after, (edition) => assert.deepEqual(edition.lookup(address), { state: 'gone' }));
});

test('an edition holds from one gate to the next', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/05/a', { published: '2026-01-05T00:00:00Z', expires: '2026-01-20T00:00:00Z' }),
    ...article('/2026/01/10/b', { published: '2026-01-10T00:00:00Z' }),
    // Its address turns from 404 to 410 at its time.
    ...article('/2026/01/30/c', { published: '2026-01-30T00:00:00Z', status: 'killed' }),
  });
  await newsroom.compile();
  const dayOf = (bound: number): string =>
    bound <= 0 || bound >= never ? 'ever' : new Date(bound).toISOString().slice(0, 10);
  const bounds = (now: string): string[] => newsroom.at(now, ({ from, until }) => [dayOf(from), dayOf(until)]);
  assert.deepEqual(bounds('2026-01-01T00:00:00Z'), ['ever', '2026-01-05']);
  assert.deepEqual(bounds('2026-01-05T00:00:00Z'), ['2026-01-05', '2026-01-10']);
  assert.deepEqual(bounds('2026-01-12T00:00:00Z'), ['2026-01-10', '2026-01-20']);
  assert.deepEqual(bounds('2026-01-20T00:00:00Z'), ['2026-01-20', '2026-01-30']);
  assert.deepEqual(bounds('2026-01-30T00:00:00Z'), ['2026-01-30', 'ever']);
});

test('a change that is dated ahead is a gate, where the article can be seen by then', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/05/a', { published: '2026-01-05T00:00:00Z', updated: '2026-01-10T00:00:00Z' }),
    ...article('/2026/01/05/draft', { status: 'draft', updated: '2026-01-07T00:00:00Z' }),
    ...article('/2026/01/05/over', { expires: '2026-01-06T00:00:00Z', updated: '2026-01-08T00:00:00Z' }),
  });
  await newsroom.compile();
  newsroom.at('2026-01-06T00:00:00Z', ({ until }) => assert.equal(until, Date.parse('2026-01-10T00:00:00Z')));
  newsroom.at('2026-01-12T00:00:00Z', ({ from }) => assert.equal(from, Date.parse('2026-01-10T00:00:00Z')));
});

test('the site’s own settings lead to nothing hidden', async (t) => {
  const newsroom = new TestNewsroom(t, {
    'site.yaml': `name: The Test
url: https://test.example
language: en
timezone: UTC
publisher: { name: A house, url: https://test.example/2026/01/10/x }
policies: { ethics: /2026/01/10/x, masthead: /topics/a, corrections: "/about#corrections", diversity: "https://elsewhere.example/" }
`,
    ...topics({ a: 'A' }),
    ...article('/2026/01/10/x', { topics: ['a'], embargo: '2026-02-01T00:00:00Z' }),
  });
  await newsroom.compile();
  const links = (now: string): unknown[] =>
    newsroom.at(now, ({ site: { publisher, policies } }) => [publisher?.url, Object.keys(policies)]);
  assert.deepEqual(links(after), [undefined, ['corrections', 'diversity']]);
  assert.deepEqual(links('2026-02-01T00:00:00Z'), [
    'https://test.example/2026/01/10/x',
    ['ethics', 'masthead', 'corrections', 'diversity'],
  ]);
});

test('nobody sees a picture until a public page names it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    'images/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    ...article('/2026/01/10/x', { embargo: '2026-02-01T00:00:00Z' }, '![A](a.svg)'),
  });
  await newsroom.compile();
  newsroom.at(after, (edition) => assert.equal(edition.picture('a.svg'), undefined));
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    assert.equal(edition.picture('a.svg')?.type, 'svg');
    assert.equal(edition.picture('b.svg'), undefined, 'nobody names it');
  });
});
