import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasAlready, lastModified, namesTag } from './conditions.ts';

const page = { etag: 'abc', since: Date.parse('2026-01-13T18:30:00.200Z') };

test('E6: a reader who names the tag of any encoding has the page', () => {
  for (const tag of ['"abc-br"', 'W/"abc-gzip"', '"x", "abc-identity"', '*', ' "abc-br" , "y"'])
    assert.ok(hasAlready({ 'if-none-match': tag }, page), tag);
  for (const tag of ['"abc"', '"ab-br"', '"abcd-br"', 'abc-br', '""', '']) {
    assert.ok(!hasAlready({ 'if-none-match': tag }, page), tag);
    assert.ok(!hasAlready({ 'if-none-match': tag, 'if-modified-since': 'Tue, 13 Jan 2026 19:00:00 GMT' }, page), tag);
  }
  assert.ok(!namesTag(undefined, () => true));
});

test('E6: there is a date once its second is over, and then it holds', () => {
  assert.equal(lastModified(page.since, page.since), undefined);
  assert.equal(lastModified(page.since, Date.parse('2026-01-13T18:30:00.999Z')), undefined);
  const date = lastModified(page.since, Date.parse('2026-01-13T18:30:01Z'));
  assert.equal(date, 'Tue, 13 Jan 2026 18:30:01 GMT');
  assert.ok(hasAlready({ 'if-modified-since': date }, page));
  assert.ok(!hasAlready({ 'if-modified-since': date }, { ...page, since: Date.parse('2026-01-13T18:30:01.001Z') }));
});

test('a reader who asked in the second in which the page changed does not have it', () => {
  assert.ok(!hasAlready({ 'if-modified-since': 'Tue, 13 Jan 2026 18:30:00 GMT' }, page));
  for (const since of ['nonsense', '', '0', '2026-13-13'])
    assert.ok(!hasAlready({ 'if-modified-since': since }, page), since);
  assert.ok(!hasAlready({}, page));
});
