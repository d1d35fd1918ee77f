import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './browser.ts';
import { demonstrationDay } from './demonstration.ts';
import { layoutShift } from './layout.ts';
import { eventually } from './patience.ts';
import { Site } from './site.ts';

const article = '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara';

describe('reading the demonstration newsroom', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    site = await Site.start({ now: demonstrationDay });
  });
  after(async () => {
    await browser.close();
    await site.stop();
  });

  test('a reader goes from the front page to a story, its links, a topic, and an older story', async () => {
    const { page, complaints, close } = await openWindow(browser);
    await page.goto(site.base);
    const lead = page.locator('main article h2 a').first();
    const headline = (await lead.innerText()).trim();
    await lead.click();
    await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
    assert.equal((await page.locator('h1').innerText()).trim(), headline);
    const first = page.url();

    await page.getByRole('link', { name: 'All links on this story' }).click();
    await page.waitForURL(`${first}/related`);
    assert.ok((await page.locator('main section').count()) > 0);

    await page.locator('main a[href^="/topics/"]').first().click();
    await page.waitForURL(/\/topics\/[^/]+/);
    const topic = page.locator('main a[href^="/topics/"]').first();
    if (page.url().endsWith('/links')) await topic.click();
    await page.waitForURL(/\/topics\/[^/]+$/);

    const older = page.locator('main a[href^="/20"]').last();
    const olderHeadline = (await older.innerText()).trim();
    await older.click();
    await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
    assert.notEqual(page.url(), first);
    assert.equal((await page.locator('h1').innerText()).trim(), olderHeadline);

    await page.locator('header a[href="/"]').first().click();
    await page.waitForURL(`${site.base}/`);
    assert.deepEqual(complaints, []);
    await close();
  });

  test('an article asks for itself, one font and its pictures, and for nothing else', async () => {
    for (const path of [article, '/2026/01/05/lee-meets-xi', '/2026/01/12/the-long-way-back-to-the-moon']) {
      const { page, complaints, requests, close } = await openWindow(browser);
      await page.goto(`${site.base}${path}`, { waitUntil: 'networkidle' });
      const pictures = await page
        .locator('img')
        .evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));
      const asked = requests.map((url) => url.replace(site.base, '')).filter((address) => address !== path);
      const fonts = asked.filter((address) => address.endsWith('.woff2'));
      assert.ok(fonts.length <= 1, `fonts: ${fonts.join(', ')}`);
      assert.deepEqual(
        asked.filter(
          (address) =>
            !fonts.includes(address) && !pictures.includes(address) && !/^\/(?:favicon\.ico|icon\.svg)$/.test(address),
        ),
        [],
      );
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  test('nothing moves while a page loads, nor when its font comes after the text', async () => {
    const moved: string[] = [];
    for (const path of ['/', article, '/2026/01/12/the-long-way-back-to-the-moon', '/topics/security', '/2026/01']) {
      for (const width of [360, 768, 1280]) {
        const { page, close } = await openWindow(browser, { viewport: { width, height: 720 } });
        let release: () => void = () => undefined;
        const painted = new Promise<void>((resolve) => (release = resolve));
        await page.route('**/*.woff2', (route) => painted.then(() => route.continue()));
        await page.goto(`${site.base}${path}`, { waitUntil: 'domcontentloaded' });
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        release();
        await page.waitForLoadState('networkidle');
        const shift = await layoutShift(page);
        if (shift > 0) moved.push(`${path} at ${width} pixels: ${shift}`);
        await close();
      }
    }
    assert.deepEqual(moved, []);
  });

  test('a picture that comes late has its place already', async () => {
    const { page, close } = await openWindow(browser, { viewport: { width: 360, height: 720 } });
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/images/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.base}/2026/01/12/the-long-way-back-to-the-moon`, { waitUntil: 'domcontentloaded' });
    const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const without = await height();
    release();
    await page.waitForLoadState('networkidle');
    assert.equal(await height(), without);
    assert.equal(await layoutShift(page), 0);
    await close();
  });

  test('a page without its font is read all the same', async () => {
    const { page, close } = await openWindow(browser);
    await page.route('**/*.woff2', (route) => route.abort());
    await page.goto(`${site.base}${article}`, { waitUntil: 'networkidle' });
    assert.ok(await page.locator('h1').isVisible());
    assert.equal(await layoutShift(page), 0);
    await close();
  });

  test('a page is the same with scripts turned off', async () => {
    const texts = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const { page, close } = await openWindow(browser, { javaScriptEnabled });
        await page.goto(`${site.base}${article}`);
        const text = await page.locator('body').innerText();
        await close();
        return text;
      }),
    );
    assert.equal(texts[0], texts[1]);
  });

  test('a script that gets onto a page does not run', async () => {
    const { page, complaints, close } = await openWindow(browser);
    await page.goto(`${site.base}${article}`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'document.title = "ran"');
      document.body.append(button);
      button.click();
    });
    assert.notEqual(await page.title(), 'ran');
    await eventually('the policy is named on the console', () =>
      complaints.filter((line) => line.includes('Content Security Policy')).length >= 2 ? true : undefined,
    );
    await close();
  });

  test('one page gives way to the next by the browser’s own means, unless the reader wants less motion', async () => {
    for (const [reducedMotion, wanted] of [
      ['no-preference', true],
      ['reduce', false],
    ] as const) {
      const { page, close } = await openWindow(browser, { reducedMotion });
      const seen: boolean[] = [];
      await page.exposeFunction('arrived', (withTransition: boolean) => seen.push(withTransition));
      await page.addInitScript(
        "addEventListener('pagereveal', ({ viewTransition }) => globalThis.arrived(Boolean(viewTransition)))",
      );
      await page.goto(site.base, { waitUntil: 'networkidle' });
      await page.locator('nav.sections a').first().click();
      await page.waitForURL(/topics/);
      await eventually('the next page has arrived', () => (seen.length > 1 ? true : undefined));
      assert.deepEqual(seen, [false, wanted], reducedMotion);
      await close();
    }
  });

  test('the next page is made ready by the browser, as it is told to without script', async () => {
    const { page, complaints, close } = await openWindow(browser);
    const session = await page.context().newCDPSession(page);
    const rules: (string | undefined)[] = [];
    const states: string[] = [];
    session.on('Preload.ruleSetUpdated', ({ ruleSet }) => rules.push(ruleSet.errorMessage));
    session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => states.push(`${status} ${prefetchUrl}`));
    session.on('Preload.prerenderStatusUpdated', ({ status, key }) => states.push(`${status} ${key.url}`));
    await session.send('Preload.enable');
    await page.goto(site.base, { waitUntil: 'networkidle' });
    await eventually('the browser has read the rules', () => rules[0] ?? (rules.length > 0 ? true : undefined));
    assert.deepEqual(
      rules.filter((fault) => fault !== undefined),
      [],
    );
    const link = page.locator('main article h2 a').first();
    const target = await link.evaluate((element) => (element instanceof HTMLAnchorElement ? element.href : ''));
    await link.hover();
    await eventually(`the browser makes ${target} ready (${states.join(', ')})`, () =>
      states.some((state) => /^(?:Ready|Success) /.test(state) && state.endsWith(target)) ? true : undefined,
    );
    await link.click();
    await page.waitForURL(target);
    assert.deepEqual(complaints, []);
    await close();
  });

  test('with the keyboard, the way past the head comes first and each stop can be seen', async () => {
    const { page, close } = await openWindow(browser);
    await page.goto(`${site.base}${article}`);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    assert.equal(await skip.getAttribute('href'), '#content');
    const box = await skip.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0, 'the skip link is on the screen');
    for (let stop = 0; stop < 40; stop++) {
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return 'body';
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        const visible = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0;
        return visible ? 'seen' : element.outerHTML.slice(0, 120);
      });
      if (seen === 'body') break;
      assert.equal(seen, 'seen', `stop ${stop}`);
      await page.keyboard.press('Tab');
    }
    await page.goto(`${site.base}${article}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false),
      'after it, one is in the text',
    );
    await close();
  });

  test('on paper there is the story and no navigation', async () => {
    for (const path of ['/', article, '/topics/security']) {
      const { page, close } = await openWindow(browser);
      await page.goto(`${site.base}${path}`);
      await page.emulateMedia({ media: 'print' });
      const shown = await page
        .locator('nav')
        .evaluateAll((all) =>
          all
            .filter((navigation) => navigation.checkVisibility())
            .map((navigation) => navigation.getAttribute('aria-label')),
        );
      assert.deepEqual(shown, [], `${path} prints its navigation`);
      assert.ok(await page.locator('h1').isVisible());
      if (path === article) assert.match(await page.locator('body').innerText(), new RegExp(article));
      assert.match((await page.pdf({ format: 'A4' })).subarray(0, 5).toString(), /%PDF-/);
      await close();
    }
  });
});
