import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openForWriting } from '../newsroom/store/store.ts';
import { article } from '../newsroom/testing.ts';
import { answer } from '../site/answer.ts';
import { CachedPage } from './cached-page.ts';
import { TestServices } from './testing.ts';

const page = (): Promise<CachedPage> =>
  CachedPage.from({ path: '/', status: 200, digest: 'd', policy: '', type: 'text/html' }, '<p>x');

test('what was read holds until the next gate or compile, and not before the last gate', async (t) => {
  const services = await TestServices.over(
    t,
    {
      ...article('/2026/01/29/one'),
      ...article('/2026/01/30/two', { embargo: '2026-01-31T00:00:00Z' }),
      ...article('/2026/01/30/three', { expires: '2026-02-01T00:00:00Z' }),
    },
    '2026-01-31T12:00:00Z',
  );
  const { validity } = services;
  const made = await page();
  assert.equal(validity.isKnownValid(made), false, 'nothing is known of it');
  assert.equal(validity.untilGate(made), 0);
  const { value, reading, now } = validity.read((edition) => edition.count('all', ''));
  assert.deepEqual([value, now, reading?.at.gate], [3, services.now, Date.parse('2026-01-31T00:00:00Z')]);
  made.reading = reading;
  for (const [instant, valid] of [
    ['2026-01-31T12:00:00Z', true],
    ['2026-01-31T00:00:00Z', true],
    ['2026-01-30T23:59:59.999Z', false],
    ['2026-01-31T23:59:59.999Z', true],
    ['2026-02-01T00:00:00Z', false],
    ['2026-01-31T23:59:59.999Z', true],
  ] as const) {
    services.now = Date.parse(instant);
    assert.equal(validity.isKnownValid(made), valid, instant);
  }
  services.now = Date.parse('2026-01-31T23:59:59Z');
  assert.deepEqual([validity.untilGate(made), validity.untilNextGate()], [1000, 1000]);
  await services.change({ 'topics/unused.mdx': '---\ntitle: Unused\n---\n' });
  assert.equal(validity.isKnownValid(made), false, 'a topic may be shown anywhere');
});

test('a page drifts when all words have other weights, until it is read again or changes', async (t) => {
  const services = await TestServices.over(
    t,
    { ...article('/2026/01/29/one'), ...article('/2026/01/29/two') },
    '2026-01-31T12:00:00Z',
  );
  const { validity } = services;
  const read = () => validity.read((edition) => answer(edition, '/2026/01/29/one')).reading;
  const made = await page();
  made.reading = read();
  assert.equal(validity.samenessOf(made), 'unchanged');
  const store = openForWriting(services.newsroom.data);
  store.run("INSERT OR REPLACE INTO meta VALUES ('terms_counted', '2')");
  store.close();
  // The version of a store is read once in a turn.
  await new Promise(setImmediate);
  assert.equal(validity.samenessOf(made), 'drifted');
  assert.equal(validity.samenessOf(made), 'drifted', 'it stays so');
  assert.equal(validity.isKnownValid(made), false);
  made.reading = read();
  assert.equal(validity.samenessOf(made), 'unchanged');
  await services.change(article('/2026/01/29/one', { headline: 'Another headline' }));
  assert.equal(validity.samenessOf(made), 'changed');
});
