import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, titles, topics } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

/** Two titles: one carries everything, one a topic. */
const newsroomIn = (t: TestContext): TestNewsroom =>
  new TestNewsroom(t, {
    ...site,
    ...titles({
      main: { order: 1 },
      space: {
        order: 2,
        carries: { topics: ['space'] },
        front: { packages: [{ topic: 'sport' }] },
      },
    }),
    ...topics({ space: 'Space', sport: 'Sport' }),
    ...article('/2026/01/01/orbit', { topics: ['space'] }, 'A comet.'),
    ...article('/2026/01/02/moon', { topics: ['space'] }, 'A comet again.'),
    ...article('/2026/01/03/match', { topics: ['sport'] }, 'A comet of the ring.'),
  });

test('a title that is not there, and a title in a newsroom without any, end with 2 and a sentence', (t) => {
  const several = newsroomIn(t);
  const one = new TestNewsroom(t, { ...site, ...article('/2026/01/01/orbit') });
  for (const command of [
    ['check'],
    ['search', 'comet'],
    ['related', '/2026/01/01/orbit'],
    ['export', '/2026/01/01/orbit'],
    ['storylines', '--suggest'],
    ['indexnow', '--since', '2026-01-01T00:00:00Z'],
  ]) {
    for (const [newsroom, says] of [
      [several, /there is no title “moon”\. The titles are: main, space\./],
      [one, /this newsroom has no titles: leave --title out/],
    ] as const) {
      if (command[0] === 'indexnow') dateline(newsroom, 'compile');
      const { code, out, err } = dateline(newsroom, ...command, '--title', 'moon');
      assert.deepEqual([code, out], [2, ''], command.join(' '));
      assert.match(err, says);
    }
    assert.match(dateline(one, ...command, '--title').err, /--title needs the name of a title/);
  }
  const { code, err } = dateline(several, 'new', 'A headline', '--title=main');
  assert.deepEqual([code, err], [0, ''], 'to other commands it is a word');
});

test('search, related and export read the title that is asked for, or the first one', (t) => {
  const newsroom = newsroomIn(t);
  const found = (...args: string[]): unknown =>
    JSON.parse(dateline(newsroom, 'search', 'comet', ...args, '--json').out);
  const brief = (result: unknown): unknown => {
    assert.ok(typeof result === 'object' && result && 'title' in result && 'total' in result);
    return [result.title, result.total];
  };
  assert.deepEqual(brief(found()), ['main', 3]);
  assert.deepEqual(brief(found('--title', 'space')), ['space', 2]);
  assert.equal(dateline(newsroom, 'search', '--', '--title').code, 0, 'behind -- it is a word');
  const titleOf = (...args: string[]): unknown => {
    const { code, out } = dateline(newsroom, 'related', ...args, '--json');
    return code === 0 ? JSON.parse(out).title : code;
  };
  assert.equal(titleOf('/2026/01/01/orbit'), 'main');
  assert.equal(titleOf('https://space.example/2026/01/01/orbit'), 'space');
  assert.equal(titleOf('http://space.localhost:3000/2026/01/01/orbit'), 'space');
  assert.equal(titleOf('articles/2026/01/01/orbit.mdx', '--title', 'space'), 'space');
  // Only the first title has it.
  assert.equal(titleOf('https://space.example/2026/01/03/match'), 'main');
  assert.equal(titleOf('/2026/01/03/match', '--title', 'space'), 1);
  assert.match(
    dateline(newsroom, 'related', '/2026/01/03/match', '--title=space').err,
    /no public article at \/2026\/01\/03\/match on space\./,
  );
  assert.match(
    dateline(newsroom, 'export', 'https://space.example/2026/01/01/orbit', '--format', 'markdown').out,
    /comet/,
  );
});

test('export --all writes each title into a folder of its own', (t) => {
  const newsroom = newsroomIn(t);
  const all = join(newsroom.data, '../all');
  assert.match(
    dateline(newsroom, 'export', '--all', '--output', all).err,
    /3 articles in .*main\.\n2 articles in .*space\./,
  );
  assert.deepEqual(readdirSync(all).toSorted(), ['main', 'space']);
  const one = join(newsroom.data, '../one');
  assert.equal(dateline(newsroom, 'export', '--all', '--output', one, '--title', 'space').code, 0);
  assert.deepEqual(readdirSync(join(one, '2026/01')), ['01', '02']);
  assert.ok(!existsSync(join(one, 'space')));
});

test('indexnow reports all titles, each under its own address', (t) => {
  const newsroom = newsroomIn(t);
  dateline(newsroom, 'compile');
  const changes = (...args: string[]): unknown[] =>
    JSON.parse(dateline(newsroom, 'indexnow', '--since', '2026-01-01T00:00:00Z', '--json', ...args).out).changes;
  // The stories of the topic have their owner's address alone.
  const own = ['01/orbit', '02/moon'].map((each) => `https://space.example/2026/01/${each}`);
  const urls = (found: unknown[]): unknown[] =>
    found.map((each) =>
      typeof each === 'object' && each && 'url' in each && 'title' in each ? [each.title, each.url] : each,
    );
  assert.deepEqual(
    urls(changes('--title', 'space')),
    own.map((url) => ['space', url]),
  );
  assert.deepEqual(urls(changes()), [
    ['main', 'https://main.example/2026/01/03/match'],
    ...own.map((url) => ['space', url]),
  ]);
  const { code, err } = dateline(newsroom, 'indexnow', '--since', '2026-01-01T00:00:00Z', '--send');
  assert.equal(code, 2);
  assert.match(err, /there is no key/);
});

test('check --title has the problems of what the title carries, and of its own files', (t) => {
  const newsroom = newsroomIn(t);
  newsroom.write({
    ...article('/2026/01/02/moon', { topics: ['space'], storyline: 'nowhere' }),
    ...article('/2026/01/03/match', { topics: ['sport'], storyline: 'nowhere' }),
    'articles/2026/01/04/broken.mdx': 'no front matter',
    ...article('/2026/01/05/hidden', { topics: ['space'], status: 'draft' }),
  });
  const files = (...args: string[]): string[] => {
    const { problems }: { problems: { file: string; message: string }[] } = JSON.parse(
      dateline(newsroom, 'check', '--json', ...args).out,
    );
    return [...new Set(problems.map(({ file }) => file))];
  };
  const [moon, match, broken] = ['02/moon', '03/match', '04/broken'].map((each) => `articles/2026/01/${each}.mdx`);
  assert.deepEqual(files('--title', 'space'), [moon, broken, 'titles/space.yaml']);
  assert.deepEqual(files('--title', 'main'), [moon, match, broken]);
  assert.deepEqual(files(), [moon, match, broken, 'titles/space.yaml']);
  assert.equal(JSON.parse(dateline(newsroom, 'check', '--json', '--title', 'space').out).articles, 3);
});
