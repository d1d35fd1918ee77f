import axe from 'axe-core';
import { everyKindOfPage } from './pages.ts';
import { addressOf, siteNames } from '../shared-sites.ts';
import { expect, test, type Page } from './test.ts';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The violations that axe finds on a page, a line for each element. Axe runs although the page's policy allows no script. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const lines: string = await page.evaluate(`
    axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} }, preload: false }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))).join('\\n'))
  `);
  return lines.split('\n').filter((line) => line !== '');
}

for (const site of siteNames)
  test(`axe finds no violation of WCAG 2.2 AA on any kind of page of the ${site} newsroom`, async ({ page }) => {
    for (const path of everyKindOfPage[site])
      await test.step(path, async () => {
        await page.goto(addressOf(site) + path);
        expect.soft(await violations(page), path).toEqual([]);
      });
  });
