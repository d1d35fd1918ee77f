import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personName } from './person-name.ts';

test('D4: titles and degrees are beside a name, not in it', () => {
  for (const [written, name, honorificPrefix, honorificSuffix] of [
    ['Dr. Ada Quill', 'Ada Quill', 'Dr.', undefined],
    ['Prof. Dr. Ada Quill', 'Ada Quill', 'Prof. Dr.', undefined],
    ['Ada Quill, PhD', 'Ada Quill', undefined, 'PhD'],
    ['Ada Quill Ph.D.', 'Ada Quill', undefined, 'Ph.D.'],
    ['Ada Quill, M.D., FACS', 'Ada Quill', undefined, 'M.D., FACS'],
    ['Dr Ada Quill, MBA', 'Ada Quill', 'Dr', 'MBA'],
  ] as const)
    assert.deepEqual(personName(written), {
      name,
      ...(honorificPrefix && { honorificPrefix }),
      ...(honorificSuffix && { honorificSuffix }),
    });
  for (const name of ['Amando E. Gavino, Jr.', 'Drew Mason', 'Msia Clark', 'M. A. Ma', 'Ma', 'Dr.', '奈良太郎', 'آدا'])
    assert.deepEqual(personName(name), { name });
});
