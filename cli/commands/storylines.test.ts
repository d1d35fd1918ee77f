import { deepEqual, equal, match } from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, topics } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

const storylines = (newsroom: TestNewsroom, ...args: string[]): ReturnType<typeof dateline> =>
  dateline(newsroom, 'storylines', ...args);

const newsroomIn = (t: TestContext): TestNewsroom =>
  new TestNewsroom(t, {
    ...site,
    ...topics({ water: 'Water' }),
    ...article(
      '/2026/01/10/one',
      { headline: 'Cracks in the Orlo dam', topics: ['water'] },
      'Water seeps near Velden.',
    ),
    ...article(
      '/2026/01/11/two',
      { headline: 'Velden flees the Orlo dam', topics: ['water'] },
      'Cracks let water out.',
    ),
    ...article(
      '/2026/01/12/three',
      { headline: 'Orlo dam holds', topics: ['water'] },
      'No water in Velden, the cracks are shut.',
    ),
    ...article('/2026/01/12/apart', { headline: 'Opera begins' }, 'A tenor sings.'),
    ...article('/2026/01/13/aside', { headline: 'Comet at dawn' }, 'Bring binoculars.'),
    ...article('/2026/01/14/beside', { headline: 'Rates fall' }, 'Savers get less.'),
  });

test('it prints the file to write and the line that each article needs, which then make a storyline', async (t) => {
  const newsroom = newsroomIn(t);
  const { code, out, err } = storylines(newsroom, '--suggest');
  equal(code, 0);
  match(err, /^Compared 6 of 6 articles\.$/m);
  match(out, /2026-01-10 {2}Cracks in the Orlo dam\n +articles\/2026\/01\/10\/one\.mdx/);
  const [, path = '', file = ''] = /To accept it, write (storylines\/\S+\.mdx):\n\n(---\n[^]*?\n---\n)/.exec(out) ?? [];
  const line = /\n(storyline: \S+)\n/.exec(out)?.[1] ?? '';
  match(file, /^---\ntitle: .+\ntopics:\n {2}- water\nstatus: running\n---\n$/);
  newsroom.write({ [path]: file });
  for (const [day, slug] of [
    ['10', 'one'],
    ['11', 'two'],
    ['12', 'three'],
  ] as const)
    newsroom.write(article(`/2026/01/${day}/${slug}`, { storyline: line.slice('storyline: '.length) }));
  const after = storylines(newsroom, '--suggest');
  equal(after.out, 'There is nothing to suggest: no running story was found that lacks a storyline.\n');
  deepEqual(
    newsroom.at('2026-02-01T00:00:00Z', (edition) => edition.collections('storyline').map(({ count }) => count)),
    [3],
  );
});

test('--json prints one array, and nothing else on standard output', (t) => {
  const { code, out } = storylines(newsroomIn(t), '--suggest', '--json');
  equal(code, 0);
  const [first, ...more]: Record<string, unknown>[] = JSON.parse(out);
  equal(more.length, 0);
  deepEqual(Object.keys(first ?? {}).toSorted(), ['articles', 'exists', 'score', 'slug', 'title', 'topics', 'words']);
  deepEqual(first?.['topics'], ['water']);
  const empty = new TestNewsroom(t, site);
  equal(storylines(empty, '--suggest', '--json').out, '[]\n');
});

test('what it cannot do ends with 2, an unusable site with 1', (t) => {
  const newsroom = newsroomIn(t);
  for (const args of [[], ['--json'], ['--suggest', 'nara'], ['--accept']]) {
    const { code, out, err } = storylines(newsroom, ...args);
    deepEqual([code, out], [2, ''], args.join(' '));
    match(err, /Usage: dateline storylines --suggest/);
  }
  newsroom.write({ 'site.yaml': 'name: [\n' });
  equal(storylines(newsroom, '--suggest').code, 1);
});
