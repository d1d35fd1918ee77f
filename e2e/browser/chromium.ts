import { existsSync } from 'node:fs';
import { chromium } from 'playwright/test';

/**
 * Command line options of Chromium: no traffic of its own, nothing that a container forbids, and letters and colours that do
 * not depend on the settings of the machine.
 */
export const chromiumOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** Why there is no browser to test with, and how to get one. */
export const noChromium =
  'No Chromium found: install one (apt-get install -y chromium, or npx playwright install chromium), or set CHROMIUM to its path.';

/**
 * The path of the Chromium to test with: the one that `CHROMIUM` names, the system's, or Playwright's own. `undefined`
 * where there is none. Throws where `CHROMIUM` names a file that does not exist, and, with `CI=true`, where there is none.
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM is ${named}, and there is no such file.`);
    return named;
  }
  const found = ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));
  if (found === undefined && process.env['CI'] === 'true') throw new Error(noChromium);
  return found;
}
