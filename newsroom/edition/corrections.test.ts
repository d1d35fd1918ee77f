import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../testing.ts';
import type { Edition } from './edition.ts';

const at = (day: number, text: string): { at: string; text: string } => ({ at: `2026-01-${day}T09:00:00Z`, text });
const texts = ({ corrections }: Edition): string[] => corrections.fromOldest(0, 10).map(({ text }) => text);

test('corrections of public articles are in the order of their instants, each with its story', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/one', { corrections: [at(14, 'third'), at(12, 'first')] }),
    ...article('/2026/01/11/two', { corrections: [at(13, 'second')] }),
  });
  await newsroom.compile();
  newsroom.at('2026-01-20T00:00:00Z', (edition) => {
    deepEqual(texts(edition), ['first', 'second', 'third']);
    deepEqual(
      edition.corrections.fromOldest(1, 1).map(({ story }) => story.address),
      ['/2026/01/11/two'],
    );
  });
});

test('a correction is as hidden as its article: draft, embargoed, expired, killed or a copy', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/draft', { status: 'draft', corrections: [at(12, 'of a draft')] }),
    ...article('/2026/01/10/killed', { status: 'killed', corrections: [at(12, 'of a killed one')] }),
    ...article('/2026/01/10/waits', { embargo: '2026-01-15T09:00:00Z', corrections: [at(12, 'under embargo')] }),
    ...article('/2026/01/10/ends', { expires: '2026-01-14T09:00:00Z', corrections: [at(12, 'of an expired one')] }),
    ...article('/2026/01/11/copy', { id: 'urn:test:ends', corrections: [at(12, 'of a copy')] }),
  });
  await newsroom.compile();
  const seen = (now: string): string[] => newsroom.at(now, texts);
  deepEqual(seen('2026-01-12T08:59:59Z'), []);
  deepEqual(seen('2026-01-13T00:00:00Z'), ['of an expired one']);
  deepEqual(seen('2026-01-14T09:00:00Z'), []);
  deepEqual(seen('2026-01-15T08:59:59Z'), []);
  deepEqual(seen('2026-01-15T09:00:00Z'), ['under embargo']);
});

test('a correction that is dated ahead is shown from its instant on, and that instant is a gate', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/one', { corrections: [at(12, 'known'), at(15, 'to come')] }),
  });
  await newsroom.compile();
  const onPage = (edition: Edition): string[] => {
    const found = edition.lookup('/2026/01/10/one');
    return found.state === 'public' ? found.story.corrections.map(({ text }) => text) : [];
  };
  newsroom.at('2026-01-13T00:00:00Z', (edition) => {
    deepEqual([texts(edition), onPage(edition), edition.corrections.count], [['known'], ['known'], 1]);
    equal(edition.from, Date.parse('2026-01-12T09:00:00Z'));
    equal(edition.until, Date.parse('2026-01-15T09:00:00Z'));
  });
  newsroom.at('2026-01-15T09:00:00Z', (edition) => {
    deepEqual(
      [texts(edition), onPage(edition)],
      [
        ['known', 'to come'],
        ['known', 'to come'],
      ],
    );
  });
});

test('a broken file that asks to be hidden hides its corrections', async (t) => {
  const newsroom = new TestNewsroom(t, { ...site, ...article('/2026/01/10/one', { corrections: [at(12, 'known')] }) });
  await newsroom.compile();
  equal(newsroom.at('2026-01-20T00:00:00Z', texts).length, 1);
  newsroom.write(article('/2026/01/10/one', { embargo: 'tomorrow', corrections: [at(12, 'known')] }));
  await newsroom.compile();
  equal(newsroom.at('2026-01-20T00:00:00Z', texts).length, 0);
});

test('an article whose time was over before it came was never public: 404, not 410', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/never', { expires: '2026-01-09T09:00:00Z' }),
    ...article('/2026/01/10/over', { expires: '2026-01-11T09:00:00Z' }),
  });
  await newsroom.compile();
  newsroom.at('2026-01-20T00:00:00Z', (edition) => {
    equal(edition.lookup('/2026/01/10/never').state, 'none');
    equal(edition.lookup('/2026/01/10/over').state, 'gone');
  });
});
