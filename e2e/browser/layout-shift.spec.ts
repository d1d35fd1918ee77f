import { layoutShift } from './layout.ts';
import { expect, test } from './test.ts';

for (const path of [
  '/',
  '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara',
  '/2026/01/12/the-long-way-back-to-the-moon',
  '/topics/security',
  '/2026/01',
])
  test(`nothing moves while ${path} loads, nor when its font arrives after the text`, async ({ page }) => {
    const { promise: painted, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/*.woff2', (route) => painted.then(() => route.continue()));
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    release();
    await page.waitForLoadState('networkidle');
    expect(await layoutShift(page)).toBe(0);
  });
