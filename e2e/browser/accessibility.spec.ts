import axe from 'axe-core';
import { addressOf, browserSiteNames } from '../shared-sites.ts';
import { everyKindOfPage } from './pages.ts';
import { expect, test, type Page } from './test.ts';

/** WCAG 2.2, levels A and AA. */
const allRules = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // Axe runs this rule of WCAG 2.2 only on request: targets have 24 pixels, or as much space around them.
  rules: { 'target-size': { enabled: true } },
};
/** What a scheme of colours can change. */
const contrast = { runOnly: ['color-contrast'] };

/** The smallest screen is one of 1280 × 1024 pixels, magnified to 400 %. */
const screens = [
  { width: 320, height: 256 },
  { width: 768, height: 1024 },
  { width: 1280, height: 1024 },
];

/** The violations that axe finds on a page, a line for each element. Axe runs although the page's policy allows no script. */
async function violations(page: Page, options: object): Promise<string[]> {
  const lines: string = await page.evaluate(`
    axe.run(document, ${JSON.stringify({ ...options, preload: false, resultTypes: ['violations'] })}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))).join('\\n'))
  `);
  return lines.split('\n').filter((line) => line !== '');
}

for (const site of browserSiteNames)
  test(`axe finds no violation of WCAG 2.2 AA on any kind of page of the ${site} newsroom`, async ({ page }) => {
    test.slow();
    for (const path of everyKindOfPage[site])
      await test.step(path, async () => {
        await page.goto(addressOf(site) + path);
        await page.evaluate(axe.source);
        for (const screen of screens) {
          await page.setViewportSize(screen);
          for (const [colorScheme, options] of [
            ['light', allRules],
            ['dark', contrast],
          ] as const) {
            await page.emulateMedia({ colorScheme });
            expect.soft(await violations(page, options), `${path}, ${screen.width} pixels, ${colorScheme}`).toEqual([]);
          }
        }
      });
  });
