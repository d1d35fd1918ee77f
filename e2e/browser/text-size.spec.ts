import { cutText, sidewaysOverflow, widenText } from './layout.ts';
import { everyKindOfPage } from './pages.ts';
import { addressOf, browserSiteNames } from '../shared-sites.ts';
import { expect, test } from './test.ts';

for (const site of browserSiteNames) {
  test.describe('text with more space between lines, letters and words', () => {
    test.use({ viewport: { width: 320, height: 800 } });

    test(`makes no page of the ${site} newsroom wider, and no word is cut off`, async ({ page }) => {
      for (const path of everyKindOfPage[site])
        await test.step(path, async () => {
          await page.goto(addressOf(site) + path);
          await widenText(page);
          expect.soft(await sidewaysOverflow(page), path).toBeUndefined();
          expect.soft(await cutText(page), path).toEqual([]);
        });
    });
  });

  test.describe('text twice as large', () => {
    test.use({ viewport: { width: 640, height: 800 }, deviceScaleFactor: 2 });

    test(`makes no page of the ${site} newsroom wider`, async ({ page }) => {
      for (const path of everyKindOfPage[site])
        await test.step(path, async () => {
          await page.goto(addressOf(site) + path);
          await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
          expect.soft(await sidewaysOverflow(page), path).toBeUndefined();
        });
    });
  });
}
