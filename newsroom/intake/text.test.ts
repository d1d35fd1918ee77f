import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './text.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

test('text in UTF-8 comes back with one kind of line end, without a byte order mark', () => {
  assert.equal(readText('x', bytes('a\r\nb\rc\n')), 'a\nb\nc\n');
  assert.equal(readText('x', bytes('\uFEFF---\nå𝄞')), '---\nå𝄞');
  assert.equal(readText('x', bytes('')), '');
});

test('text that is not UTF-8 is reported with the position of the fault', async (t) => {
  const cases: [name: string, bytes: Buffer, position: string][] = [
    ['UTF-16, little end first', Buffer.of(0xff, 0xfe, 0x61, 0), '1:1'],
    ['UTF-16, big end first', Buffer.of(0xfe, 0xff, 0, 0x61), '1:1'],
    ['Latin-1', Buffer.of(...bytes('one\ntwo caf'), 0xe9, 0x0a), '2:8'],
    ['a character that is cut off', Buffer.of(...bytes('å\n'), 0xe2, 0x82), '2:1'],
    ['an overlong form', Buffer.of(0x61, 0xc0, 0xaf), '1:2'],
    ['a damaged byte after replacement characters', Buffer.of(...bytes('\uFFFD\n\uFFFDa\uFFFD'), 0xff), '2:4'],
    ['NUL', bytes('one\ntw\0o'), '2:3'],
  ];
  for (const [name, data, position] of cases) {
    await t.test(name, () => {
      const found = readText('x.mdx', data);
      assert.ok(typeof found !== 'string', 'was read');
      assert.deepEqual([found.code, `${found.line}:${found.column}`], ['file-encoding', position]);
    });
  }
});
