import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatFile, parseFile } from './article-file.ts';

test('fields and body of any content are read back as they were written', () => {
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
  const read = parseFile(text);
  assert.ok(read && 'body' in read);
  assert.deepEqual(read.fields, fields);
  assert.equal(read.body, '\nFirst.\n\n---\n\nSecond.\n');
});

test('blank lines before the front matter are allowed', () => {
  const read = parseFile('\n\n---\ntitle: A\n---\nText\n');
  assert.deepEqual(read, { fields: { title: 'A' }, body: 'Text\n' });
});

test('a fault in the YAML has its position', () => {
  const read = parseFile('---\ntitle: A\ndeck: "B\n---\nText\n');
  assert.ok(read && 'message' in read);
  assert.ok(read.line >= 3);
});

test('a file without front matter is null', () => {
  assert.equal(parseFile('Text\n\n---\n\nmore\n'), null);
  assert.equal(parseFile('---\ntitle: A\n'), null);
});

test('quoted text that continues at the left margin is one text', () => {
  const read = parseFile('---\ntitle: "One\ntwo\'s \\"three\\""\ndeck: plain\n---\n');
  assert.ok(read && 'body' in read);
  assert.deepEqual(read.fields, { title: 'One two\'s "three"', deck: 'plain' });
});
