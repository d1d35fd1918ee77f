import { defineConfig } from 'playwright/test';
import { chromiumOptions, findChromium } from './e2e/browser/chromium.ts';
import { addressOf, portVariable, siteNames } from './e2e/shared-sites.ts';

/**
 * The tests in a browser: `npx playwright test`, with `--project`, `--ui` and so on as usual. They run against the
 * production build of the site, which is built first where the code has changed.
 */
const chromium = findChromium();

/** What is measured on each screen. Axe needs one width for each scheme: no rule of it depends on both. */
const screens = [
  { width: 360, colorScheme: 'light', specs: ['screens', 'layout-shift', 'accessibility'] },
  { width: 768, colorScheme: 'light', specs: ['screens', 'layout-shift'] },
  { width: 1280, colorScheme: 'light', specs: ['screens', 'layout-shift'] },
  { width: 360, colorScheme: 'dark', specs: ['screens'] },
  { width: 768, colorScheme: 'dark', specs: ['screens'] },
  { width: 1280, colorScheme: 'dark', specs: ['screens', 'accessibility'] },
] as const;

export default defineConfig({
  testDir: 'e2e/browser',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  // A machine with other work may be slow.
  timeout: 120_000,
  expect: { timeout: 60_000 },
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
    { name: 'chromium', testIgnore: ['**/screens.spec.ts', '**/layout-shift.spec.ts', '**/accessibility.spec.ts'] },
    ...screens.map(({ width, colorScheme, specs }) => ({
      name: `${width} ${colorScheme}`,
      testMatch: specs.map((spec) => `**/${spec}.spec.ts`),
      use: { viewport: { width, height: 800 }, colorScheme },
    })),
  ],
  // They listen on free ports, which `addressOf` reads from the environment.
  webServer: (chromium === undefined ? [] : siteNames).map((name) => ({
    name,
    command: `node_modules/.bin/node e2e/browser/serve.ts ${name}`,
    wait: { stdout: new RegExp(`Serving at http://127\\.0\\.0\\.1:(?<${portVariable(name).toLowerCase()}>\\d+)`) },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    // The first one builds the site where the code has changed.
    timeout: 300_000,
  })),
});
