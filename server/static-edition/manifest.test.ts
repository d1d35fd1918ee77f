import { deepEqual, equal } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Manifest, type ExportedFile } from './manifest.ts';

const head = { status: 200, digest: 'd', etag: 'e', policy: "default-src 'none'", type: 'text/html' } as const;

function fileAt(path: string, names: number[], size: number): ExportedFile {
  return {
    path,
    file: `${path.slice(1)}.html`,
    head,
    size,
    names: new Uint32Array(names),
    read: { hashes: new Uint32Array([1]), untils: new Float64Array([Infinity]), neighbourhoods: [] },
  };
}

test('a manifest takes over the numbers of the one before, and forgets what no file names any more', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-manifest-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [old, next] = [join(folder, 'old'), join(folder, 'next')];
  const first = Manifest.create(old);
  const [a, b] = [first.numberOf('/images/a.jpg'), first.numberOf('/images/b.jpg')];
  first.addFile(fileAt('/a', [a, b], 10));
  deepEqual([...first.eachNamedAsset()], ['/images/a.jpg', '/images/b.jpg']);
  first.setAsset({ address: '/images/a.jpg', digest: 'x', type: 'image/jpeg', size: 70 });
  deepEqual(first.sizes(), { files: 2, bytes: 80, largest: 70, inFolder: 1 });
  first.finish();
  first.close();

  const second = Manifest.create(next, old);
  t.after(() => second.close());
  const c = second.numberOf('/images/c.jpg');
  second.addFile(fileAt('/a', [b, c], 10));
  second.addFile(fileAt('/b', [b], 20));
  equal(second.numberOf('/images/b.jpg'), b);
  deepEqual([...second.eachNamedAsset()], ['/images/b.jpg', '/images/c.jpg']);
  // The number of what is forgotten leads to nothing else, and what was exported before counts only where it is exported again.
  deepEqual([second.numberOf('/images/a.jpg') === b, [...second.eachAsset()]], [false, []]);
  deepEqual(second.sizes(), { files: 2, bytes: 30, largest: 20, inFolder: 2 });
});
