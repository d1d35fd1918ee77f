import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { article, brief, site, TestNewsroom } from '../testing.ts';
import { CannotCompile, compile, type CompileSummary } from './compile.ts';

const later = '2026-03-01T00:00:00Z';

function counts({ articles, added, changed, removed }: CompileSummary): number[] {
  return [articles, added, changed, removed];
}

function isPublic(newsroom: TestNewsroom, address: string, now = later): boolean {
  return newsroom.at(now, (edition) => edition.story(address) !== undefined);
}

function headlineOf(newsroom: TestNewsroom, address: string): string | undefined {
  return newsroom.at(later, (edition) => edition.story(address)?.headline);
}

test('a compile reads what has changed, and counts it', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a'), ...article('/2026/01/02/b') });
  assert.deepEqual(counts(await newsroom.compile()), [2, 2, 0, 0]);
  assert.deepEqual(counts(await newsroom.compile()), [2, 0, 0, 0]);
  newsroom.write({ ...article('/2026/01/01/a', { headline: 'New' }), ...article('/2026/01/03/c') });
  assert.deepEqual(counts(await newsroom.compile()), [3, 1, 1, 0]);
  assert.equal(headlineOf(newsroom, '/2026/01/01/a'), 'New');
  newsroom.remove('articles/2026/01/02', 'articles/2026/01/03/c.mdx');
  assert.deepEqual(counts(await newsroom.compile()), [1, 0, 0, 2]);
  assert.equal(isPublic(newsroom, '/2026/01/02/b'), false);
});

test('a new date on the same bytes changes nothing', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await newsroom.compile();
  const before = newsroom.dump();
  utimesSync(join(newsroom.content, 'articles/2026/01/01/a.mdx'), 1, 1);
  assert.deepEqual(counts(await newsroom.compile()), [1, 0, 0, 0]);
  assert.deepEqual(newsroom.dump(), before);
});

test('progress is reported from nothing to all', async (t) => {
  const { content, data } = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  const reported: string[] = [];
  await compile({ content, data, progress: (done, all) => reported.push(`${done} of ${all}`) });
  assert.deepEqual(reported, ['0 of 2', '2 of 2']);
});

test('a broken file leaves live what was live, until it is corrected or taken out', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a', { headline: 'Old' }) });
  await newsroom.compile();
  newsroom.write(article('/2026/01/01/a', { headline: 'New', type: 'scoop' }));
  const broken = await newsroom.compile();
  assert.deepEqual(
    [...counts(broken), ...brief(broken.problems)],
    [1, 0, 0, 0, 'articles/2026/01/01/a.mdx:5:7 field-invalid type'],
  );
  assert.equal(headlineOf(newsroom, '/2026/01/01/a'), 'Old');
  assert.deepEqual(brief((await newsroom.compile()).problems), brief(broken.problems), 'is reported again');
  newsroom.write(article('/2026/01/01/a', { headline: 'New' }));
  assert.deepEqual((await newsroom.compile()).problems, []);
  assert.equal(headlineOf(newsroom, '/2026/01/01/a'), 'New');
});

test('a broken file that asks to be hidden is hidden', async (t) => {
  const text = article('/2026/01/01/a')['articles/2026/01/01/a.mdx'];
  assert.ok(typeof text === 'string');
  const withField = (line: string): string => text.replace('headline:', `${line}\nheadline:`);
  const cases: [name: string, text: string | Buffer, hidden: boolean][] = [
    ['killed, with a type that is none', withField('status: killed\ntype: scoop'), true],
    ['a status that is none', withField('status: kiled'), true],
    ['an embargo that cannot be read', withField('embargo: tomorrow'), true],
    ['an embargo in the past, and a body that is broken', `${withField('embargo: 2020-01-01T00:00:00Z')}<Box>\n`, true],
    ['an expiry that cannot be read', withField('expires: soon'), true],
    ['killed, in YAML that is none', withField('status: killed\n\t: {'), true],
    ['killed, in a flow that is not closed', '---\n{ id: a, status: killed\n---\n', true],
    ['killed, in Latin-1', Buffer.concat([Buffer.from(withField('status: killed')), Buffer.from([0xe9])]), true],
    ['killed, in UTF-16', Buffer.from(`\uFEFF${withField('status: killed')}`, 'utf16le'), true],
    ['killed, and far too large', `${withField('status: killed')}${'word '.repeat(900_000)}`, true],
    [
      'killed behind 3 MB, and far too large',
      `${withField(`kicker: ${'word '.repeat(600_000)}\nstatus: killed`)}${'word '.repeat(900_000)}`,
      true,
    ],
    ['far too large, and the fields do not end', withField(`kicker: ${'word '.repeat(900_000)}`), true],
    ['far too large', `${text}${'word '.repeat(900_000)}`, false],
    ['killed, in big-endian UTF-16', Buffer.from(`\uFEFF${withField('status: killed')}`, 'utf16le').swap16(), true],
    ['killed, in UTF-16 without its mark', Buffer.from(withField('status: killed'), 'utf16le'), true],
    [
      'killed behind 1 MB, in Latin-1',
      Buffer.concat([
        Buffer.from(withField(`kicker: ${'word '.repeat(200_000)}\nstatus: killed`)),
        Buffer.from([0xe9]),
      ]),
      true,
    ],
    ['killed, with the line ends of the Mac', withField('status: killed\ntype: a: b').replaceAll('\n', '\r'), true],
    [
      'published in the future, with a type that is none',
      text.replace(/published: .*/, 'published: 2099-01-01T00:00:00Z\ntype: scoop'),
      true,
    ],
    [
      'published in the future, in YAML that is none',
      text.replace(/published: .*/, 'published: 2099-01-01T00:00:00Z\ntype: a: b'),
      true,
    ],
    ['an expiry that is over, in YAML that is none', withField('kicker: a: b\nexpires: 2026-01-02T00:00:00Z'), true],
    ['bytes of no text', Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 37) % 256)), false],
    ['killed, and nested too deeply', `${withField('status: killed')}${'>'.repeat(14_000)}`, true],
    ['a type that is none', withField('type: scoop'), false],
    ['an expiry in the future', withField('type: scoop\nexpires: 2030-01-01T00:00:00Z'), false],
    ['YAML that is none', withField('a: b: c'), false],
    ['Latin-1', Buffer.concat([Buffer.from(text), Buffer.from([0xe9])]), false],
    ['nothing at all', '', false],
  ];
  for (const [name, broken, hidden] of cases) {
    await t.test(name, async (inner) => {
      const newsroom = new TestNewsroom(inner, { ...site, 'articles/2026/01/01/a.mdx': text });
      await newsroom.compile();
      assert.equal(isPublic(newsroom, '/2026/01/01/a'), true);
      newsroom.write({ 'articles/2026/01/01/a.mdx': broken });
      assert.ok((await newsroom.compile()).problems.length > 0);
      assert.equal(isPublic(newsroom, '/2026/01/01/a'), !hidden);
      newsroom.write({ 'articles/2026/01/01/a.mdx': text });
      await newsroom.compile();
      assert.equal(isPublic(newsroom, '/2026/01/01/a'), true, 'comes back when it is corrected');
    });
  }
});

test('a broken file that states an expiry in the future is gone from then on', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await newsroom.compile();
  newsroom.write(article('/2026/01/01/a', { type: 'scoop', expires: '2030-01-01T00:00:00Z' }));
  await newsroom.compile();
  const stateAt = (now: string): string => newsroom.at(now, (edition) => edition.lookup('/2026/01/01/a').state);
  assert.equal(stateAt('2029-12-31T23:59:59Z'), 'public');
  assert.equal(stateAt('2030-01-01T00:00:00Z'), 'gone');
  newsroom.at('2030-01-01T00:00:00Z', (edition) => assert.equal(edition.count('all', ''), 0));
  newsroom.write(article('/2026/01/01/a', { type: 'news' }));
  await newsroom.compile();
  assert.equal(stateAt('2030-01-01T00:00:00Z'), 'public', 'comes back when it is corrected');
});

test('a file that cannot be found out about leaves live what was live', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a'), ...article('/2026/01/02/b') });
  await newsroom.compile();
  const path = 'articles/2026/01/01/a.mdx';
  newsroom.remove(path);
  symlinkSync('nowhere', join(newsroom.content, path));
  const problems = [`${path}:1:1 file-unreadable`];
  for (const time of ['first', 'second']) assert.deepEqual(brief((await newsroom.compile()).problems), problems, time);
  assert.equal(isPublic(newsroom, '/2026/01/01/a'), true);
  newsroom.remove(path);
  newsroom.write(article('/2026/01/01/a'));
  assert.deepEqual((await newsroom.compile()).problems, []);
});

test('a newsroom that cannot be compiled says so in a sentence, and leaves the store alone', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  await newsroom.compile();
  const before = newsroom.dump();
  newsroom.remove('site.yaml', 'articles');
  await assert.rejects(
    newsroom.compile(),
    (fault) => fault instanceof CannotCompile && fault.message.endsWith(' is empty.'),
  );
  assert.deepEqual(newsroom.dump(), before);
  for (const content of [join(newsroom.content, 'nowhere'), join(newsroom.data, 'store.sqlite')]) {
    await assert.rejects(
      compile({ content, data: newsroom.data }),
      (fault) => fault instanceof CannotCompile && fault.message === `There is no content folder at ${content}.`,
    );
  }
});

test('a data folder that cannot be written is reported in a sentence', async (t) => {
  const { content, data } = new TestNewsroom(t, site);
  mkdirSync(data);
  writeFileSync(join(data, 'file'), '');
  for (const path of [join(data, 'file'), join(data, 'file/below/it'), '/proc/dateline', '/proc/dateline/deep']) {
    await assert.rejects(
      compile({ content, data: path }),
      (fault) =>
        fault instanceof CannotCompile && fault.message.startsWith(`The data folder ${path} cannot be written: `),
    );
  }
});

test('a store of another newsroom is emptied and filled again', async (t) => {
  const one = new TestNewsroom(t, { ...site, ...article('/2026/01/01/a') });
  const other = new TestNewsroom(t, { ...site, ...article('/2026/01/02/b') });
  await one.compile();
  await compile({ content: other.content, data: one.data });
  assert.equal(isPublic(one, '/2026/01/01/a'), false);
  assert.equal(isPublic(one, '/2026/01/02/b'), true);
});
