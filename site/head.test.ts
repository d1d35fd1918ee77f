import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../newsroom/testing.ts';
import { answer } from './answer.ts';
import { headOf } from './head.ts';

test('L1: the head names every language of a story, itself included, by absolute addresses, and the original for others', async (t) => {
  const newsroom = new TestNewsroom(t, {
    ...site,
    ...article('/2026/01/10/talks'),
    ...article('/2026/01/10/entrevue-à-nara', { lang: 'fr', translationOf: '/2026/01/10/talks' }),
    ...article('/2026/01/09/alone'),
  });
  await newsroom.compile();
  const languages = (path: string): unknown =>
    newsroom.at('2026-02-01T00:00:00Z', (edition) => {
      const found = answer(edition, path);
      return found.status === 200 ? headOf(found.view).alternates?.languages : undefined;
    });
  const all = {
    en: 'https://test.example/2026/01/10/talks',
    'x-default': 'https://test.example/2026/01/10/talks',
    fr: 'https://test.example/2026/01/10/entrevue-%C3%A0-nara',
  };
  assert.deepEqual(languages('/2026/01/10/talks'), all);
  assert.deepEqual(languages('/2026/01/10/entrevue-à-nara'), all);
  assert.deepEqual(languages('/2026/01/09/alone'), {});
});
