import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test that was skipped, and why; the reason is empty where the test gives none. */
export interface Skipped {
  test: string;
  reason: string;
}

/** `npm test` empties this folder at its beginning. */
const folder = 'test-results';

/** Writes down what one run of a test runner skipped. */
export function writeSkipped(skipped: readonly Skipped[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `skipped-${process.pid}.json`), JSON.stringify(skipped));
}

/** What all runs have skipped since the folder was emptied. */
export function readSkipped(): Skipped[] {
  return globSync(join(folder, 'skipped-*.json')).flatMap((file): Skipped[] => JSON.parse(readFileSync(file, 'utf8')));
}
