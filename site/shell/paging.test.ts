import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, topics, type Files } from '../../newsroom/testing.ts';
import { answer } from '../answer.ts';
import { cutPage, fullPages, pageSize } from './paging.ts';
import { answersOf, digestsOf } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';

test('where pages are cut', async (t) => {
  const whole = 2 * pageSize;
  const cases: [count: number, full: number, newest: number][] = [
    [0, 0, 0],
    [1, 0, 1],
    [whole - 1, 0, whole - 1],
    [whole, 1, pageSize],
    [whole + 1, 1, pageSize + 1],
    [whole + pageSize - 1, 1, whole - 1],
    [whole + pageSize, 2, pageSize],
    [1_000_000, Math.floor(1_000_000 / pageSize) - 1, pageSize + (1_000_000 % pageSize)],
  ];
  for (const [count, full, newest] of cases) {
    await t.test(String(count), () => {
      assert.equal(fullPages(count), full);
      assert.equal(cutPage(count)?.size ?? 0, newest);
      assert.equal(cutPage(count, full + 1), undefined);
      if (full > 0) assert.deepEqual(cutPage(count, full)?.size, pageSize);
    });
  }
});

test('the pages of a list hold each of its things once, and lead to each other', () => {
  for (const count of [1, 59, 60, 61, 95, 150, 1234]) {
    let held = 0;
    let number = cutPage(count)?.place.older;
    let last = cutPage(count);
    held += last?.size ?? 0;
    while (number !== undefined) {
      const page = cutPage(count, number);
      assert.ok(page && last);
      assert.equal(page.offset + page.size, last.offset, 'no gap and no overlap');
      assert.equal(page.place.newer, last.place.number ?? 'newest');
      held += page.size;
      last = page;
      number = page.place.older;
    }
    assert.equal(held, count);
    assert.equal(last?.offset, 0);
  }
});

function stories(count: number): Files {
  const files: Files = { ...site, ...topics({ a: 'A' }) };
  for (let number = 0; number < count; number += 1) {
    const instant = new Date(Date.parse('2026-01-01T00:00:00Z') + number * 3_600_000).toISOString();
    const day = instant.slice(0, 10).replaceAll('-', '/');
    Object.assign(files, article(`/${day}/s${number}`, { topics: ['a'], published: instant, agency: 'AFP' }));
  }
  return files;
}

test('a full page stays as it is when stories are added, but for the link to its new neighbour', async (t) => {
  const newsroom = new TestNewsroom(t, stories(pageSize * 4));
  await newsroom.compile();
  const paths = ['/topics/a', '/agencies/afp'].flatMap((path) => [1, 2, 3].map((number) => `${path}/page/${number}`));
  const before = digestsOf(newsroom, now, paths);
  assert.equal([...before.values()].filter((digest) => digest.startsWith('200 ')).length, paths.length);

  newsroom.write(stories(pageSize * 4 + 29));
  await newsroom.compile();
  assert.deepEqual(digestsOf(newsroom, now, paths), before, 'nothing moves until a page is full');

  const last = answersOf(newsroom, now, ['/topics/a/page/3']).get('/topics/a/page/3');
  newsroom.write(stories(pageSize * 5));
  await newsroom.compile();
  const after = digestsOf(newsroom, now, paths);
  assert.deepEqual(
    paths.filter((path) => after.get(path) !== before.get(path)),
    ['/topics/a/page/3', '/agencies/afp/page/3'],
  );
  const moved = answersOf(newsroom, now, ['/topics/a/page/3']).get('/topics/a/page/3');
  assert.equal(moved, last?.replace('"newer":"newest"', '"newer":4'), 'by one link');
});

test('a translation moves no story to another page, and changes the full page of its story alone', async (t) => {
  const german = article('/2025/12/01/alt', { lang: 'de' });
  const newsroom = new TestNewsroom(t, { ...stories(pageSize * 3), ...german });
  await newsroom.compile();
  const paths = ['/latest/page/1', '/latest/page/2'];
  const before = digestsOf(newsroom, now, paths);
  const addresses = (): (string | undefined)[] =>
    newsroom.at(now, (edition) =>
      ['/latest/page/1', '/latest'].map((path) => {
        const found = answer(edition, path);
        return found.status === 200 && found.view.page === 'latest'
          ? found.view.list.stories.map(({ address }) => address).join(' ')
          : undefined;
      }),
    );
  const listed = addresses();
  newsroom.write(article('/2026/02/01/eins', { lang: 'de', translationOf: '/2026/01/01/s1', topics: ['a'] }));
  await newsroom.compile();
  const after = digestsOf(newsroom, now, paths);
  assert.deepEqual(
    paths.filter((path) => after.get(path) !== before.get(path)),
    ['/latest/page/1'],
  );
  assert.deepEqual(addresses(), listed);
});

test('the newest page leads to the last full one', async (t) => {
  const newsroom = new TestNewsroom(t, stories(pageSize * 2 + 1));
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    const found = answer(edition, '/topics/a');
    assert.ok(found.status === 200 && found.view.page === 'collection');
    const { list } = found.view;
    assert.deepEqual(
      [list.stories.length, list.number, list.older, list.newer],
      [pageSize + 1, undefined, 1, undefined],
    );
    assert.ok(
      list.stories.every(
        ({ published }, index) => index === 0 || published < (list.stories[index - 1]?.published ?? ''),
      ),
    );
  });
});
