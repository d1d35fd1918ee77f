import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { storePath } from '../store/store.ts';
import { StoreGeneration } from './store-generation.ts';

test('the generation is read again only after a write to the store or its log, and while a file is new', (t) => {
  const data = mkdtempSync(join(tmpdir(), 'dateline-generation-'));
  t.after(() => rmSync(data, { recursive: true }));
  const path = storePath(data);
  let present = 1_000_000;
  const write = (file: string, text: string): void => {
    writeFileSync(file, text);
    utimesSync(file, present / 1000, present / 1000);
  };
  let [reads, value]: [number, number | undefined] = [0, 1];
  const generation = new StoreGeneration(
    data,
    () => {
      reads += 1;
      return value;
    },
    () => present,
  );
  write(path, 'one');
  assert.deepEqual([generation.now(), generation.now(), reads], [1, 1, 2], 'a new file may be written again');
  present += 5000;
  assert.deepEqual([generation.now(), generation.now(), reads], [1, 1, 2]);
  for (const [file, text] of [
    [`${path}-wal`, 'log'],
    [path, 'two'],
    [path, 'longer'],
  ] as const) {
    value = (value ?? 0) + 1;
    write(file, text);
    present += 5000;
    assert.equal(generation.now(), value, `${file}: ${text}`);
  }
  value = undefined;
  rmSync(path);
  assert.equal(generation.now(), undefined);
  value = 9;
  assert.equal(generation.now(), 9, 'what could not be read is tried again');
});
