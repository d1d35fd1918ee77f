import { deepEqual, equal } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { outputAt } from '../formats/outputs.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import { article, site, TestNewsroom, topics, type Files } from '../newsroom/testing.ts';
import { answer } from './answer.ts';

const now = '2026-03-01T00:00:00Z';

async function newsroomWith(t: TestContext, fields: Record<string, unknown> = {}): Promise<TestNewsroom> {
  const stories: Files[] = Array.from({ length: 70 }, (_, number) =>
    article(`/2026/01/${String((number % 28) + 1).padStart(2, '0')}/s${number}`, { topics: ['new'], ...fields }),
  );
  const newsroom = new TestNewsroom(
    t,
    Object.assign(
      {
        ...site,
        ...topics({
          new: {
            title: 'New',
            aliases: ['/topics/old', '/Section_7.html', '/2020/01/01/topic', '/people/them', '/old.xml'],
          },
          'other-new': { title: 'Other', aliases: ['/topics/old'] },
        }),
      },
      ...stories,
      article('/2026/01/01/plain', { aliases: ['/topics/article'] }),
    ),
  );
  await newsroom.compile();
  return newsroom;
}

/** What an address answers: a status, or where it leads. */
function answerAt(edition: Edition, path: string): number | string {
  const found = answer(edition, path);
  return found.status === 308 ? found.to : found.status;
}

function outputOf(edition: Edition, path: string): string | undefined {
  const found = outputAt(edition, path);
  return found && 'to' in found ? found.to : found?.type;
}

test('an old address of a topic leads to the topic in one hop, with its pages and its feeds', async (t) => {
  const newsroom = await newsroomWith(t);
  newsroom.at(now, (edition) => {
    const pages = {
      '/topics/old': '/topics/new',
      '/topics/old/links': '/topics/new/links',
      '/topics/old/page/1': '/topics/new/page/1',
      '/topics/old/page/2': 404,
      '/topics/old/none': 404,
      '/section_7.html': '/topics/new',
      '/2020/01/01/topic': '/topics/new',
      '/people/them': '/topics/new',
      '/people/them/page/1': '/topics/new/page/1',
      '/people/them/page/2': 404,
      '/section_7.html/links': '/topics/new/links',
      '/section_7.html/page/1': '/topics/new/page/1',
      '/section_7.html/page/2': 404,
      '/section_7.html/related': 404,
      '/topics/article': '/2026/01/01/plain',
      '/topics/new': 200,
      '/topics/new/links': 200,
      '/topics/new/page/1': 200,
    };
    for (const [path, expected] of Object.entries(pages)) equal(answerAt(edition, path), expected, path);
    const outputs = {
      '/topics/old/feed.xml': '/topics/new/feed.xml',
      '/topics/old/atom.xml': '/topics/new/atom.xml',
      '/topics/old/feed.json': '/topics/new/feed.json',
      '/topics/old/page/1/atom.xml': '/topics/new/page/1/atom.xml',
      '/old.xml': '/topics/new',
      '/section_7.html/feed.xml': '/topics/new/feed.xml',
      '/section_7.html/page/1/feed.json': '/topics/new/page/1/feed.json',
      '/section_7.html/page/2/feed.json': undefined,
      '/section_8.html/feed.xml': undefined,
      '/topics/none/feed.xml': undefined,
    };
    for (const [path, expected] of Object.entries(outputs)) equal(outputOf(edition, path), expected, path);
  });
});

test('it leads nowhere while the topic is not public', async (t) => {
  const newsroom = await newsroomWith(t, { embargo: '2026-04-01T00:00:00Z' });
  const paths = [
    '/topics/old',
    '/topics/old/links',
    '/section_7.html/links',
    '/section_7.html',
    '/2020/01/01/topic',
    '/topics/new',
  ];
  newsroom.at(now, (edition) => {
    deepEqual(
      paths.map((path) => answerAt(edition, path)),
      paths.map(() => 404),
    );
    for (const feed of ['/topics/old/feed.xml', '/section_7.html/feed.xml']) equal(outputOf(edition, feed), undefined);
    for (const path of paths) equal(edition.publicHref(path), undefined, path);
  });
  newsroom.at('2026-04-01T00:00:00Z', (edition) => {
    equal(answerAt(edition, '/topics/old'), '/topics/new');
    for (const path of paths) equal(edition.publicHref(path), path, path);
  });
});

test('of two topics with one alias, it leads to the first that is public', async (t) => {
  const newsroom = await newsroomWith(t, { topics: ['other-new'] });
  newsroom.at(now, (edition) => equal(answerAt(edition, '/topics/old'), '/topics/other-new'));
});

test('the pages below an old address of an article lead on where the article has them', async (t) => {
  const files = (fields: Record<string, unknown>): Files => ({
    ...site,
    ...topics({ asia: 'Asia' }),
    ...article('/2026/01/01/x', { topics: ['asia'], aliases: ['/old.html', '/2020/01/01/x'], ...fields }),
    ...article('/2026/01/02/y', { topics: ['asia'] }),
  });
  const newsroom = new TestNewsroom(t, files({}));
  await newsroom.compile();
  const old = ['/old.html', '/2020/01/01/x'];
  newsroom.at(now, (edition) => {
    for (const path of old) {
      equal(answerAt(edition, path), '/2026/01/01/x');
      equal(answerAt(edition, `${path}/related`), '/2026/01/01/x/related');
      equal(answerAt(edition, `${path}/history/7`), 404);
      equal(outputOf(edition, `${path}.txt`), '/2026/01/01/x.txt');
    }
  });
  newsroom.write(files({ status: 'draft' }));
  await newsroom.compile();
  newsroom.at(now, (edition) => {
    for (const path of old)
      for (const end of ['', '/related', '/history']) equal(answerAt(edition, path + end), 404, path + end);
  });
});

test('an old address of a person and of a storyline leads to their page while that is public', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    'people/ann.mdx': '---\nname: Ann\naliases: [/people/anne, /staff/7, /shared]\n---\n',
    'storylines/talks.mdx': '---\ntitle: Talks\naliases: [/storylines/summit, /shared]\n---\n',
    ...article('/2026/01/01/a', { byline: ['ann'] }, '[Ann](/people/anne) and [talks](/storylines/summit).'),
    ...article('/2026/01/02/b', { storyline: 'talks', embargo: '2026-02-01T00:00:00Z' }),
  });
  const { problems } = await newsroom.compile();
  deepEqual(
    problems.map(({ code, file, message }) => `${code} ${file} ${message}`),
    [
      'address-collision people/ann.mdx The alias /shared is also an alias of storylines/talks.mdx.',
      'address-collision storylines/talks.mdx The alias /shared is also an alias of people/ann.mdx.',
    ],
  );
  const answers = (at: string): unknown[] =>
    newsroom.at(at, (edition) => [
      ...['/people/anne', '/staff/7', '/shared', '/storylines/summit'].map((path) => answerAt(edition, path)),
      outputOf(edition, '/people/anne/feed.xml'),
      outputOf(edition, '/storylines/summit/atom.xml'),
      edition.publicHref('/storylines/summit'),
    ]);
  const ann = ['/people/ann', '/people/ann', '/people/ann'];
  deepEqual(answers('2026-01-15T00:00:00Z'), [...ann, 404, '/people/ann/feed.xml', undefined, undefined]);
  deepEqual(answers(now), [
    ...ann,
    '/storylines/talks',
    '/people/ann/feed.xml',
    '/storylines/talks/atom.xml',
    '/storylines/summit',
  ]);
});
