import { layoutShift } from './layout.ts';
import { everyKindOfPage } from './pages.ts';
import { addressOf } from '../shared-sites.ts';
import { expect, test } from './test.ts';

const article = '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara';
const withPictures = '/2026/01/12/the-long-way-back-to-the-moon';

test('a reader goes from the front page to a story, its links, a topic, and an older story', async ({
  page,
  complaints,
}) => {
  await page.goto('/');
  const lead = page.locator('main article h2 a').first();
  const headline = (await lead.innerText()).trim();
  await lead.click();
  await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
  expect((await page.locator('h1').innerText()).trim()).toBe(headline);
  const first = page.url();

  await page.getByRole('link', { name: 'More on this story' }).click();
  await page.waitForURL(`${first}/related`);
  expect(await page.locator('main section').count()).toBeGreaterThan(0);

  await page.locator('main a[href^="/topics/"]').first().click();
  await page.waitForURL(/\/topics\/[^/]+/);
  const topic = page.locator('main a[href^="/topics/"]').first();
  if (page.url().endsWith('/links')) await topic.click();
  await page.waitForURL(/\/topics\/[^/]+$/);

  const older = page.locator('main a[href^="/20"]').last();
  const olderHeadline = (await older.innerText()).trim();
  await older.click();
  await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
  expect(page.url()).not.toBe(first);
  expect((await page.locator('h1').innerText()).trim()).toBe(olderHeadline);

  await page.locator('header a[href="/"]').first().click();
  await page.waitForURL(`${addressOf('demonstration')}/`);
  expect(complaints).toEqual([]);
});

for (const path of [article, '/2026/01/05/lee-meets-xi', withPictures])
  test(`${path} requests itself, one font and its pictures, and nothing else`, async ({
    page,
    complaints,
    requests,
  }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    // Of the files of a picture, the browser takes one.
    const pictures = await page
      .locator('img')
      .evaluateAll((images) =>
        images.flatMap((image) =>
          image instanceof HTMLImageElement && image.currentSrc !== '' ? new URL(image.currentSrc).pathname : [],
        ),
      );
    const others = requests
      .map((url) => url.replace(addressOf('demonstration'), ''))
      .filter((address) => address !== path);
    const fonts = others.filter((address) => address.endsWith('.woff2'));
    expect(fonts.length, `fonts: ${fonts.join(', ')}`).toBeLessThanOrEqual(1);
    expect(
      others.filter(
        (address) =>
          !fonts.includes(address) && !pictures.includes(address) && !/^\/(?:favicon\.ico|icon\.svg)$/.test(address),
      ),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  });

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test('a picture that arrives late has its space already', async ({ page }) => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/images/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(withPictures, { waitUntil: 'domcontentloaded' });
    const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const without = await height();
    release();
    await page.waitForLoadState('networkidle');
    expect(await height()).toBe(without);
    expect(await layoutShift(page)).toBe(0);
  });
});

test('a page can be read without its font', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(article, { waitUntil: 'networkidle' });
  await expect(page.locator('h1')).toBeVisible();
  expect(await layoutShift(page)).toBe(0);
});

test('a page is the same with scripts turned off', async ({ browser }) => {
  const texts = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const page = await browser.newPage({ javaScriptEnabled, baseURL: addressOf('demonstration') });
      await page.goto(article);
      const text = await page.locator('body').innerText();
      await page.close();
      return text;
    }),
  );
  expect(texts[0]).toBe(texts[1]);
});

test('a script that is put into a page does not run', async ({ page, complaints }) => {
  await page.goto(article);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.body.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'document.title = "ran"');
    document.body.append(button);
    button.click();
  });
  expect(await page.title()).not.toBe('ran');
  await expect
    .poll(() => complaints.filter((line) => line.includes('Content Security Policy')).length)
    .toBeGreaterThanOrEqual(2);
});

for (const [reducedMotion, expected] of [
  ['no-preference', true],
  ['reduce', false],
] as const)
  test.describe(`with reduced motion “${reducedMotion}”`, () => {
    test.use({ contextOptions: { reducedMotion } });

    test(`there is ${expected ? 'a' : 'no'} transition from page to page, by the browser’s own means`, async ({
      page,
    }) => {
      const transitions: boolean[] = [];
      await page.exposeFunction('arrived', (withTransition: boolean) => transitions.push(withTransition));
      await page.addInitScript(
        "addEventListener('pagereveal', ({ viewTransition }) => globalThis.arrived(Boolean(viewTransition)))",
      );
      await page.goto('/', { waitUntil: 'networkidle' });
      await page.locator('nav.sections a').first().click();
      await page.waitForURL(/topics/);
      await expect.poll(() => transitions).toEqual([false, expected]);
    });
  });

test('the browser makes the next page ready, by rules without script', async ({ page, complaints }) => {
  const session = await page.context().newCDPSession(page);
  const rules: (string | undefined)[] = [];
  const states: string[] = [];
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) => rules.push(ruleSet.errorMessage));
  session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => states.push(`${status} ${prefetchUrl}`));
  session.on('Preload.prerenderStatusUpdated', ({ status, key }) => states.push(`${status} ${key.url}`));
  await session.send('Preload.enable');
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect.poll(() => rules.length, 'the browser has read the rules').toBeGreaterThan(0);
  expect(rules.filter((error) => error !== undefined)).toEqual([]);
  const link = page.locator('main article h2 a').first();
  const target = await link.evaluate((element) => (element instanceof HTMLAnchorElement ? element.href : ''));
  await link.hover();
  await expect
    .poll(
      () => states.some((state) => /^(?:Ready|Success) /.test(state) && state.endsWith(target)),
      `the browser makes ${target} ready`,
    )
    .toBe(true);
  await link.click();
  await page.waitForURL(target);
  expect(complaints).toEqual([]);
});

test.describe('with the keyboard', () => {
  test('the link past the head comes first, and each stop can be seen', async ({ page }) => {
    await page.goto(article);
    await page.keyboard.press('Tab');
    const skipLink = page.locator(':focus');
    await expect(skipLink).toHaveAttribute('href', '#content');
    const box = await skipLink.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0, 'the skip link is on the screen').toBe(true);
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
      expect(seen, `stop ${stop}`).toBe('seen');
      await page.keyboard.press('Tab');
    }
  });

  test('the link past the head leads into the text', async ({ page }) => {
    await page.goto(article);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#content$/);
    await page.keyboard.press('Tab');
    await expect(page.locator('main :focus')).toHaveCount(1);
  });
});

for (const path of ['/', article, '/topics/security'])
  test(`${path} prints the story and no navigation`, async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const shown = await page
      .locator('nav')
      .evaluateAll((all) =>
        all
          .filter((navigation) => navigation.checkVisibility())
          .map((navigation) => navigation.getAttribute('aria-label')),
      );
    expect(shown).toEqual([]);
    await expect(page.locator('h1')).toBeVisible();
    if (path === article) expect(await page.locator('body').innerText()).toMatch(new RegExp(article));
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toMatch(/%PDF-/);
  });

for (const site of ['arabic', 'japanese'] as const)
  test(`no headline of the ${site} newsroom has the leading or the spacing of Latin letters`, async ({ page }) => {
    for (const path of everyKindOfPage[site])
      await test.step(path, async () => {
        await page.goto(addressOf(site) + path);
        const latin = await page
          .locator(':is(h1, h2, h3, .name, .cards > li > a, blockquote p):is(:lang(ar), :lang(ja))')
          .evaluateAll((headlines) =>
            headlines.flatMap((headline) => {
              const { lineHeight, fontSize, letterSpacing } = getComputedStyle(headline);
              const isLatin = parseFloat(lineHeight) < 1.25 * parseFloat(fontSize) || parseFloat(letterSpacing) < 0;
              return isLatin ? [headline.outerHTML] : [];
            }),
          );
        expect.soft(latin, path).toEqual([]);
      });
  });
