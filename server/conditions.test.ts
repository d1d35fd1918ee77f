import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failsPrecondition, hasAlready, lastModified, namesTag } from './conditions.ts';

const clock = Date.parse('2026-01-13T19:00:00Z');
const page = { etag: '"abc-br"', since: Date.parse('2026-01-13T18:30:00.200Z'), clock };

test('E6: a reader who names the tag of what would be sent has the page', () => {
  for (const tag of [
    '"abc-br"',
    'W/"abc-br"',
    '"x", "abc-br"',
    'W/"x",W/"abc-br"\t, "y"',
    '*',
    ' * ',
    ' "abc-br" , "y"',
  ])
    assert.ok(hasAlready({ 'if-none-match': tag }, page), tag);
  for (const tag of [
    // The bytes of another encoding are not those that would be sent (RFC 9110, 8.8.3.3).
    '"abc-gzip"',
    'W/"abc-identity"',
    '"abc-b',
    '"abc-br',
    'abc-br"',
    '"abc-br"x',
    'x"abc-br"',
    'w/"abc-br"',
    '"abc"',
    '"ab-br"',
    '"abcd-br"',
    "'abc-br'",
    'abc-br',
    '"*"',
    '*, "x"',
    '""',
    '"',
    ',,',
    '',
  ]) {
    assert.ok(!hasAlready({ 'if-none-match': tag }, page), tag);
    assert.ok(!hasAlready({ 'if-none-match': tag, 'if-modified-since': 'Tue, 13 Jan 2026 18:30:01 GMT' }, page), tag);
  }
  assert.ok(!namesTag(undefined, '"x"'));
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
  for (const since of [
    'nonsense',
    '',
    '0',
    '2026-13-13',
    '2026-01-13T18:45:00Z',
    '1768330000',
    'Tue, 13 Jan 2026 18:45:00',
  ])
    assert.ok(!hasAlready({ 'if-modified-since': since }, page), since);
  assert.ok(!hasAlready({}, page));
});

test('a date has one of the three forms of RFC 9110, and is not in the future', () => {
  for (const since of [
    'Tue, 13 Jan 2026 18:30:01 GMT',
    'Tuesday, 13-Jan-26 18:30:01 GMT',
    'Tue Jan 13 18:30:01 2026',
    'Tue, 13 Jan 2026 19:00:00 GMT',
  ])
    assert.ok(hasAlready({ 'if-modified-since': since }, page), since);
  for (const since of ['Tue, 13 Jan 2026 19:00:01 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT'])
    assert.ok(!hasAlready({ 'if-modified-since': since }, page), since);
});

test('what would be sent must be what the reader asks for; a tag counts before a date, and a weak one never', () => {
  const before = 'Tue, 13 Jan 2026 18:30:00 GMT';
  const after = 'Tue, 13 Jan 2026 18:30:01 GMT';
  for (const [headers, fails] of [
    [{}, false],
    [{ 'if-match': '"abc-br"' }, false],
    [{ 'if-match': '"x" , W/"y", "abc-br"' }, false],
    [{ 'if-match': ' * ' }, false],
    [{ 'if-match': 'W/"abc-br"' }, true],
    [{ 'if-match': '"x"' }, true],
    [{ 'if-match': '"abc-gzip"' }, true],
    [{ 'if-match': 'abc-br' }, true],
    [{ 'if-match': '' }, true],
    [{ 'if-unmodified-since': before }, true],
    [{ 'if-unmodified-since': after }, false],
    [{ 'if-unmodified-since': 'yesterday' }, false],
    [{ 'if-match': '"abc-br"', 'if-unmodified-since': before }, false],
    [{ 'if-match': '"x"', 'if-unmodified-since': after }, true],
  ] as const)
    assert.equal(failsPrecondition(headers, page), fails, JSON.stringify(headers));
  assert.equal(failsPrecondition({ 'if-unmodified-since': before }, { etag: '"x"' }), false, 'a file without a date');
});
