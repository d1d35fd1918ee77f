import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderFor } from '../newsroom/testing.ts';
import { DiskQuota } from './disk-quota.ts';

test('a full folder loses the pages that were written longest ago, and no more than it must', async (t) => {
  const folder = folderFor(t);
  const write = (name: string, written: number): void => {
    const path = join(folder, name.slice(0, 1));
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, name), Buffer.alloc(100));
    utimesSync(join(path, name), written, written);
  };
  const left = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  // Left by a process before: counted with the first page that this one writes.
  for (let number = 0; number < 8; number += 1) write(`a${number}`, 1000 + number);
  const quota = new DiskQuota(folder, 1000);
  write('b0', 2000);
  await quota.added(100);
  assert.equal(left().length, 9);
  write('b1', 2001);
  await quota.added(100);
  assert.equal(left().length, 10, 'at the limit, not over it');
  write('b2', 2002);
  await quota.added(100);
  assert.deepEqual(left(), ['a3', 'a4', 'a5', 'a6', 'a7', 'b0', 'b1', 'b2']);
});

test('a quota for a folder that is gone is no fault', async (t) => {
  await new DiskQuota(join(folderFor(t), 'nothing'), 10).added(100);
});
