import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Without the traffic of the browser's own, and without what a container does not let it have. */
const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a Chromium, or fails with how to get one. `more` is added to its command line, and `less` is taken out of what
 * Playwright puts there.
 */
export function startBrowser({ more = [], less = [] }: { more?: string[]; less?: string[] } = {}): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '' && !existsSync(named))
    throw new Error(`CHROMIUM names ${named}, and there is nothing there.`);
  const found = [named, '/usr/bin/chromium', playwrightsOwn()].find((path) => path !== undefined && existsSync(path));
  if (found === undefined)
    throw new Error('No Chromium found: install one (apt-get install -y chromium), or let CHROMIUM name it.');
  return chromium.launch({ executablePath: found, args: [...options, ...more], ignoreDefaultArgs: less });
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** A page in a window of its own, and all that it complained of and asked for so far. */
export interface Window {
  page: Page;
  complaints: string[];
  /** Whole addresses, in order. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens a window of the browser; nothing is kept from one window to the next. */
export async function openWindow(browser: Browser, settings: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (fault) => complaints.push(`fault: ${fault.message}`));
  page.on('requestfailed', (request) =>
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => context.close() };
}
