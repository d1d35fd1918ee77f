import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

test('the times of a day are in the zone of the site, in the order of the list', async (t) => {
  const at = (slug: string, published: string): Files =>
    article(`/2026/01/13/${slug}`, { published: `2026-01-13T${published}` });
  const newsroom = new TestNewsroom(
    t,
    Object.assign(
      { ...site, 'site.yaml': 'name: The Test\nurl: https://test.example\nlanguage: en\ntimezone: Europe/Berlin\n' },
      at('nara', '18:30:00+09:00'),
      at('bonn', '09:00:00+01:00'),
      at('dawn', '06:00:00+09:00'),
    ),
  );
  await newsroom.compile();
  const html = newsroom.at('2026-03-01T00:00:00Z', (edition) => mainOf(viewAt(edition, '/2026/01/13', 'day')));
  const times = [...html.matchAll(/<time[^>]*>([^<]*)<\/time><article>/g)].map(([, time]) => time);
  assert.deepEqual(times, ['10:30', '09:00', '13 January']);
});
