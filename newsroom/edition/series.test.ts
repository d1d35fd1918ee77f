import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, brief, site, TestNewsroom, type Files } from '../testing.ts';
import type { SeriesPlace } from './series.ts';

const now = '2026-03-01T00:00:00Z';
const name = 'The long way';

function part(number: number, fields: Record<string, unknown> = {}): Files {
  return article(`/2026/01/01/p${number}`, { series: { name, part: number }, ...fields });
}

function parts(...numbers: number[]): Files {
  return Object.assign({}, ...numbers.map((number) => part(number)));
}

function placeOf(newsroom: TestNewsroom, slug: string, at = now): SeriesPlace | undefined {
  return newsroom.at(at, (edition) => {
    const found = edition.lookup(`/2026/01/01/${slug}`);
    return found.state === 'public' ? found.story.parts.series : undefined;
  });
}

/** A place in short: `2 of 3: p1 < p2 > p3 in p1 p2 p3`. */
function inShort(place: SeriesPlace | undefined): string {
  if (!place) return 'none';
  const slug = (address: string | undefined): string => address?.replace(/^.*\//, '') ?? '-';
  return `${place.part} of ${place.total ?? '?'}: ${slug(place.previous?.address)} < > ${slug(place.next?.address)} in ${place.parts
    .map(({ part: number, story }) => `${number}=${slug(story.address)}`)
    .join(' ')}`;
}

test('a part knows the parts before and after it, and how many there are', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...parts(1, 2, 3), ...article('/2026/01/01/alone') });
  await newsroom.compile();
  assert.deepEqual(
    ['p1', 'p2', 'p3', 'alone'].map((slug) => inShort(placeOf(newsroom, slug))),
    [
      '1 of 3: - < > p2 in 1=p1 2=p2 3=p3',
      '2 of 3: p1 < > p3 in 1=p1 2=p2 3=p3',
      '3 of 3: p2 < > - in 1=p1 2=p2 3=p3',
      'none',
    ],
  );
});

test('a hidden part is not counted, not listed and leaves no trace', async (t) => {
  const without = new TestNewsroom(t, { ...site, ...parts(1, 2, 4, 5) });
  await without.compile();
  for (const hidden of [
    { status: 'draft' },
    { status: 'withheld' },
    { status: 'killed' },
    { embargo: '2026-04-01T00:00:00Z' },
    { expires: '2026-02-01T00:00:00Z' },
  ]) {
    const newsroom = new TestNewsroom(t, { ...site, ...parts(1, 2, 4, 5), ...part(3, hidden) });
    await newsroom.compile();
    for (const slug of ['p1', 'p2', 'p4', 'p5'])
      assert.deepEqual(placeOf(newsroom, slug), placeOf(without, slug), JSON.stringify(hidden));
    assert.equal(inShort(placeOf(newsroom, 'p4')), '4 of ?: p2 < > p5 in 1=p1 2=p2 4=p4 5=p5');
  }
});

test('a part opens at its own instant', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...parts(1), ...part(2, { embargo: '2026-02-01T00:00:00Z' }) });
  await newsroom.compile();
  assert.equal(inShort(placeOf(newsroom, 'p1', '2026-01-31T23:59:59Z')), '1 of ?: - < > - in 1=p1');
  assert.equal(inShort(placeOf(newsroom, 'p1', '2026-02-01T00:00:00Z')), '1 of 2: - < > p2 in 1=p1 2=p2');
});

test('parts with one number are all listed, in the order of publication, and the number of parts is not named', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...parts(1, 3),
    ...article('/2026/01/01/b', { series: { name, part: 2 }, published: '2026-01-01T09:00:00Z' }),
    ...article('/2026/01/01/a', { series: { name, part: 2 }, published: '2026-01-01T10:00:00Z' }),
  });
  await newsroom.compile();
  assert.equal(inShort(placeOf(newsroom, 'b')), '2 of ?: p1 < > a in 1=p1 2=b 2=a 3=p3');
  assert.equal(inShort(placeOf(newsroom, 'a')), '2 of ?: b < > p3 in 1=p1 2=b 2=a 3=p3');
});

test('a long series lists its first part and the parts near this one, without their number', async (t) => {
  const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
  const newsroom = new TestNewsroom(t, { ...site, ...parts(...numbers) });
  await newsroom.compile();
  assert.equal(
    inShort(placeOf(newsroom, 'p20')),
    '20 of ?: p19 < > p21 in 1=p1 17=p17 18=p18 19=p19 20=p20 21=p21 22=p22 23=p23',
  );
  assert.equal(inShort(placeOf(newsroom, 'p1')), '1 of ?: - < > p2 in 1=p1 2=p2 3=p3 4=p4');
  assert.equal(inShort(placeOf(newsroom, 'p40')), '40 of ?: p39 < > - in 1=p1 37=p37 38=p38 39=p39 40=p40');
});

test('a name may be written in several ways, and a translated series is one of its own', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...part(1),
    ...part(2, { series: { name: 'THE LÓNG WAY', part: 2 } }),
    ...article('/2026/01/01/ja1', {
      series: { name, part: 1 },
      lang: 'ja',
      translationOf: '/2026/01/01/p1',
    }),
    ...article('/2026/01/01/ja2', {
      series: { name, part: 2 },
      lang: 'ja',
      translationOf: '/2026/01/01/p2',
    }),
    ...article('/2026/01/01/sign', { series: { name: '!', part: 1 } }),
    ...article('/2026/01/01/signs', { series: { name: '!!', part: 1 } }),
  });
  assert.deepEqual(brief((await newsroom.compile()).problems), []);
  assert.equal(inShort(placeOf(newsroom, 'p1')), '1 of 2: - < > p2 in 1=p1 2=p2');
  assert.equal(inShort(placeOf(newsroom, 'ja1')), '1 of 2: - < > ja2 in 1=ja1 2=ja2');
  assert.equal(inShort(placeOf(newsroom, 'sign')), '1 of ?: - < > - in 1=sign');
});
