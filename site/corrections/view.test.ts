import { deepEqual, equal, notEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { answer, digestOf } from '../answer.ts';
import { headOf } from '../head.ts';
import type { View } from '../pages.ts';

const now = '2026-01-20T00:00:00Z';

function viewAt(newsroom: TestNewsroom, path: string, instant = now): { status: number; view: View | undefined } {
  return newsroom.at(instant, (edition) => {
    const found = answer(edition, path);
    return { status: found.status, view: found.status === 308 ? undefined : found.view };
  });
}

/** An article with corrections, one an hour. */
function corrected(count: number, first = '2026-01-12T00:00:00Z'): ReturnType<typeof article> {
  const corrections = Array.from({ length: count }, (_, index) => ({
    at: new Date(Date.parse(first) + index * 3_600_000).toISOString().replace('.000', ''),
    text: `Correction ${index + 1}`,
  }));
  return article('/2026/01/10/one', { corrections });
}

test('there is no page of corrections, and no link to it, while there is no correction', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/one') });
  await newsroom.compile();
  equal(viewAt(newsroom, '/corrections').status, 404);
  equal(viewAt(newsroom, '/').view?.layout.corrections, false);
  newsroom.write(corrected(1));
  await newsroom.compile();
  equal(viewAt(newsroom, '/corrections').status, 200);
  equal(viewAt(newsroom, '/').view?.layout.corrections, true);
  // Before its instant it is nowhere, not even by that link.
  equal(viewAt(newsroom, '/corrections', '2026-01-11T00:00:00Z').status, 404);
  equal(viewAt(newsroom, '/', '2026-01-11T00:00:00Z').view?.layout.corrections, false);
});

test('full pages are numbered from the oldest and stay as they are', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...corrected(65) });
  await newsroom.compile();
  const first = viewAt(newsroom, '/corrections/page/1').view;
  const newest = viewAt(newsroom, '/corrections').view;
  if (first?.page !== 'corrections' || newest?.page !== 'corrections') throw new TypeError('No list of corrections.');
  deepEqual([first.corrections.length, first.corrections[0]?.text], [30, 'Correction 30']);
  deepEqual([newest.corrections.length, newest.corrections[0]?.text], [35, 'Correction 65']);
  for (const path of ['/corrections/page/2', '/corrections/page/0', '/corrections/page', '/corrections/more'])
    equal(viewAt(newsroom, path).status, 404, path);
  newsroom.write(corrected(66));
  await newsroom.compile();
  equal(digestOf(first), digestOf(viewAt(newsroom, '/corrections/page/1').view ?? newest));
  notEqual(digestOf(newest), digestOf(viewAt(newsroom, '/corrections').view ?? newest));
});

test('search engines are told when an article ends, and not to keep what is gone', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/ends', { expires: '2026-01-25T09:00:00+09:00' }),
    ...article('/2026/01/10/killed', { status: 'killed', reason: 'It was wrong.' }),
    ...article('/2026/01/10/withheld', { status: 'withheld' }),
  });
  await newsroom.compile();
  const robots = (path: string, instant = now): unknown => {
    const { status, view } = viewAt(newsroom, path, instant);
    return [status, view && headOf(view).robots];
  };
  deepEqual(robots('/2026/01/10/ends'), [
    200,
    {
      index: true,
      'max-image-preview': 'large',
      'max-snippet': -1,
      'max-video-preview': -1,
      unavailable_after: '2026-01-25T09:00:00+09:00',
    },
  ]);
  deepEqual(robots('/2026/01/10/ends', '2026-01-25T00:00:00Z'), [410, { index: false }]);
  deepEqual(robots('/2026/01/10/killed'), [410, { index: false }]);
  deepEqual(robots('/2026/01/10/withheld'), [404, { index: false }]);
  const { view } = viewAt(newsroom, '/2026/01/10/killed');
  equal(view?.page === 'gone' && view.reason, 'It was wrong.');
});
