import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a file of the newsroom; `undefined` where it cannot be read. `file` is its path in the folder `content`. */
export async function contentFile(content: string, file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ content, file));
  } catch {
    return undefined;
  }
}
