import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { readEntity } from '../../newsroom/intake/read-entity.ts';
import { TestNewsroom } from '../../newsroom/testing.ts';
import { dateline } from '../testing.ts';

test('words: the file of a language is complete, with the words that there are', (t) => {
  const newsroom = new TestNewsroom(t);
  // Irish has five forms, Traditional Chinese has no words yet, German has its own.
  for (const [language, word] of [
    ['ga', /sections: Sections/],
    ['zh-Hant', /sections: Sections/],
    ['de-CH', /sections: Ressorts/],
  ] as const) {
    const { code, out, err } = dateline(newsroom, 'words', language);
    deepEqual([code, err], [0, '']);
    match(out, word);
    deepEqual(readEntity('words', `words/${language}.yaml`, out).problems, []);
  }
  for (const args of [[], ['NL'], ['nl', 'de']]) equal(dateline(newsroom, 'words', ...args).code, 2);
});
