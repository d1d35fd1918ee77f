import { rejects } from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom } from '../testing.ts';
import { readFiles } from './read-files.ts';
import { scanPath } from './scan.ts';

test('a reading that cannot be taken, as where the disk is full, ends the reading of a few files and of many', async (t) => {
  for (const count of [1, 300]) {
    const files = Array.from({ length: count }, (_, index) => article(`/2026/01/01/a-${index}`));
    const { content } = new TestNewsroom(t, Object.assign({ ...site }, ...files));
    const batches = scanPath(content, 'articles').files.map((file) => ({ file, known: undefined }));
    const take = (): void => {
      throw new Error('database or disk is full');
    };
    await rejects(readFiles(content, batches, take), /disk is full/, `${count} files`);
  }
});
