import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile } from '../../newsroom/compile/compile.ts';
import { day as gitDay, GitNewsroom, removeNewsrooms } from '../../newsroom/history/testing.ts';
import { article, site, TestNewsroom, topics } from '../../newsroom/testing.ts';
import { bodyAt, textsOf } from '../testing.ts';

const now = '2026-02-01T00:00:00Z';
const day = (index: number): string => String(index + 1).padStart(2, '0');

const tombstonesIn = (atom: string): [ref: string, when: string][] =>
  [...atom.matchAll(/<at:deleted-entry [^>]*ref="([^"]*)" when="([^"]*)"/g)].map(([, ref = '', when = '']) => [
    ref,
    when,
  ]);

test('E7: a tombstone has the instant of the kill, and no earlier one than the last change', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/01/public'),
    ...article('/2026/01/02/killed', { updated: '2026-01-03T00:00:00Z' }),
    ...article('/2026/01/02/odd', { updated: '2026-01-03T00:00:00Z' }),
  });
  const compiledAt = (at: string) => compile({ content: newsroom.content, data: newsroom.data, now: Date.parse(at) });
  await compiledAt('2026-01-04T00:00:00Z');
  newsroom.write(article('/2026/01/02/killed', { updated: '2026-01-03T00:00:00Z', status: 'killed', reason: 'It.' }));
  await compiledAt('2026-01-05T06:07:08.900Z');
  newsroom.write(article('/2026/01/02/killed', { updated: '2026-01-03T00:00:00Z', status: 'killed', reason: 'This.' }));
  await compiledAt('2026-01-06T00:00:00Z');
  newsroom.write(article('/2026/01/02/odd', { updated: '2026-01-03T00:00:00Z', status: 'killed', reason: 'It.' }));
  // A clock that went wrong.
  await compiledAt('2026-01-02T00:00:00Z');
  assert.deepEqual(tombstonesIn(newsroom.at(now, (edition) => bodyAt(edition, '/atom.xml') ?? '')), [
    ['urn:test:odd', '2026-01-03T00:00:00Z'],
    ['urn:test:killed', '2026-01-05T06:07:08Z'],
  ]);
});

test('E7: where git knows the commit of the kill, the tombstone has its instant', async (t) => {
  t.after(removeNewsrooms);
  const newsroom = new GitNewsroom();
  const other = 'articles/2026/01/13/other.mdx';
  newsroom.commit(gitDay('18:40'), {}, 'It rained.');
  newsroom.commit(gitDay('18:41'), { path: other, id: 'urn:b', headline: 'Rain' }, 'It rained.');
  newsroom.commit(gitDay('19:00'), { status: 'withheld' }, 'It rained.');
  newsroom.commit(gitDay('19:10'), { status: 'killed', reason: 'It did not.' }, 'It rained.');
  newsroom.commit(gitDay('19:20'), { status: 'killed', reason: 'It did not rain.' }, 'It rained.');
  const atom = await newsroom.ask((edition) => bodyAt(edition, '/atom.xml') ?? '');
  assert.deepEqual(
    tombstonesIn(atom).map(([, when]) => when),
    ['2026-01-13T10:00:00Z'],
  );
});

test('E7: the oldest stories of a document leave tombstones too, those of the archive do not', async (t) => {
  const path = (index: number): string => `/2025/${index < 31 ? '10' : '11'}/${day(index % 31)}/s-${index}`;
  const killed = { status: 'killed', reason: 'Wrong.', topics: ['t'] };
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...topics({ t: 'T' }),
    ...Object.assign({}, ...Array.from({ length: 61 }, (_, index) => article(path(index), { topics: ['t'] }))),
  });
  const refs = async (): Promise<string[]> => {
    await newsroom.compile();
    const [atom = '', archive = '', json = '', rss = ''] = newsroom.at(now, (edition) =>
      ['/atom.xml', '/page/1/atom.xml', '/feed.json', '/feed.xml'].map((each) => bodyAt(edition, `/topics/t${each}`)),
    );
    assert.deepEqual(tombstonesIn(archive), []);
    const found = tombstonesIn(atom).map(([ref]) => ref);
    for (const ref of found)
      assert.ok(!textsOf(atom, 'id').includes(ref) && !json.includes(`"${ref}"`) && !rss.includes(`>${ref}<`));
    return found;
  };
  assert.deepEqual(await refs(), []);
  // The archive has s-0 to s-29.
  newsroom.write(article(path(30), killed));
  assert.deepEqual(await refs(), ['urn:test:s-30']);
  newsroom.write(article(path(60), killed));
  // There is no archive any more.
  assert.deepEqual(await refs(), ['urn:test:s-60', 'urn:test:s-30']);
  newsroom.write(article(path(0), killed));
  assert.deepEqual(await refs(), ['urn:test:s-60', 'urn:test:s-30', 'urn:test:s-0']);
});
