import { deepEqual, equal, match } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

const searched = (newsroom: TestNewsroom, ...args: string[]): ReturnType<typeof dateline> =>
  dateline(newsroom, 'search', ...args);

const newsroomIn = (t: TestContext): TestNewsroom =>
  new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/02/garden', { headline: 'A garden opens' }, 'The minister came.'),
    ...article('/2026/01/03/minister', { headline: 'The minister goes' }, 'It was about a bridge.'),
    ...article('/2026/01/03/draft', { status: 'draft' }, 'The minister is hidden.'),
  });

test('--json prints one object with the hits, best first', (t) => {
  const { code, out, err } = searched(newsroomIn(t), 'minister', '--json');
  deepEqual([code, err], [0, '']);
  const { hits, ...rest } = JSON.parse(out);
  deepEqual(rest, { query: 'minister', total: 2, notes: [] });
  deepEqual(
    hits.map(({ score, ...hit }: { score: number }) => ({ ...hit, isNumber: Number.isFinite(score) })),
    [
      {
        path: '/2026/01/03/minister',
        headline: 'The minister goes',
        published: '2026-01-03T12:00:00Z',
        snippet: 'It was about a bridge.',
        isNumber: true,
      },
      {
        path: '/2026/01/02/garden',
        headline: 'A garden opens',
        published: '2026-01-02T12:00:00Z',
        snippet: 'The minister came.',
        isNumber: true,
      },
    ],
  );
});

test('words are one query, excluded ones too, and a mended query is named', (t) => {
  const newsroom = newsroomIn(t);
  const found = searched(newsroom, 'minister', '-bridge');
  equal(found.code, 0);
  match(found.out, /^1 story\n\n2026-01-02 {2}A garden opens\n {2}\/2026\/01\/02\/garden\n {2}The minister came\.\n$/);
  match(searched(newsroom, 'minsiter').out, /^0 stories\nDid you mean: minister\n$/);
  deepEqual(JSON.parse(searched(newsroom, 'minsiter', '--json').out), {
    query: 'minsiter',
    total: 0,
    notes: [],
    suggestion: 'minister',
    hits: [],
  });
});

test('what was not understood goes to standard error, and no query is no request', (t) => {
  const newsroom = newsroomIn(t);
  const { code, out, err } = searched(newsroom, '--json', 'topic:');
  equal(code, 0);
  deepEqual(JSON.parse(out).hits, []);
  match(err, /“topic:” has no value/);
  deepEqual(JSON.parse(out).notes, err.trim().split('\n'));
  for (const [said, ...args] of [
    ['there is no query.'],
    ['there is no query.', '--json'],
    ['“--order” is not an option', 'minister', '--order'],
  ] as const) {
    const refused = searched(newsroom, ...args);
    deepEqual([refused.code, refused.out], [2, '']);
    match(refused.err, new RegExp(`^dateline: ${said}.* Usage: dateline search QUERY`));
  }
  equal(searched(newsroom, '--', '--minister').code, 0);
});

test('where there are more hits than it prints, it says where they are', (t) => {
  const newsroom = newsroomIn(t);
  for (let number = 0; number < 19; number += 1)
    newsroom.write(article(`/2026/01/01/n-${number}`, {}, 'A minister & more.'));
  const { out } = searched(newsroom, 'minister');
  match(out, /^21 stories\n[^]*\n\nThese are the first 20\. More: \/search\?q=minister&page=2\n$/);
  newsroom.remove('articles/2026/01/01/n-0.mdx');
  equal(searched(newsroom, 'minister').out.includes('These are'), false);
});
