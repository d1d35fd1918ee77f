import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { storePath } from '../../newsroom/store/store.ts';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

const exported = (newsroom: TestNewsroom, ...args: string[]): ReturnType<typeof dateline> =>
  dateline(newsroom, 'export', ...args);

const newsroomIn = (t: TestContext): TestNewsroom =>
  new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/02/one', { aliases: ['/old/one'] }, 'Some *text*.'),
    ...article('/2026/01/02/two'),
    ...article('/2026/01/03/three'),
    ...article('/2026/01/03/draft', { status: 'draft' }),
    ...article('/2026/01/03/killed', { status: 'killed', reason: 'Gone.' }),
    ...article('/2026/02/02/ahead'),
  });

test('an article goes to standard output, by its address, its old one or its full URL', (t) => {
  const newsroom = newsroomIn(t);
  for (const asked of ['/2026/01/02/one', '/old/one', 'https://test.example/2026/01/02/one/']) {
    const { code, out } = exported(newsroom, asked);
    equal(code, 0, asked);
    equal(JSON.parse(out).uri, 'urn:test:one');
  }
  for (const [format, begins] of [
    ['newsml-g2', /^<\?xml .*\n<newsItem /],
    ['nitf', /^<\?xml .*\n<nitf /],
    ['text', /^About one\n/],
    ['markdown', /^---\nid: urn:test:one\n/],
  ] as const)
    match(exported(newsroom, '/2026/01/02/one', '--format', format).out, begins);
});

test('all of them go into a folder, each at its address; what is not public is not among them', (t) => {
  const newsroom = newsroomIn(t);
  const folder = join(dirname(newsroom.data), 'out');
  const { code, out, err } = exported(newsroom, '--all', '--format', 'nitf', '--output', folder);
  deepEqual([code, out], [0, '']);
  match(err, /3 articles in /);
  deepEqual(globSync('**/*.xml', { cwd: folder }).toSorted(), [
    '2026/01/02/one.xml',
    '2026/01/02/two.xml',
    '2026/01/03/three.xml',
  ]);
  match(readFileSync(join(folder, '2026/01/03/three.xml'), 'utf8'), /<hl1>About three<\/hl1>/);
});

test('what is not public is reported, and the rest is written', (t) => {
  const newsroom = newsroomIn(t);
  const folder = join(dirname(newsroom.data), 'out');
  const hidden = ['/2026/01/03/draft', '/2026/01/03/killed', '/2026/02/02/ahead', '/nowhere', '../etc/passwd'];
  const { code, err } = exported(newsroom, '/2026/01/02/one', ...hidden, '--output', folder);
  equal(code, 1);
  for (const address of hidden) match(err, new RegExp(`no public article at ${address.replaceAll('.', '\\.')}`));
  deepEqual(globSync('**/*.*', { cwd: folder }), ['2026/01/02/one.json']);
});

test('an export that cannot be made is an error in one line, before anything is read', (t) => {
  const newsroom = newsroomIn(t);
  for (const [args, says] of [
    [[], /nothing to export/],
    [['--all'], /needs a folder/],
    [['/a', '/b'], /needs a folder/],
    [['/a', '--all', '--output', 'x'], /name none beside it/],
    [['/a', '--format', 'papyrus'], /no format “papyrus”/],
    [['/a', '--everything'], /Unknown option/],
  ] as const) {
    const { code, err } = exported(newsroom, ...args);
    equal(code, 2, args.join(' '));
    match(err, says);
    match(err, /Usage: dateline export/);
  }
  equal(existsSync(newsroom.data), false);
});

test('an article that cannot be written is named, and the others go on', (t) => {
  const newsroom = newsroomIn(t);
  const folder = join(dirname(newsroom.data), 'out');
  // A folder is where the file belongs.
  mkdirSync(join(folder, '2026/01/02/one.json'), { recursive: true });
  equal(exported(newsroom, '/2026/01/03/three').code, 0);
  const store = new DatabaseSync(storePath(newsroom.data));
  store.exec("UPDATE body SET body = 'x' WHERE article = (SELECT key FROM article WHERE address = '/2026/01/02/two')");
  store.close();
  for (const asked of [['--all'], ['/2026/01/02/one', '/2026/01/02/two', '/2026/01/03/three']]) {
    const { code, out, err } = exported(newsroom, ...asked, '--output', folder);
    deepEqual([code, out], [1, '']);
    match(err, /^dateline: \/2026\/01\/02\/one cannot be written as ninjs: .*EISDIR/m);
    match(err, /^dateline: \/2026\/01\/02\/two cannot be written as ninjs: /m);
    match(err, /^1 article in /m);
    deepEqual(globSync('**/*.json', { cwd: folder }).toSorted(), ['2026/01/02/one.json', '2026/01/03/three.json']);
  }
});
