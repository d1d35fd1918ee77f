import { openSync, readSync } from 'node:fs';

/**
 * Loaded into a site's process and its threads before anything else. `Date.now` then returns the time that the test has
 * set, as if the clock of the machine had been set. See `driven-clock.ts`.
 */
const file = openSync(process.env['E2E_CLOCK'] ?? '', 'r');
const bytes = Buffer.alloc(8);

Date.now = () => {
  readSync(file, bytes, 0, bytes.length, 0);
  return bytes.readDoubleLE();
};
