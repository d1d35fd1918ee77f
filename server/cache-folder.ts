import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder for what one version of a program makes and can make again. `all` is the folder that holds those of all
 * versions; what other versions made is of no use and is deleted. Where the disk cannot be written, the folder may be missing.
 */
export function cacheFolder(all: string, version: string): string {
  const folder = join(/* turbopackIgnore: true */ all, version);
  try {
    mkdirSync(folder, { recursive: true });
    for (const other of readdirSync(all))
      if (other !== version) rmSync(join(all, other), { recursive: true, force: true });
  } catch {
    // What cannot be written to the disk is in memory only.
  }
  return folder;
}

/** The file in such a folder that has a key, which is any text. */
export function cacheFile(folder: string, key: string): string {
  const name = hash('sha256', key, 'hex');
  return join(/* turbopackIgnore: true */ folder, name.slice(0, 2), name.slice(2, 34));
}
