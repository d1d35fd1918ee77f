import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { compile } from '../compile/compile.ts';
import { relatedWeights } from '../related/weights.ts';
import { article, site, TestNewsroom, topics, type Files } from '../testing.ts';

/*
 * What always holds of related stories, over random small newsrooms. Few words, so that each article has something in
 * common with many others.
 */

const now = '2026-06-01T00:00:00Z';
const day = 86_400_000;

/** Numbers from 0 to below 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function oneOf<T>(random: () => number, values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  assert.ok(value !== undefined);
  return value;
}

const names = ['Sanae Takaichi', 'Nara', 'Lee Jae-myung', 'Otsu', 'Busan', 'Lake Biwa', 'Herat', 'Odesa'];
const things =
  'summit ship radar flour bread price rocket wind nurse vaccine strike pilot court tax storm vote rail fire'.split(
    ' ',
  );

function textIn(random: () => number): string {
  const length = 5 + Math.floor(random() * 25);
  return `The ${Array.from({ length }, () => oneOf(random, random() < 0.3 ? names : things)).join(' and ')}.`;
}

/** A text on nothing but these words, each of them hundreds of times in the hidden articles. */
const loud = `The ${[...names, ...things].join(' and ')}.`;

/** The day so many days before `now`, as an address has it. */
function dayBefore(days: number): string {
  return new Date(Date.parse(now) - days * day).toISOString().slice(0, 10).replaceAll('-', '/');
}

function randomArticle(random: () => number, slug: string, more: Record<string, unknown> = {}): Files {
  const age = 1 + Math.floor(random() ** 2 * 700);
  return article(
    `/${dayBefore(age)}/${slug}`,
    {
      headline: textIn(random).split(' ').slice(1, 8).join(' '),
      topics: random() < 0.5 ? [oneOf(random, ['a', 'b', 'c'])] : [],
      type: random() < 0.2 ? 'explainer' : 'news',
      ...(random() < 0.2 && { storyline: 'line' }),
      ...more,
    },
    textIn(random),
  );
}

const common: Files = {
  ...site,
  ...topics({ a: 'A', b: 'B', c: { title: 'C', parent: 'a' } }),
  'storylines/line.mdx': '---\ntitle: Line\n---\n',
};

function randomNewsroom(random: () => number, size: number): Files {
  const files = { ...common };
  for (let number = 0; number < size; number += 1) Object.assign(files, randomArticle(random, `s${number}`));
  return files;
}

async function compileAt(newsroom: TestNewsroom, at: string, only?: string[]): Promise<void> {
  const { content, data } = newsroom;
  await compile({ content, data, history: false, now: Date.parse(at), ...(only && { only }) });
}

/** The related links of each public article, by its address. */
function listsIn(newsroom: TestNewsroom, at = now): Record<string, string> {
  return newsroom.at(at, (edition) =>
    Object.fromEntries(
      [...edition.newest('all', '', 10_000)].map(({ address }) => {
        const found = edition.lookup(address);
        assert.ok(found.state === 'public');
        return [address, JSON.stringify(edition.related(found.story))];
      }),
    ),
  );
}

async function listsOf(t: TestContext, files: Files): Promise<Record<string, string>> {
  const newsroom = new TestNewsroom(t, files);
  await compileAt(newsroom, now);
  return listsIn(newsroom);
}

/** How many links there are: with too few, a property says nothing. */
function linksIn(lists: Record<string, string>): number {
  return Object.values(lists).join().split('"kind":"shared-words"').length - 1;
}

test('hidden articles of every kind change no list', async (t) => {
  for (const seed of [1, 2, 3]) {
    const random = randomFrom(seed);
    const open = randomNewsroom(random, 40);
    const hidden: Record<string, unknown>[] = [
      { status: 'draft' },
      { status: 'withheld' },
      { status: 'killed' },
      { embargo: '2026-07-01T00:00:00Z' },
      { published: '2026-07-01T00:00:00Z' },
      { expires: '2026-05-31T00:00:00Z', published: '2024-06-01T00:00:00Z' },
      // A copy of a public article, which came first.
      { id: 'urn:test:s1', published: '2026-05-31T23:00:00Z' },
    ];
    const files = { ...open };
    for (let number = 0; number < 70; number += 1) {
      const [path = '', text = ''] =
        Object.entries(randomArticle(random, `h${number}`, hidden[number % hidden.length]))[0] ?? [];
      files[path] = `${String(text)}\n${loud}\n`;
    }
    const lists = await listsOf(t, open);
    assert.ok(linksIn(lists) > 50, `${linksIn(lists)} links`);
    assert.deepEqual(await listsOf(t, files), lists, `seed ${seed}`);
  }
});

test('one more story changes the lists of recent stories only, and of the story before it in its storyline', async (t) => {
  let changed = 0;
  for (const seed of [1, 2, 3, 4]) {
    const random = randomFrom(seed);
    // The counts of terms are taken anew at 55 articles and at 69.
    const files = randomNewsroom(random, 58);
    const before = await listsOf(t, files);
    const storyline = seed % 2 === 0 ? { storyline: 'line' } : {};
    const after = await listsOf(t, {
      ...files,
      ...article(`/${dayBefore(0)}/new`, { published: '2026-05-31T23:00:00Z', ...storyline }, loud),
    });
    const newest = Date.parse('2026-05-31T23:00:00Z');
    const ageOf = (address: string): number =>
      (newest - Date.parse(`${address.slice(1, 11).replaceAll('/', '-')}T12:00:00Z`)) / day;
    const different = Object.keys(before).filter((address) => before[address] !== after[address]);
    changed += different.length;
    const old = different.filter((address) => ageOf(address) > relatedWeights.newerDays);
    assert.ok(old.length <= (seed % 2 === 0 ? 1 : 0), `seed ${seed}: ${old.join(' ')}`);
  }
  assert.ok(changed > 0, 'no list has changed: the test says nothing');
});

test('of the older stories of a storyline, a new one changes the list of the one before it alone', async (t) => {
  const files: Files = { ...common };
  for (let number = 1; number <= 6; number += 1)
    Object.assign(
      files,
      article(
        `/${dayBefore(200 + number)}/s${number}`,
        { headline: `Word${number}`, storyline: 'line' },
        `Own${number}.`,
      ),
    );
  const before = await listsOf(t, files);
  const after = await listsOf(t, { ...files, ...article(`/${dayBefore(1)}/new`, { storyline: 'line' }, 'Fresh.') });
  const different = Object.keys(before).filter((address) => before[address] !== after[address]);
  assert.deepEqual(different, [`/${dayBefore(201)}/s1`]);
});

test('hundreds of stories that are too new for a list do not take the places of others', async (t) => {
  const words = 'Harbour pilots of Otsu strike';
  const files: Files = {
    ...common,
    ...article('/2026/01/10/own', { headline: words }, `${words} again.`),
    ...article('/2026/01/02/older', { headline: 'Pilots of Otsu' }, 'A strike.'),
  };
  for (let number = 0; number < 410; number += 1)
    Object.assign(files, article(`/2026/05/20/n${number}`, { headline: `Noise${number}` }, `${words}.`));
  assert.match((await listsOf(t, files))['/2026/01/10/own'] ?? '', /older/);
});

/** What can happen to a newsroom; returns the files that it changes, and the paths that go. */
function happening(random: () => number, files: Files, number: number): { write: Files; remove: string[] } {
  const paths = Object.keys(files).filter((path) => path.startsWith('articles/'));
  const path = oneOf(random, paths);
  const text = String(files[path]);
  const withField = (field: string): Files => ({ [path]: text.replace('---\n', `---\n${field}\n`) });
  const hasField = /^(status|embargo|expires):/m.test(text);
  switch (Math.floor(random() * 8)) {
    case 0:
      return { write: { [path]: text.replace(/\n---\n[^]*$/, `\n---\n\n${textIn(random)}\n`) }, remove: [] };
    case 1:
      return { write: {}, remove: [path] };
    case 2:
      return { write: hasField ? {} : withField('status: killed'), remove: [] };
    case 3:
      return { write: hasField ? {} : withField('embargo: 2026-06-03T00:00:00Z'), remove: [] };
    case 4:
      return { write: hasField ? {} : withField('expires: 2026-06-04T00:00:00Z'), remove: [] };
    case 5: {
      const id = /^id: (.*)$/m.exec(text)?.[1];
      return { write: randomArticle(random, `copy${number}`, { id }), remove: [] };
    }
    case 6:
      return { write: { [path.replace('.mdx', `-${number}.mdx`)]: text }, remove: [path] };
    default:
      return { write: randomArticle(random, `new${number}`), remove: [] };
  }
}

test('a store that was filled step by step, in any order, over days, is the same as one that was filled at once', async (t) => {
  for (const seed of [1, 2, 3]) {
    const random = randomFrom(seed);
    let files = randomNewsroom(random, 12);
    const step = new TestNewsroom(t, Object.fromEntries(Object.entries(files).toReversed()));
    await compileAt(step, now);
    for (let number = 0; number < 40; number += 1) {
      const at = new Date(Date.parse(now) + number * 3 * 3_600_000).toISOString();
      const { write, remove } = happening(random, files, number);
      files = { ...Object.fromEntries(Object.entries(files).filter(([path]) => !remove.includes(path))), ...write };
      step.write(write);
      step.remove(...remove);
      await compileAt(step, at, number % 3 === 0 ? undefined : [...Object.keys(write), ...remove]);
      if (number % 4 !== 3) continue;
      const full = new TestNewsroom(t);
      // Of two copies, the one that was public first is used.
      await compile({ content: step.content, data: full.data, memory: step.data, history: false, now: Date.parse(at) });
      const [stepDump, fullDump] = [step.dump(), full.dump()];
      for (const table of ['key_terms', 'term_articles', 'term_count', 'term_recount', 'meta'])
        assert.deepEqual(stepDump[table], fullDump[table], `${table}, seed ${seed}, step ${number}`);
      assert.deepEqual(listsIn(step, at), listsIn(full, at), `seed ${seed}, step ${number}`);
    }
  }
});
