import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';
import type { Translation } from './translations.ts';

const en = '/2026/01/10/talks';
const fr = '/2026/01/10/pourparlers';
const ja = '/2026/01/11/kaidan';

/** What each page says of its other languages, at an instant. */
async function groupsOf(t: TestContext, now: string, ...files: Files[]): Promise<Record<string, Translation[]>> {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, ...files));
  await newsroom.compile();
  return newsroom.at(now, (edition) =>
    Object.fromEntries(
      edition.newest('all', '', 20).map(({ address }) => {
        const found = edition.lookup(address);
        assert.equal(found.state, 'public');
        return [address, found.state === 'public' ? found.story.parts.translations : []];
      }),
    ),
  );
}

const now = '2026-02-01T00:00:00Z';
const group: Translation[] = [
  { lang: 'en', address: en, original: true },
  { lang: 'fr', address: fr },
  { lang: 'ja', address: ja },
];

test('L1: every page of a story in several languages names all of them, itself included', async (t) => {
  const groups = await groupsOf(
    t,
    now,
    article(en),
    article(fr, { lang: 'fr', translationOf: en }),
    article(ja, { lang: 'ja', translationOf: en }),
    article('/2026/01/09/alone'),
  );
  assert.deepEqual(groups, { [en]: group, [fr]: group, [ja]: group, '/2026/01/09/alone': [] });
});

test('a translation may name what is itself one, an alias, or another form of the address', async (t) => {
  const groups = await groupsOf(
    t,
    now,
    article(en, { aliases: ['/old/talks'] }),
    article(fr, { lang: 'fr', translationOf: '/old/talks' }),
    article(ja, { lang: 'ja', translationOf: `${fr}/` }),
  );
  assert.deepEqual(groups, { [en]: group, [fr]: group, [ja]: group });
});

test('what is hidden is not named, and those that were made from it still know each other', async (t) => {
  const files = [
    article(en, { embargo: '2026-03-01T00:00:00Z' }),
    article(fr, { lang: 'fr', translationOf: en }),
    article(ja, { lang: 'ja', translationOf: en }),
  ];
  const [, second, third] = group;
  assert.deepEqual(await groupsOf(t, now, ...files), { [fr]: [second, third], [ja]: [second, third] });
  assert.deepEqual(await groupsOf(t, '2026-03-01T00:00:00Z', ...files), { [en]: group, [fr]: group, [ja]: group });
});

test('of two in one language one counts, and every page says so', async (t) => {
  const again = '/2026/01/12/encore';
  const groups = await groupsOf(
    t,
    now,
    article(en),
    article(fr, { lang: 'fr', translationOf: en }),
    article(again, { lang: 'fr', translationOf: en }),
  );
  assert.deepEqual(groups, { [en]: group.slice(0, 2), [fr]: group.slice(0, 2), [again]: [] });
});

test('stories that name each other in a circle are a group too', async (t) => {
  const groups = await groupsOf(
    t,
    now,
    article(en, { translationOf: ja }),
    article(fr, { lang: 'fr', translationOf: en }),
    article(ja, { lang: 'ja', translationOf: fr }),
  );
  for (const found of Object.values(groups))
    assert.deepEqual(
      found.map(({ lang }) => lang),
      ['en', 'fr', 'ja'],
    );
  assert.equal(new Set(Object.values(groups).map((found) => JSON.stringify(found))).size, 1);
});

test('C1: what another address owns is no member', async (t) => {
  const groups = await groupsOf(
    t,
    now,
    article(en),
    article(fr, { lang: 'fr', translationOf: en, canonical: 'https://elsewhere.example/fr' }),
  );
  assert.deepEqual(groups, { [en]: [], [fr]: [] });
});

/** What a list shows of all its stories, each with its other languages. */
async function foldedIn(
  t: TestContext,
  list: [kind: 'all' | 'day' | 'topic' | 'language', slug: string],
  at: string,
  ...files: Files[]
): Promise<[address: string, others: string][]> {
  const newsroom = new TestNewsroom(t, Object.assign({}, site, ...files));
  await newsroom.compile();
  return newsroom.at(at, (edition) => {
    const { stories, translations } = edition.foldTranslations(...list, edition.newest(...list, 20));
    const [kind, slug] = list;
    assert.deepEqual(
      [edition.storyCount(kind, slug), edition.storyCounts(kind)(slug)],
      [stories.length, stories.length],
      'the count is that of the list',
    );
    return stories.map(({ address }) => [address, (translations[address] ?? []).map(({ lang }) => lang).join(' ')]);
  });
}

test('a list has a story once: in the language of the site, else as its original', async (t) => {
  const alone = '/2026/01/09/alone';
  const ar = '/2026/01/08/arabic';
  const he = '/2026/01/12/hebrew';
  const files = [
    article(alone),
    article(fr, { lang: 'fr' }),
    article(ja, { lang: 'ja', translationOf: fr }),
    article(en, { translationOf: fr }),
    article(ar, { lang: 'ar' }),
    article(he, { lang: 'he', translationOf: ar }),
  ];
  assert.deepEqual(await foldedIn(t, ['all', ''], now, ...files), [
    [en, 'fr ja'],
    [alone, ''],
    [ar, 'he'],
  ]);
  assert.deepEqual(await foldedIn(t, ['language', 'ja'], now, ...files), [[ja, 'en fr']], 'a list of a language');
});

test('a story stays in a list that does not have its original, or not yet', async (t) => {
  const files = [
    article(en, { topics: ['a'], embargo: '2026-03-01T00:00:00Z' }),
    article(fr, { lang: 'fr', translationOf: en, topics: ['a'] }),
    article(ja, { lang: 'ja', translationOf: en, topics: ['b'] }),
    topics({ a: 'A', b: 'B' }),
  ];
  assert.deepEqual(await foldedIn(t, ['topic', 'a'], now, ...files), [[fr, 'ja']]);
  assert.deepEqual(await foldedIn(t, ['all', ''], now, ...files), [[fr, 'ja']], 'nothing names what is hidden');
  assert.deepEqual(await foldedIn(t, ['topic', 'a'], '2026-03-01T00:00:00Z', ...files), [[en, 'fr ja']]);
  assert.deepEqual(await foldedIn(t, ['topic', 'b'], '2026-03-01T00:00:00Z', ...files), [[ja, 'en fr']]);
  assert.deepEqual(await foldedIn(t, ['day', '2026/01/11'], '2026-03-01T00:00:00Z', ...files), [[ja, 'en fr']]);
});
