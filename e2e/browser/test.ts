import { test as base } from 'playwright/test';
import { findChromium, noChromium } from './chromium.ts';

export { expect, type Page } from 'playwright/test';

interface Fixtures {
  /** Skips a test where there is no browser for it. */
  needsChromium: void;
  /** All that a page has complained of so far: on its console, in errors, by requests that failed or got no answer below 400. */
  complaints: string[];
  /** The absolute addresses that a page has requested so far, in order. */
  requests: string[];
}

/** A browser requests icons and pictures last, and gives up when it leaves the page. */
const pictureAborted = /^failed: \S+\/(?:favicon\.ico|icon\.svg|images\/\S+) net::ERR_ABORTED$/;

/** Playwright's `test`, with what the specs of this folder need beside it. */
export const test = base.extend<Fixtures>({
  needsChromium: [
    async ({}, use, { skip }) => {
      skip(findChromium() === undefined, noChromium);
      await use();
    },
    { auto: true },
  ],

  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('requestfailed', (request) => {
      const line = `failed: ${request.url()} ${request.failure()?.errorText ?? ''}`;
      if (!pictureAborted.test(line)) complaints.push(line);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
    });
    await use(complaints);
  },

  requests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await use(requests);
  },
});
