import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

test('a byline says what a single person does; of several authors and of a desk it has only the names', async (t) => {
  const byline = (...authors: unknown[]): { byline: unknown[] } => ({ byline: authors });
  const [ann, bob] = ['Ann', 'Bob'].map((name) => ({ name, role: 'Reporter', place: 'Nara' }));
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/one', byline(ann)),
    ...article('/2026/01/01/two', byline(ann, bob)),
    ...article('/2026/01/01/desk', byline({ name: 'World desk', kind: 'organization', role: 'Desk' })),
  });
  await newsroom.compile();
  newsroom.at('2026-02-01T00:00:00Z', (edition) => {
    const bylineOf = (slug: string): string =>
      (
        /<p class="byline">(.*?)<\/p>/.exec(mainOf(viewAt(edition, `/2026/01/01/${slug}`, 'article')))?.[1] ?? ''
      ).replace(/<[^>]*>/g, '');
    assert.deepEqual(['one', 'two', 'desk'].map(bylineOf), [
      'By Ann, Reporter, Nara',
      'By Ann and Bob',
      'By World desk',
    ]);
  });
});
