import { openSync, readSync } from 'node:fs';

/**
 * Loaded into a site's process and its threads before anything else: their clock then shows the time that the test has set,
 * as if somebody had set that of the machine. See `driven-clock.ts`.
 */
const file = openSync(process.env['E2E_CLOCK'] ?? '', 'r');
const bytes = Buffer.alloc(8);

Date.now = () => {
  readSync(file, bytes, 0, bytes.length, 0);
  return bytes.readDoubleLE();
};
