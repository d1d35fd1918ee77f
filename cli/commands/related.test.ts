import { deepEqual, equal, match } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

const related = (newsroom: TestNewsroom, ...args: string[]): ReturnType<typeof dateline> =>
  dateline(newsroom, 'related', ...args);

const newsroomIn = (t: TestContext): TestNewsroom =>
  new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/02/one', { related: ['/2026/01/02/two'] }),
    ...article('/2026/01/02/two', { lang: 'fr' }),
    ...article('/2026/01/03/draft', { status: 'draft' }),
    ...article('/2026/01/03/withheld', { status: 'withheld' }),
    ...article('/2026/02/02/ahead'),
  });

test('an article is found by its address, with the site before it, without the slash, and by its file', (t) => {
  const newsroom = newsroomIn(t);
  for (const asked of [
    '/2026/01/02/one',
    '2026/01/02/one/',
    'https://test.example/2026/01/02/one',
    'http://localhost:3000/2026/01/02/one',
    'content/articles/2026/01/02/one.mdx',
  ]) {
    const { code, out, err } = related(newsroom, asked, '--json');
    deepEqual([code, err], [0, ''], asked);
    deepEqual(JSON.parse(out), {
      path: '/2026/01/02/one',
      related: [
        {
          path: '/2026/01/02/two',
          headline: 'About two',
          score: 100,
          reasons: ['Chosen by the desk', 'same day'],
          list: 'picked',
        },
      ],
    });
  }
});

test('what is not public is answered like what does not exist, and the way to see it is named', (t) => {
  const newsroom = newsroomIn(t);
  const answers = ['/2026/01/03/draft', '/2026/01/03/withheld', '/2026/02/02/ahead', '/2026/01/03/nothing'].map(
    (asked) => {
      const { code, out, err } = related(newsroom, asked);
      deepEqual([code, out], [1, ''], asked);
      return err.replace(asked, 'X');
    },
  );
  equal(new Set(answers).size, 1, answers.join('\n'));
  match(answers[0] ?? '', /no public article at X\..*\n.*`npx dateline preview` shows it/);
});

test('help names an example, and what is missing is said', (t) => {
  const newsroom = newsroomIn(t);
  match(
    related(newsroom, '--help').out,
    /^Usage: dateline related ADDRESS.*\n\nPrint what [^]*\n {2}npx dateline related \/2026\/01\/13\/slug\n/,
  );
  for (const [args, said] of [
    [[], /name an article by its address/],
    [['--all'], /add --json/],
    [['/a', '/b'], /name one article/],
  ] as const) {
    const { code, out, err } = related(newsroom, ...args);
    deepEqual([code, out], [2, ''], args.join(' '));
    match(err, said);
  }
});
