import assert from 'node:assert/strict';
import { linkSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderFor } from '../testing.ts';
import { LinkedFiles } from './linked-files.ts';

test('files that can be edited by another path are named when that happens, once', (t) => {
  const folder = folderFor(t);
  const at = (path: string): string => join(folder, path);
  for (const name of ['articles', '.v1', '.v2']) mkdirSync(at(name));
  for (const path of ['.v1/a', '.v2/a', 'articles/hard', 'articles/plain']) writeFileSync(at(path), 'One');
  symlinkSync('.v1', at('.now'));
  symlinkSync('../.v1/a', at('articles/direct'));
  symlinkSync('../.now/a', at('articles/through'));
  linkSync(at('articles/hard'), at('twin'));
  const all = ['articles/direct', 'articles/through', 'articles/hard'];
  const linked = new LinkedFiles(folder);
  linked.add([...all, 'articles/plain', 'articles/nothing']);
  const steps: [name: string, change: () => void, ...changed: string[]][] = [
    ['nothing', () => undefined],
    ['a file that is no link', () => writeFileSync(at('articles/plain'), 'Two')],
    ['the target', () => writeFileSync(at('.v1/a'), 'Two'), 'articles/direct', 'articles/through'],
    [
      'a link on the way',
      () => {
        rmSync(at('.now'));
        symlinkSync('.v2', at('.now'));
      },
      'articles/through',
    ],
    ['the other name', () => writeFileSync(at('twin'), 'Two'), 'articles/hard'],
    [
      'the date of the target is set back',
      () => {
        writeFileSync(at('.v2/a'), 'Six');
        utimesSync(at('.v2/a'), 1, 1);
      },
      'articles/through',
    ],
    ['the target goes', () => rmSync(at('.v1/a')), 'articles/direct'],
    ['it comes back', () => writeFileSync(at('.v1/a'), 'Two'), 'articles/direct'],
  ];
  for (const [name, change, ...changed] of steps) {
    change();
    assert.deepEqual(linked.changed(), changed, name);
  }
  linked.set(['articles/hard']);
  writeFileSync(at('.v1/a'), 'Three');
  assert.deepEqual(linked.changed(), []);
});
