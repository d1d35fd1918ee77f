import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { collectionKinds } from '../model/collection.ts';
import { openStore } from '../store/store.ts';
import { article, site, TestNewsroom, topics } from '../testing.ts';
import { collectionOf } from './collections.ts';
import { createContext } from './context.ts';
import { personOf, storylineOf, topicOf, topicsAbove, topicsUnder } from './entities.ts';
import { publicHref } from './links.ts';
import { publicVisibility } from './visibility.ts';

test('what exists is cached, and names that nothing has leave nothing behind', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ top: 'Top', low: { title: 'Low', parent: 'top' }, hidden: 'Hidden' }),
    ...article('/2026/01/01/a', { topics: ['low'] }),
    ...article('/2026/01/01/b', { topics: ['hidden'], status: 'draft' }),
  });
  await newsroom.compile();
  const store = openStore(newsroom.data);
  t.after(() => store.close());
  const context = createContext(store, Date.parse('2026-03-01T00:00:00Z'), publicVisibility, { linkTarget });
  const entries = (): number[] => {
    const { collections, titles, publicTitles, lists, topicsUnder: under } = context.cache;
    return [collections, titles, publicTitles, lists, under].map((cache) => cache.size);
  };
  equal(topicOf(context, 'low')?.title, 'Low');
  equal(topicsUnder(context, 'top').length, 1);
  const before = entries();
  deepEqual(before, [0, 2, 2, 0, 1]);

  for (let number = 0; number < 500; number += 1) {
    const slug = `nothing-${number}`;
    for (const kind of collectionKinds) equal(collectionOf(context, kind, slug), undefined);
    equal(topicOf(context, slug) ?? personOf(context, slug) ?? storylineOf(context, slug), undefined);
    deepEqual([topicsUnder(context, slug), topicsAbove(context, slug)], [[], []]);
    equal(publicHref(context, `/topics/${slug}`), undefined);
  }
  equal(topicOf(context, 'hidden'), undefined);
  deepEqual(entries(), before);
});
