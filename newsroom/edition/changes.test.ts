import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { compile } from '../compile/compile.ts';
import { openStore } from '../store/store.ts';
import { article, site, TestNewsroom, titles, topics } from '../testing.ts';
import { Chance, entities, hour, instant, someInstant, somethingHappens } from './test-month.ts';

/** What changed between two instants, as `kind address`; on the first title, unless another one is named. */
function changes(newsroom: TestNewsroom, since: string, now: string, title?: string): string[] {
  return newsroom.at(
    now,
    (edition) => edition.articleIndex.changesSince(Date.parse(since)).map(({ kind, address }) => `${kind} ${address}`),
    title,
  );
}

test('I1: what gates, corrections and updates changed', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/old'),
    ...article('/2026/01/01/updated', { updated: '2026-01-20T00:00:00Z' }),
    ...article('/2026/01/01/corrected', { corrections: [{ at: '2026-01-21T00:00:00Z', text: 'Not so.' }] }),
    ...article('/2026/01/01/to-be-corrected', { corrections: [{ at: '2026-02-21T00:00:00Z', text: 'Not yet.' }] }),
    ...article('/2026/01/01/embargoed', { embargo: '2026-01-22T00:00:00Z' }),
    ...article('/2026/01/01/embargoed-still', { embargo: '2026-02-22T00:00:00Z', updated: '2026-01-23T00:00:00Z' }),
    ...article('/2026/01/01/expires', { expires: '2026-01-23T00:00:00Z' }),
    ...article('/2026/01/01/never-was', { published: '2026-01-22T00:00:00Z', expires: '2026-01-21T00:00:00Z' }),
    ...article('/2026/01/20/new'),
    ...article('/2026/01/20/draft', { status: 'draft' }),
    ...article('/2026/01/20/killed', { status: 'killed' }),
    ...article('/2026/02/20/ahead'),
  });
  await newsroom.compile();
  assert.deepEqual(changes(newsroom, '2026-01-15T00:00:00Z', '2026-01-31T00:00:00Z'), [
    'changed /2026/01/01/corrected',
    'added /2026/01/01/embargoed',
    'gone /2026/01/01/expires',
    'changed /2026/01/01/updated',
    'added /2026/01/20/new',
  ]);
  assert.deepEqual(changes(newsroom, '2026-01-15T00:00:00Z', '2026-01-15T00:00:00Z'), []);
});

test('I1: what compiles found edited, hidden, removed, moved and brought back', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/same'),
    ...article('/2026/01/01/edited'),
    ...article('/2026/01/01/killed'),
    ...article('/2026/01/01/withheld'),
    ...article('/2026/01/01/removed'),
    ...article('/2026/01/01/moved'),
    ...article('/2026/01/01/broken'),
    ...article('/2026/01/01/draft', { status: 'draft' }),
    ...article('/2026/01/01/hidden', { status: 'draft' }),
  });
  const at = (now: string): Promise<unknown> =>
    compile({ content: newsroom.content, data: newsroom.data, now: Date.parse(now), history: false });
  await at('2026-01-10T00:00:00Z');
  newsroom.write({
    ...article('/2026/01/01/edited', {}, 'Other words.'),
    ...article('/2026/01/01/killed', { status: 'killed' }),
    ...article('/2026/01/01/withheld', { status: 'withheld' }),
    ...article('/2026/01/02/moved-here', { id: 'urn:test:moved', aliases: ['/2026/01/01/moved'] }),
    'articles/2026/01/01/broken.mdx': '---\nstatus: draft\nheadline: [\n---\n',
    ...article('/2026/01/01/draft', {}),
    ...article('/2026/01/01/hidden', { status: 'draft' }, 'Other words.'),
    ...article('/2026/01/03/embargoed', { embargo: '2026-02-01T00:00:00Z' }),
  });
  newsroom.remove('articles/2026/01/01/removed.mdx', 'articles/2026/01/01/moved.mdx');
  await at('2026-01-20T00:00:00Z');
  const found = [
    'gone /2026/01/01/broken',
    'changed /2026/01/01/draft',
    'changed /2026/01/01/edited',
    'gone /2026/01/01/killed',
    'gone /2026/01/01/moved',
    'gone /2026/01/01/removed',
    'gone /2026/01/01/withheld',
    'changed /2026/01/02/moved-here',
  ];
  assert.deepEqual(changes(newsroom, '2026-01-10T00:00:00Z', '2026-01-20T00:00:00Z'), found);
  assert.deepEqual(changes(newsroom, '2026-01-20T00:00:00Z', '2026-01-21T00:00:00Z'), []);
  // An edit of what is hidden is no change for the public.
  newsroom.write(article('/2026/01/01/withheld', { status: 'withheld' }, 'Other words.'));
  await at('2026-01-25T00:00:00Z');
  assert.deepEqual(changes(newsroom, '2026-01-20T00:00:00Z', '2026-01-26T00:00:00Z'), []);
  newsroom.write(article('/2026/01/01/withheld'));
  await at('2026-01-27T00:00:00Z');
  assert.deepEqual(changes(newsroom, '2026-01-25T00:00:00Z', '2026-01-27T00:00:00Z'), ['changed /2026/01/01/withheld']);
  assert.equal(
    newsroom.at('2026-01-27T00:00:00Z', ({ articleIndex }) => instant(articleIndex.knownSince ?? 0)),
    '2026-01-10T00:00:00Z',
  );
});

test('I1: a title reports what it carries, and what is gone of which nobody knows the titles', async (t) => {
  const [space, sport] = [{ topics: ['space'] }, { topics: ['sport'] }];
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...titles({ space: { order: 1, carries: space }, sport: { order: 2, carries: sport } }),
    ...topics({ space: 'Space', sport: 'Sport' }),
    ...article('/2026/01/01/orbit', space),
    ...article('/2026/01/02/match', sport),
    ...article('/2026/01/03/killed', sport),
    ...article('/2026/01/04/expires', { ...sport, expires: '2026-01-15T00:00:00Z' }),
    ...article('/2026/01/05/moves', sport),
    ...article('/2026/01/06/removed', sport),
    ...article('/2026/01/07/emptied', sport),
  });
  const at = (now: string): Promise<unknown> =>
    compile({ content: newsroom.content, data: newsroom.data, now: Date.parse(now), history: false });
  await at('2026-01-10T00:00:00Z');
  newsroom.write({
    ...article('/2026/01/01/orbit', space, 'Other words.'),
    ...article('/2026/01/02/match', sport, 'Other words.'),
    ...article('/2026/01/03/killed', { ...sport, status: 'killed' }),
    ...article('/2026/01/05/moves', space),
    ...article('/2026/01/07/emptied', { status: 'killed' }),
  });
  newsroom.remove('articles/2026/01/06/removed.mdx');
  await at('2026-01-20T00:00:00Z');
  const of = (title: string): string[] => changes(newsroom, '2026-01-10T00:00:00Z', '2026-01-20T00:00:00Z', title);
  const unknown = ['gone /2026/01/06/removed', 'gone /2026/01/07/emptied'];
  assert.deepEqual(of('space'), ['changed /2026/01/01/orbit', 'changed /2026/01/05/moves', ...unknown]);
  assert.deepEqual(of('sport'), [
    'changed /2026/01/02/match',
    'gone /2026/01/03/killed',
    'gone /2026/01/04/expires',
    ...unknown,
  ]);
});

interface Seen {
  now: number;
  /** What is stored of the article at each public address. */
  shown: Map<string, string>;
}

function seenAt(newsroom: TestNewsroom, now: number): Seen {
  const store = openStore(newsroom.data);
  const rows = store.all('SELECT address, detail FROM article WHERE opens <= ? AND closes > ?', now, now);
  store.close();
  return { now, shown: new Map(rows.map(({ address, detail }) => [String(address), String(detail)])) };
}

async function aMonth(t: TestContext, seed: number): Promise<void> {
  const chance = new Chance(seed);
  const newsroom = new TestNewsroom(t, entities);
  const there = new Set<string>();
  const options = { content: newsroom.content, data: newsroom.data, history: false };
  let now = someInstant(chance);
  await compile({ ...options, now });
  const seen = [seenAt(newsroom, now)];
  const ever = new Set<string>();
  for (let step = 0; step < 10; step += 1) {
    const only = Array.from({ length: 1 + chance.below(4) }, () => somethingHappens(newsroom, chance, there)).flat();
    const before = now;
    now += (1 + chance.below(60)) * hour;
    // All gates are at full hours.
    for (let at = before; at <= now; at += hour)
      for (const address of seenAt(newsroom, at).shown.keys()) ever.add(address);
    await compile({ ...options, now, ...(chance.below(2) === 0 && { only }) });
    const present = seenAt(newsroom, now);
    for (const address of present.shown.keys()) ever.add(address);
    for (const past of [...seen, { now: 0, shown: new Map<string, string>() }]) {
      const when = `seed ${seed}, step ${step}, since ${instant(past.now)}, now ${instant(now)}`;
      const listed = newsroom.at(instant(now), (edition) =>
        edition.articleIndex
          .changesSince(past.now)
          .map((change) => ({ ...change, state: edition.lookup(change.address).state })),
      );
      for (const { address, kind, state } of listed) {
        // An article that had expired when it was filed answers 410 as well.
        assert.ok(ever.has(address) || state === 'gone', `${address} was never public: ${when}`);
        assert.equal(kind !== 'gone', present.shown.has(address), `${address}: ${when}`);
      }
      const addresses = new Set(listed.map(({ address }) => address));
      for (const address of new Set([...past.shown.keys(), ...present.shown.keys()]))
        if (past.shown.get(address) !== present.shown.get(address))
          assert.ok(addresses.has(address), `${address} has changed: ${when}`);
    }
    seen.push(present);
  }
}

test('I1: all that changed for the public is listed, and nothing that was hidden all the while', async (t) => {
  for (let seed = 101; seed <= 110; seed += 1) await aMonth(t, seed);
});
