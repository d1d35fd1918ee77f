import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkedStory, RelatedReason } from '../../newsroom/edition/related.ts';
import { english, wordsOf } from '../words/words-of.ts';
import { relatedLink, topicLink } from './links.ts';
import { dayGapInWords, reasonInWords } from './reasons.ts';

const story: LinkedStory = { address: '/2026/01/02/a', headline: 'A headline', lang: 'fr', state: undefined };

test('each line says why it is there', () => {
  const reasonsOf = (reason: RelatedReason): string[] =>
    relatedLink(english, { kind: 'story', story, reason, dayGap: -26 }).reasons;
  deepEqual(reasonsOf({ kind: 'picked' }), ['Chosen by the desk', '26\u00A0days\u00A0earlier']);
  deepEqual(reasonsOf({ kind: 'same-storyline' }), ['Same storyline', '26\u00A0days\u00A0earlier']);
  equal(reasonInWords(english, { kind: 'same-series' }), 'Part of the same series');
});

test('shared topics are named, the first three of them', () => {
  const words = (...titles: string[]): string => reasonInWords(english, { kind: 'shared-topics', titles });
  equal(words('A'), 'Shares A');
  equal(words('A', 'B'), 'Shares A and B');
  equal(words('A', 'B', 'C', 'D'), 'Shares A, B and C');
});

test('days between two stories, in the largest unit that says enough', () => {
  deepEqual(
    [0, 1, -1, 44, -45, 57, 547, 548, -1100].map((days) => dayGapInWords(english, days)),
    [
      'same day',
      '1\u00A0day\u00A0later',
      '1\u00A0day\u00A0earlier',
      '44\u00A0days\u00A0later',
      '1\u00A0month\u00A0earlier',
      '2\u00A0months\u00A0later',
      '18\u00A0months\u00A0later',
      '2\u00A0years\u00A0later',
      '3\u00A0years\u00A0earlier',
    ],
  );
});

test('a story is linked in its language, and a preview says first why the public does not see it', () => {
  const link = { kind: 'story', story, reason: { kind: 'picked' }, dayGap: 0 } as const;
  deepEqual(relatedLink(english, link), {
    href: '/2026/01/02/a',
    title: 'A headline',
    reasons: ['Chosen by the desk', 'same day'],
    external: false,
    lang: 'fr',
    targetLang: 'fr',
  });
  const embargoed = { ...story, state: { kind: 'embargoed', at: '2026-02-01T00:00:00Z' } } as const;
  deepEqual(relatedLink(english, { ...link, story: embargoed }).reasons, [
    'Under embargo',
    'Chosen by the desk',
    'same day',
  ]);
});

test('a picked story has the editor’s note for its reason', () => {
  const reason = { kind: 'picked', note: 'How it began.' } as const;
  const { reasons, note } = relatedLink(english, { kind: 'story', story, reason, dayGap: -3 });
  deepEqual([reasons, note], [['How it began.', '3\u00A0days\u00A0earlier'], 'How it began.']);
});

test('a page elsewhere has the editor’s note and its source for reasons, or else its host', () => {
  const page = { kind: 'page', href: 'https://example.org/x', title: 'There', host: 'example.org' } as const;
  deepEqual(relatedLink(english, { ...page, source: 'Them', note: 'Why' }), {
    href: 'https://example.org/x',
    title: 'There',
    reasons: ['Why', 'Them'],
    external: true,
    source: 'Them',
    note: 'Why',
  });
  deepEqual(relatedLink(english, page).reasons, ['example.org']);
  // An old address of this site leads to the article's own.
  equal(relatedLink(english, { ...page, href: '/2026/01/02/a' }).external, false);
});

test('the words of a reason are in the language of the page', () => {
  const [arabic, japanese] = [wordsOf('ar'), wordsOf('ja')];
  deepEqual(
    [-1, 2, 5, 11].map((days) => dayGapInWords(arabic, days)),
    ['قبله\u00A0بيوم', 'بعده\u00A0بيومين', 'بعده\u00A0بـ5\u00A0أيام', 'بعده\u00A0بـ11\u00A0يومًا'],
  );
  equal(reasonInWords(japanese, { kind: 'shared-words', words: ['奈良', '京都'], names: true }), '共通：奈良、京都');
  const asia = { slug: 'asia', title: 'Asia' };
  deepEqual(
    [
      topicLink(japanese, english, asia, 'x').lang,
      topicLink(japanese, english, { ...asia, learn: 'All on Asia' }, 'x').lang,
    ],
    ['ja', undefined],
  );
});
