import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../server/build.ts';
import { log } from '../server/log.ts';

/** The project's folder. */
export const root = join(fileURLToPath(import.meta.url), '../..');

/** Builds the code if it has changed since the last build. Returns whether there is a build; if not, it says why. */
export async function buildCode(): Promise<boolean> {
  const failed = await buildIfChanged(root, () => log.info('Building the site …'));
  if (failed === undefined) return true;
  log.error(`${failed}\nThe build failed.`);
  return false;
}
