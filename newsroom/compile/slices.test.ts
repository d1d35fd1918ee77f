import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openStore, storePath } from '../store/store.ts';
import { article, brief, site, TestNewsroom, type Files } from '../testing.ts';
import { compile, type CompileSummary } from './compile.ts';
import { hidingFiles } from './hiding-files.ts';

const now = Date.parse('2026-03-01T00:00:00Z');
const story = '/2026/01/31/story';

function many(headline: string): Files {
  const files: Files = {};
  for (let number = 0; number < 250; number += 1) {
    const day = String((number % 28) + 1).padStart(2, '0');
    Object.assign(files, article(`/2026/01/${day}/story-${number}`, { headline: `${headline} ${number}` }));
  }
  return files;
}

async function compiled(t: TestContext, files: Files): Promise<TestNewsroom> {
  const newsroom = new TestNewsroom(t, { ...site, ...article(story), ...files });
  await newsroom.compile();
  return newsroom;
}

function statusOf(newsroom: TestNewsroom, path: string): unknown {
  const store = openStore(newsroom.data);
  try {
    return store.get('SELECT status FROM article WHERE address = ?', path)?.['status'];
  } finally {
    store.close();
  }
}

test('a kill comes between while many files are read, and what was read before does not undo it', async (t) => {
  const newsroom = await compiled(t, many('Old'));
  newsroom.write({ ...many('New'), ...article(story, { headline: 'Edited' }) });
  const large = newsroom.compile();
  newsroom.write(article(story, { status: 'killed', reason: 'Wrong.' }));
  let isLargeDone = false;
  void large.then(() => (isLargeDone = true));
  await newsroom.compile([`articles${story}.mdx`]);
  assert.equal(isLargeDone, false);
  assert.equal(statusOf(newsroom, story), 'killed');
  const { changed } = await large;
  assert.ok(changed >= 250);
  assert.equal(statusOf(newsroom, story), 'killed');
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    assert.ok(edition.newest('all', '', 250).every(({ headline }) => headline.startsWith('New ')));
  });
});

test('what comes and goes while many files are read is neither removed nor left', async (t) => {
  const newsroom = await compiled(t, many('Old'));
  newsroom.write(many('New'));
  const large = newsroom.compile();
  newsroom.write(article('/2026/02/01/later'));
  newsroom.remove(`articles${story}.mdx`);
  await newsroom.compile(['articles/2026/02/01/later.mdx', `articles${story}.mdx`]);
  await large;
  newsroom.at('2026-03-01T00:00:00Z', (edition) => {
    assert.equal(edition.story('/2026/02/01/later')?.headline, 'About later');
    assert.equal(edition.story(story), undefined);
  });
});

test('files that seem to hide what the public sees are found before the others are read', async (t) => {
  const hiding: [name: string, fields: Record<string, unknown>][] = [
    ['kill', { status: 'killed', reason: 'Wrong.' }],
    ['withhold', { status: 'withheld' }],
    ['draft', { status: 'draft' }],
    ['embargo', { embargo: '2027-01-01T00:00:00Z' }],
    ['expiry', { expires: '2026-02-01T00:00:00Z' }],
    ['later', { published: '2027-01-01T00:00:00Z' }],
  ];
  const address = (name: string): string => `/2026/01/30/${name}`;
  const all = (fields: (index: number) => Record<string, unknown>): Files =>
    Object.assign({}, ...hiding.map(([name], index) => article(address(name), fields(index))));
  const newsroom = await compiled(
    t,
    all(() => ({})),
  );
  newsroom.write({
    ...all((index) => hiding[index]?.[1] ?? {}),
    ...article(story, { headline: 'Only edited' }),
    ...article('/2026/01/30/new', { status: 'draft' }),
  });
  const store = openStore(newsroom.data);
  t.after(() => store.close());
  const expected = hiding.map(([name]) => `articles${address(name)}.mdx`).toSorted();
  assert.deepEqual(hidingFiles(newsroom.content, store, 'all', now), expected);
  assert.deepEqual(hidingFiles(newsroom.content, store, new Set(['articles/2026/01/30']), now), expected);
  assert.deepEqual(hidingFiles(newsroom.content, store, new Set(['topics']), now), []);
});

test('while much of the folder is missing, it stays live, and what is there is followed', async (t) => {
  const cases: [name: string, remove: string[], stay: number][] = [
    ['all articles', ['articles'], 251],
    ['site.yaml', ['site.yaml'], 1],
    ['the folder of a month', ['articles/2026/01/01', 'articles/2026/01/02', 'articles/2026/01/03'], 27],
    ['one article', [`articles${story}.mdx`], 0],
    ['the articles of one day', ['articles/2026/01/09'], 0],
  ];
  for (const [name, remove, stay] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = await compiled(inner, many('Old'));
      newsroom.remove(...remove);
      newsroom.write(article('/2026/02/15/added'));
      const { content, data } = newsroom;
      const run = (missing: 'wait' | 'remove'): Promise<CompileSummary> => compile({ content, data, missing });
      const waiting = await run('wait');
      assert.equal(waiting.missing ?? 0, stay);
      assert.equal(waiting.removed > 0, stay === 0);
      newsroom.at('2026-03-01T00:00:00Z', (edition) =>
        assert.equal(edition.story('/2026/02/15/added')?.headline, 'About added'),
      );
      const { missing, articles } = await run('remove');
      assert.equal(missing, undefined);
      assert.equal(articles, 252 - waiting.removed - (name === 'site.yaml' ? 0 : stay));
    });
  }
});

test('files that are moved are not missing', async (t) => {
  const newsroom = await compiled(t, many('Old'));
  const { content, data } = newsroom;
  renameSync(join(content, 'articles/2026/01/05'), join(content, 'articles/2026/01/29'));
  renameSync(join(content, 'articles/2026/01/06'), join(content, 'articles/2026/01/30'));
  assert.equal((await compile({ content, data, missing: 'wait' })).missing, undefined);
});

test('a store that was cut off to nothing is put aside, and not one that is missing', async (t) => {
  const newsroom = await compiled(t, {});
  for (const ending of ['-wal', '-shm']) rmSync(storePath(newsroom.data) + ending, { force: true });
  truncateSync(storePath(newsroom.data));
  const { damaged, articles } = await newsroom.compile();
  assert.match(damaged ?? '', /^The store was damaged\. .*; 0 public addresses .* What could not be read is lost\.$/);
  assert.equal(articles, 1);
  assert.equal((await new TestNewsroom(t, { ...site, ...article(story) }).compile()).made, 'missing');
});

test('articles/ may be a link to a folder inside the newsroom, and to no other', async (t) => {
  const day = '/2026/01/31';
  const cases: [name: string, target: string, problems: string[], articles: number][] = [
    ['beside it', '..data/articles', [], 1],
    ['outside', '../outside', ['articles:1:1 file-outside'], 0],
    ['a folder of other content', 'topics', ['articles:1:1 file-outside'], 0],
    ['the newsroom itself', '.', ['articles:1:1 file-outside'], 0],
  ];
  for (const [name, target, problems, count] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = new TestNewsroom(inner, { ...site, 'topics/a.mdx': '---\ntitle: A\n---\n' });
      for (const folder of ['content/..data/articles', 'outside'])
        mkdirSync(join(newsroom.content, '..', folder, day), { recursive: true });
      newsroom.write({ [`..data/articles${day}/story.mdx`]: String(article(story)[`articles${story}.mdx`]) });
      symlinkSync(target, join(newsroom.content, 'articles'));
      const all = await newsroom.compile();
      assert.deepEqual([brief(all.problems), all.articles], [problems, count]);
      if (count === 0) return;
      newsroom.write({
        [`..data/articles${day}/story.mdx`]: String(article(story, { headline: 'Edited' })[`articles${story}.mdx`]),
      });
      assert.equal((await newsroom.compile([`articles${story}.mdx`])).changed, 1);
    });
  }
});
