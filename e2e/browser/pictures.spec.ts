import { edge } from '../edge-newsroom.ts';
import { addressOf } from '../shared-sites.ts';
import { layoutShift } from './layout.ts';
import { expect, test, type Page } from './test.ts';

test.use({ baseURL: addressOf('edge') });

const heightOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().height);

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
])
  test(`pictures fit a screen of ${viewport.width} × ${viewport.height}`, async ({ page, complaints, requests }) => {
    await page.setViewportSize(viewport);
    await page.goto(edge.everything, { waitUntil: 'networkidle' });
    expect(await heightOf(page, 'figure.upright img')).toBeLessThanOrEqual(0.85 * viewport.height + 1);
    const widths = await page
      .locator('.story > figure:not(.table, .pull-quote)')
      .evaluateAll((figures) =>
        figures.map((figure) => [figure, ...figure.querySelectorAll('img')].map((each) => each.clientWidth)),
      );
    for (const [figure, image] of widths) expect(image, 'a figure is as wide as its picture').toBe(figure);
    expect(await heightOf(page, '.gallery button img')).toBeGreaterThan(50);
    const pictures = page.locator('.story img:visible');
    expect(await pictures.count()).toBeGreaterThan(4);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() =>
          picture.evaluate((image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth),
        )
        .toBeTruthy();
    }
    const files = requests.filter((url) => url.includes('.png'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((url) => !url.endsWith('.avif'))).toEqual([]);
    expect(await layoutShift(page)).toBe(0);
    expect(complaints).toEqual([]);
  });

test('a gallery opens and closes by the keyboard, and its large pictures wait until then', async ({
  page,
  requests,
}) => {
  await page.goto(edge.everything, { waitUntil: 'networkidle' });
  const small = page.locator('.gallery button').first();
  await small.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const large = page.locator('.gallery [popover]').first();
  await expect(large).toBeHidden();
  // The small one is a crop.
  const whole = (): string[] => requests.filter((url) => /\/field\.png\.[\da-f]{10}-\d+\./.test(url));
  expect(whole()).toEqual([]);
  await small.focus();
  await page.keyboard.press('Enter');
  await expect(large).toBeVisible();
  await expect(large.locator('figcaption')).toHaveText(/A caption of a sentence\./);
  await expect.poll(() => whole().length).toBe(1);
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(large).toBeVisible();
  await large.getByRole('button', { name: 'Close' }).click();
  await expect(large).toBeHidden();
});

test('the first picture of an article is fetched at once, the others when they are near', async ({ page }) => {
  await page.goto(edge.bare);
  const first = page.locator('.story img').first();
  await expect(first).toHaveAttribute('fetchpriority', 'high');
  await expect(first).not.toHaveAttribute('loading');
  await page.goto(edge.everything);
  await expect(page.locator('figure.upright img')).toHaveAttribute('loading', 'lazy');
});
