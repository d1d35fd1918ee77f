import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../server/build.ts';

/** The project's folder. */
export const root = join(fileURLToPath(import.meta.url), '../..');

/** Builds the code if it has changed since the last build. Returns whether there is a build; if not, it says why. */
export function buildCode(): boolean {
  const failed = buildIfChanged(root, () => console.log('Building the site …'));
  if (failed === undefined) return true;
  console.error(failed);
  console.error('The build failed.');
  return false;
}
