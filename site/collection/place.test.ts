import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../../newsroom/testing.ts';
import { mainOf } from '../testing-pages.ts';
import { viewAt } from '../testing.ts';

const now = '2026-03-01T00:00:00Z';
const nara: Files = article('/2026/01/10/one', { dateline: { place: 'Nara', country: 'JP' } });

async function newsroomOf(t: TestContext, places: string, ...more: Files[]): Promise<[TestNewsroom, string[]]> {
  const newsroom = new TestNewsroom(t, Object.assign({ ...site, 'places.yaml': places }, nara, ...more));
  const { problems } = await newsroom.compile();
  return [newsroom, problems.map(({ code, field, message }) => `${code} ${field} ${message}`)];
}

const mapOf = (newsroom: TestNewsroom, path: string): string =>
  newsroom.at(
    now,
    (edition) => /<svg class="map".*?<\/svg>/s.exec(mainOf(viewAt(edition, path, 'collection')))?.[0] ?? '',
  );

test('the page of a place with coordinates shows a map, in words too', async (t) => {
  const [newsroom, problems] = await newsroomOf(
    t,
    '- { name: Nara, country: JP, at: [34.685, 135.805], aliases: [奈良] }\n',
  );
  assert.deepEqual(problems, []);
  const map = mapOf(newsroom, '/places/nara');
  assert.match(map, /role="img" aria-label="Map: Nara"/);
  assert.match(map, /<text [^>]*>Nara<\/text>/);
  newsroom.write({ 'places.yaml': '- { name: Nara, country: JP, aliases: [奈良] }\n' });
  await newsroom.compile();
  assert.equal(mapOf(newsroom, '/places/nara'), '', 'without coordinates there is nothing in its place');
});

test('coordinates that cannot be are a problem, and the place has no map', async (t) => {
  const cases: [at: string, problem: RegExp][] = [
    ['[135.805, 34.685]', /field-invalid places\.0\.at .*no latitude: the two numbers may be swapped/],
    ['[91, 181]', /field-invalid places\.0\.at .*is on no map/],
    ['[34.685, 180.5]', /is on no map/],
    ['[34.685]', /expected two numbers/],
    ['[34.685, 135.805, 12]', /expected two numbers/],
    ['"34.685, 135.805"', /expected two numbers/],
    ['[north, east]', /expected two numbers/],
    ['[.nan, 0]', /expected two numbers/],
    ['[.inf, 0]', /expected two numbers/],
  ];
  for (const [at, problem] of cases) {
    const [newsroom, problems] = await newsroomOf(t, `- { name: Nara, country: JP, at: ${at} }\n`);
    assert.match(problems.join('\n'), problem, at);
    assert.equal(mapOf(newsroom, '/places/nara'), '', at);
  }
});
