import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForeignFrontMatter } from '../newsroom/intake/front-matter.ts';
import { formatFile } from './article-file.ts';

test('a file has its fields in the order of an editor, and is read back as it was written', () => {
  const fields = {
    published: '2026-01-13T12:00:00+09:00',
    headline: 'Explainer: why "no" is # not yes - *ever*',
    dateline: { place: 'Otsu', country: 'NO', date: '2026-01-13' },
    id: 'urn:uuid:1',
    kicker: '2026-01-13',
    topics: ['on', 'null', '007'],
  };
  const text = formatFile(fields, '\nFirst.\n\n---\n\nSecond.\n\n');
  assert.match(text, /^---\nid: urn:uuid:1\nheadline: /);
  const read = readForeignFrontMatter(text);
  assert.ok(read && 'data' in read);
  assert.deepEqual(read.data, fields);
  assert.equal(read.body, '\nFirst.\n\n---\n\nSecond.\n');
});
