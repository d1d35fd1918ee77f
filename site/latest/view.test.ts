import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { answer } from '../answer.ts';
import { mainOf } from '../testing-pages.ts';
import { digestsOf, viewAt } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';

/** One story a day, from the first of January on. */
function stories(count: number): Files {
  const days = Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString());
  return Object.assign({}, ...days.map((day, index) => article(`/${day.slice(0, 10).replaceAll('-', '/')}/s${index}`)));
}

async function newsroomOf(files: Files, newsroom: TestNewsroom): Promise<TestNewsroom> {
  newsroom.write({ ...site, ...files });
  await newsroom.compile();
  return newsroom;
}

test('all stories are on one page or another, and a new story changes no page but the newest', async (t) => {
  const newsroom = await newsroomOf(stories(59), new TestNewsroom(t));
  const sizes = (): number[] =>
    newsroom.at(now, (edition) =>
      ['/latest', '/latest/page/1', '/latest/page/2'].map((path) => {
        const found = answer(edition, path);
        return found.status === 200 && found.view.page === 'latest' ? found.view.list.stories.length : 0;
      }),
    );
  deepEqual(sizes(), [59, 0, 0]);
  newsroom.write(article('/2026/02/28/s59'));
  await newsroom.compile();
  deepEqual(sizes(), [30, 30, 0]);
  const before = digestsOf(newsroom, now, ['/latest/page/1']);
  newsroom.write(article('/2026/02/28/s60'));
  await newsroom.compile();
  deepEqual(sizes(), [31, 30, 0]);
  deepEqual(digestsOf(newsroom, now, ['/latest/page/1']), before);
});

test('a translation is listed with its original, and alone where the original is hidden', async (t) => {
  const newsroom = await newsroomOf(
    {
      ...article('/2026/01/10/one', { headline: 'One' }),
      ...article('/2026/01/11/eins', { headline: 'Eins', lang: 'de', translationOf: '/2026/01/10/one' }),
      ...article('/2026/01/12/zwei', { headline: 'Zwei', lang: 'de', translationOf: '/2026/01/09/two' }),
      ...article('/2026/01/09/two', { headline: 'Two', status: 'withheld' }),
    },
    new TestNewsroom(t),
  );
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/latest', 'latest')));
  deepEqual(
    [...html.matchAll(/<a href="(\/2026[^"]*)"[^>]*>([^<]*)/g)].map(([, address, text]) => [address, text]),
    [
      ['/2026/01/12/zwei', 'Zwei'],
      ['/2026/01/10/one', 'One'],
      ['/2026/01/11/eins', 'Deutsch'],
    ],
  );
  equal(html.match(/<article/g)?.length, 2);
});

test('the archive has each year, the newest first, with its months and their public stories', async (t) => {
  const newsroom = await newsroomOf(
    {
      ...article('/2024/05/01/a'),
      ...article('/2026/01/10/b'),
      ...article('/2026/02/10/c'),
      ...article('/2025/05/01/draft', { status: 'draft' }),
      ...article('/2026/02/28/late', { published: '2026-03-02T00:00:00Z' }),
    },
    new TestNewsroom(t),
  );
  newsroom.at(now, (edition) =>
    deepEqual(viewAt(edition, '/archive', 'archive').years, [
      {
        year: '2026',
        months: [
          { month: '2026/01', count: 1 },
          { month: '2026/02', count: 1 },
        ],
      },
      { year: '2024', months: [{ month: '2024/05', count: 1 }] },
    ]),
  );
});

test('a day leads to the nearest days with public stories', async (t) => {
  const newsroom = await newsroomOf(
    {
      ...article('/2025/12/30/a'),
      ...article('/2026/01/10/b'),
      ...article('/2026/01/11/draft', { status: 'draft' }),
      ...article('/2026/01/12/embargoed', { embargo: '2026-03-01T00:00:00Z' }),
      ...article('/2026/01/20/c', { expires: '2026-02-20T00:00:00Z' }),
    },
    new TestNewsroom(t),
  );
  const around = (at: string): unknown =>
    newsroom.at(at, (edition) => {
      const { previous, next } = viewAt(edition, '/2026/01/10', 'day');
      return [previous, next];
    });
  deepEqual(around('2026-02-01T00:00:00Z'), ['2025/12/30', '2026/01/20']);
  deepEqual(around('2026-02-28T00:00:00Z'), ['2025/12/30', undefined]);
  deepEqual(around(now), ['2025/12/30', '2026/01/12']);
  const html = newsroom.at(now, (edition) => mainOf(viewAt(edition, '/2026/01/10', 'day')));
  deepEqual(
    [...html.matchAll(/href="(\/\d+\/\d+\/\d+)" rel="(prev|next)"/g)].map(([, to, rel]) => [rel, to]),
    [
      ['prev', '/2025/12/30'],
      ['next', '/2026/01/12'],
    ],
  );
});
