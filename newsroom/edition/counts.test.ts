import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { compile } from '../compile/compile.ts';
import { collectionKinds } from '../model/collection.ts';
import { openStore } from '../store/store.ts';
import { article, site, TestNewsroom } from '../testing.ts';
import { Chance, entities, hour, hours, instant, someInstant, somethingHappens, start } from './test-month.ts';

/** What reading every row of the index gives: slow, and right. */
function readAll(data: string, now: number): { counts: Record<string, number>; lastChanges: Record<string, number> } {
  const store = openStore(data);
  const rows = store.all(
    `SELECT kind, slug, membership.opens AS opens, file, detail FROM membership JOIN article ON article = key
     WHERE membership.opens <= ? AND membership.closes > ?`,
    now,
    now,
  );
  const counts: Record<string, number> = {};
  const lastChanges: Record<string, number> = {};
  for (const { kind, slug, opens, detail } of rows) {
    const name = `${String(kind)} ${String(slug)}`;
    counts[name] = (counts[name] ?? 0) + 1;
    if (kind !== 'day') continue;
    const { published, updated, corrections } = JSON.parse(String(detail));
    const instants = [published, updated, ...corrections.map(({ at }: { at: string }) => at)]
      .filter((each) => each !== undefined)
      .map((each: string) => Date.parse(each))
      .filter((each) => each <= now);
    lastChanges[String(slug)] = Math.max(lastChanges[String(slug)] ?? 0, Number(opens), ...instants);
  }
  store.close();
  return { counts, lastChanges };
}

function assertCounts(newsroom: TestNewsroom, now: number, when: string): void {
  const { counts, lastChanges } = readAll(newsroom.data, now);
  newsroom.at(instant(now), (edition) => {
    const found: Record<string, number> = {};
    for (const kind of collectionKinds)
      for (const { slug, count } of edition.collections(kind)) {
        found[`${kind} ${slug}`] = count;
        assert.equal(edition.count(kind, slug), count, when);
        assert.equal(edition.collection(kind, slug)?.count, count, when);
      }
    for (const { day, count } of edition.days('')) found[`day ${day}`] = count;
    const days = edition.days('').map(({ day }) => day);
    for (const [index, day] of days.entries()) {
      assert.equal(edition.nearestDay(day, 'before'), days[index - 1], when);
      assert.equal(edition.nearestDay(day, 'after'), days[index + 1], when);
    }
    // No article names its language.
    for (const kind of ['all', 'language'] as const) {
      const all = edition.count(kind, '');
      if (all > 0) found[`${kind} `] = all;
    }
    assert.deepEqual(found, counts, when);
    for (const kind of collectionKinds)
      assert.deepEqual(
        edition.collectionCounts(kind),
        edition.collections(kind).map(({ slug, count }) => ({ slug, count })),
        when,
      );
    assert.deepEqual(
      Object.fromEntries(edition.articleIndex.days('').map(({ day, lastChange }) => [day, lastChange])),
      lastChanges,
      when,
    );
  });
}

/** Takes a newsroom through a month in steps, and compares the counts at many instants after each. */
async function aMonth(t: TestContext, seed: number): Promise<void> {
  const chance = new Chance(seed);
  const newsroom = new TestNewsroom(t, entities);
  const there = new Set<string>();
  let now = someInstant(chance);
  const options = { content: newsroom.content, data: newsroom.data };
  await compile({ ...options, now });
  for (let step = 0; step < 12; step += 1) {
    const only = Array.from({ length: 1 + chance.below(4) }, () => somethingHappens(newsroom, chance, there)).flat();
    // Now and then the clock is set back.
    now = chance.below(5) === 0 ? someInstant(chance) : now + chance.below(60) * hour;
    await compile({ ...options, now, ...(chance.below(2) === 0 && { only }) });
    for (const at of [now, now - 1, someInstant(chance), someInstant(chance), start, start + hours * hour])
      assertCounts(newsroom, at, `seed ${seed}, step ${step}, compiled ${instant(now)}, seen ${instant(at)}`);
  }
  // Which of two copies of an id is used depends on what is there, not on how it came there.
  const full = new TestNewsroom(t);
  await compile({ content: newsroom.content, data: full.data, now });
  if (![...there].some((file) => isBroken(newsroom, file)))
    assert.deepEqual(newsroom.dump()['list_count'], full.dump()['list_count']);
}

/** A broken file leaves what was live before, of which a full compile knows nothing. */
function isBroken(newsroom: TestNewsroom, file: string): boolean {
  return (newsroom.dump()['problem'] ?? []).some((row) => row.includes(file) && row.includes('front-matter'));
}

test('counts and dates are those of the index, at any instant, whatever was compiled and when', async (t) => {
  for (let seed = 1; seed <= 12; seed += 1) await aMonth(t, seed);
});

test('a day that was counted before a gate changes with it', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/a', { published: '2026-01-01T00:00:00Z' }),
    ...article('/2026/01/01/b', { published: '2026-01-01T00:00:00Z', embargo: '2026-01-05T00:00:00Z' }),
    ...article('/2026/01/01/c', { published: '2026-01-01T01:00:00Z', expires: '2026-01-04T00:00:00Z' }),
    ...article('/2026/01/01/d', { published: '2026-01-01T00:30:00Z' }),
    ...article('/2026/01/02/e', { published: '2026-01-01T00:00:00Z', updated: '2026-01-06T00:00:00Z' }),
  });
  await compile({ content: newsroom.content, data: newsroom.data, now: Date.parse('2026-01-03T00:00:00Z') });
  const changesAt = (now: string): string[] =>
    newsroom.at(now, (edition) => edition.articleIndex.days('').map(({ lastChange }) => instant(lastChange)));
  assert.deepEqual(changesAt('2026-01-01T00:00:00Z'), ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z']);
  assert.deepEqual(changesAt('2026-01-03T00:00:00Z'), ['2026-01-01T01:00:00Z', '2026-01-01T00:00:00Z']);
  assert.deepEqual(changesAt('2026-01-04T00:00:00Z'), ['2026-01-01T00:30:00Z', '2026-01-01T00:00:00Z']);
  assert.deepEqual(changesAt('2026-01-05T00:00:00Z'), ['2026-01-05T00:00:00Z', '2026-01-01T00:00:00Z']);
  assert.deepEqual(changesAt('2026-01-06T00:00:00Z'), ['2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z']);
});

test('a compile that changes nothing counts again when many gates have passed', async (t) => {
  const newsroom = new TestNewsroom(t, site);
  for (let number = 0; number < 1_001; number += 1)
    newsroom.write(article(`/2026/01/02/n-${number}`, { published: '2026-01-02T00:00:00Z' }, '.'));
  const options = { content: newsroom.content, data: newsroom.data, history: false };
  const countedAt = (): string | undefined => {
    const store = openStore(newsroom.data);
    const at = store.meta('counted_at');
    store.close();
    return at;
  };
  await compile({ ...options, now: start });
  await compile({ ...options, now: start + hour });
  assert.equal(countedAt(), String(start), 'no gate has passed');
  await compile({ ...options, now: start + 30 * hour });
  assert.equal(countedAt(), String(start + 30 * hour));
  assertCounts(newsroom, start + 30 * hour, 'after');
  assertCounts(newsroom, start, 'before');
});
