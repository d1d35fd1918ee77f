import { defineConfig } from 'playwright/test';
import { chromiumOptions, findChromium } from './e2e/browser/chromium.ts';
import { addressOf, browserSiteNames, portVariable, type SiteName } from './e2e/shared-sites.ts';

/**
 * The tests in a browser: `npx playwright test`, with `--project`, `--ui` and so on as usual. They run against the
 * production build of the site, which is built first where the code has changed.
 */
const chromium = findChromium();

/** Widths at which pages must fit and stay as they are while they load. No scheme of colours changes that. */
const widths = [360, 768, 1280];

export default defineConfig({
  testDir: 'e2e/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  // A machine with other work may be slow.
  timeout: 120_000,
  expect: { timeout: 60_000 },
  // One set for all machines: the pictures depend on no font of the system.
  snapshotPathTemplate: '{testDir}/appearance/{arg}{ext}',
  reporter: [
    ['list'],
    ['html', { outputFolder: 'test-results/browser-report', open: 'never' }],
    ['./e2e/skipped/playwright-reporter.ts'],
  ],
  use: {
    baseURL: addressOf('demonstration'),
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumOptions, ...(chromium !== undefined && { executablePath: chromium }) },
  },
  projects: [
    { name: 'chromium', testIgnore: ['**/screens.spec.ts', '**/layout-shift.spec.ts'] },
    ...widths.map((width) => ({
      name: `${width} pixels`,
      testMatch: ['**/screens.spec.ts', '**/layout-shift.spec.ts'],
      use: { viewport: { width, height: 800 } },
    })),
  ],
  // They listen on free ports, which `addressOf` reads from the environment.
  webServer:
    chromium === undefined
      ? []
      : {
          command: 'node_modules/.bin/node e2e/browser/serve.ts',
          wait: { stdout: new RegExp(`Serving ${browserSiteNames.map(addressPattern).join(', ')}`) },
          gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
          // The site is built where the code has changed.
          timeout: 300_000,
        },
});

/** How `serve.ts` prints an address. The group has the name of the variable that gets the port. */
function addressPattern(name: SiteName): string {
  return `${name} at http://127\\.0\\.0\\.1:(?<${portVariable(name).toLowerCase()}>\\d+)`;
}
