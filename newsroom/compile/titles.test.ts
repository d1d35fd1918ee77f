import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chance } from '../../bench/random.ts';
import { openStore } from '../store/store.ts';
import { listsWith } from '../store/title-lists.ts';
import { article, site, TestNewsroom, titles, topics, type Files } from '../testing.ts';

const slugs = ['security', 'superpowers', 'asia', 'sport'];
const names = ['main', 'space', 'wire', 'late'];

/** A random newsroom of several titles. */
function filesOf(chance: Chance): Files {
  const some = <T>(all: readonly T[], share: number): T[] => all.filter(() => chance.happens(share));
  const stories = Array.from({ length: 14 }, (_, number) =>
    article(`/2026/01/${String(1 + (number % 5)).padStart(2, '0')}/s${number}`, {
      topics: some(slugs, 0.4),
      ...(chance.happens(0.3) && { agency: chance.pick(['AFP', 'UPI']) }),
      ...(chance.happens(0.3) && { lang: chance.pick(['ja', 'fr']) }),
      ...(chance.happens(0.3) && { storyline: 'summit' }),
      ...(chance.happens(0.3) && { owner: chance.pick(names) }),
      ...(chance.happens(0.2) && { status: 'draft' }),
    }),
  );
  const carrying = (): Record<string, unknown> => ({
    topics: some(slugs, 0.4),
    ...(chance.happens(0.3) && { agencies: ['AFP'] }),
    ...(chance.happens(0.3) && { storylines: ['summit'] }),
    ...(chance.happens(0.3) && { languages: ['en', 'ja'] }),
  });
  return {
    ...site,
    ...topics({
      security: 'Security',
      superpowers: { title: 'Superpowers', parent: 'security' },
      asia: { title: 'Asia', ...(chance.happens(0.5) && { owner: chance.pick(names) }) },
      sport: 'Sport',
    }),
    'storylines/summit.mdx': '---\ntitle: Summit\ntopics: [asia]\n---\n',
    ...titles(
      Object.fromEntries(
        names.map((name) => [
          name,
          {
            ...(chance.happens(0.5) && { order: chance.below(3) }),
            ...(chance.happens(0.7) && { carries: carrying() }),
            ...(chance.happens(0.3) && { language: 'ja' }),
          },
        ]),
      ),
    ),
    ...Object.assign({}, ...stories),
  };
}

function shuffled<T>(all: readonly T[], chance: Chance): T[] {
  return all
    .map((each) => ({ each, at: chance.below(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

test('which titles carry and own a story does not depend on the order in which files come, change and go', async (t) => {
  for (let seed = 1; seed <= 6; seed += 1) {
    const chance = new Chance(seed);
    const [wanted, others] = [filesOf(chance), filesOf(chance)];
    const anew = new TestNewsroom(t, wanted);
    await anew.compile();
    const made = new TestNewsroom(t, site);
    // Some files first say something else, and one title is there that goes.
    const former = Object.entries(others).filter(([path]) => path in wanted && chance.happens(0.5));
    made.write({ ...Object.fromEntries(former), ...titles({ gone: { order: -1, carries: { topics: ['sport'] } } }) });
    await made.compile();
    for (let left = shuffled(Object.entries(wanted), chance); left.length > 0;) {
      const size = 1 + chance.below(12);
      made.write(Object.fromEntries(left.slice(0, size)));
      left = left.slice(size);
      await made.compile();
    }
    made.remove('titles/gone.yaml');
    await made.compile();
    const { file: _files, entity_file: _entities, ...found } = made.dump();
    const { file: _otherFiles, entity_file: _otherEntities, ...expected } = anew.dump();
    assert.deepEqual(found, expected, `seed ${seed}`);
    const store = openStore(made.data);
    const columns = 'title, kind, slug, published, address, article, opens, closes';
    const rows = (from: string): unknown[] => store.all(`SELECT ${columns} FROM ${from} ORDER BY ${columns}`);
    assert.deepEqual(rows(`(${listsWith('SELECT key FROM main.article')})`), rows('main.membership'));
    store.close();
  }
});
