import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { gatesInText } from '../intake/gate-marks.ts';
import type { Store } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { mayDiffer, rowOf } from './file-row.ts';
import type { Paths } from './paths.ts';
import { scan, scanPath, type ContentFile } from './scan.ts';

/** Bytes of a file in which its front matter is searched. */
const headSize = 16_000;

/**
 * Changed files that seem to hide what the public sees: killed, withheld, under a new embargo. They are compiled before a
 * large change of which they are a part. May name too many. `now` in milliseconds. Throws where the folder cannot be read.
 */
export function hidingFiles(content: string, store: Store, paths: Paths, now: number): string[] {
  const files = paths === 'all' ? scan(content).files : [...paths].flatMap((path) => scanPath(content, path).files);
  return hidingAmong(
    content,
    store,
    files.filter((file) => mayDiffer(rowOf(store, file.path), file)),
    now,
  );
}

/** The same for files that are known to have changed. */
export function hidingAmong(content: string, store: Store, changed: readonly ContentFile[], now: number): string[] {
  return changed
    .filter(({ kind }) => kind === 'article')
    .filter(({ path }) => store.get(`SELECT 1 FROM article WHERE file = :path AND ${visible}`, { path, now }))
    .map(({ path }) => path)
    .filter((path) => seemsHiding(headOf(join(content, path)), now));
}

function seemsHiding(text: string, now: number): boolean {
  const { hides, expires, published } = gatesInText(text);
  return hides || expires !== undefined || published === undefined || published > now;
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(headSize);
  try {
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes)).toString('latin1').replaceAll('\0', '');
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
