import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against on a page, a line for each element. The page's policy is not asked: it stands above pages. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const lines: string = await page.evaluate(`
    axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} }, preload: false }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary.replace(/\\s+/g, ' '))).join('\\n'))
  `);
  return lines.split('\n').filter((line) => line !== '');
}
