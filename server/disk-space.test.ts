import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderFor } from '../newsroom/testing.ts';
import { DiskSpace } from './disk-space.ts';

test('pages take what the disk has beyond the reserve of the store, and nothing where that is unknown', async (t) => {
  const folder = folderFor(t);
  // More than any disk has.
  const huge = 2 ** 62;
  assert.equal(await new DiskSpace(folder).take(huge), false);
  assert.equal(await new DiskSpace(folder).take(0), true);
  assert.equal(await new DiskSpace(folder, huge).take(1), false);
  assert.equal(await new DiskSpace(join(folder, 'nothing')).take(1), false);
});
