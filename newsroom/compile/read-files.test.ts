import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, site, TestNewsroom, type Files } from '../testing.ts';
import { readFiles } from './read-files.ts';
import { scan } from './scan.ts';

test('what fails where a reading is taken fails the reading of all files, in threads too', async (t) => {
  for (const count of [1, 250]) {
    const files: Files = { ...site };
    for (let number = 0; number < count; number += 1) Object.assign(files, article(`/2026/01/01/story-${number}`));
    const { content } = new TestNewsroom(t, files);
    const all = scan(content).files.map((file) => ({ file, known: undefined }));
    const take = (): void => {
      throw new Error('The disk is full.');
    };
    await assert.rejects(readFiles(content, all, take), /^Error: The disk is full\.$/);
  }
});
