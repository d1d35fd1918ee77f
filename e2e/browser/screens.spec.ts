import { edge } from '../edge-newsroom.ts';
import { sidewaysOverflow } from './layout.ts';
import { everyKindOfPage } from './pages.ts';
import { addressOf, browserSiteNames } from '../shared-sites.ts';
import { expect, test } from './test.ts';

/** The width at which WCAG 1.4.10 asks for reflow. It is tested beside the narrowest screen. */
const reflowWidth = 320;

/** The complaint about the status of an error page. */
const status = /^(?:404|410|error: Failed to load resource)/;

for (const site of browserSiteNames)
  test(`every kind of page of the ${site} newsroom fits the screen and complains of nothing`, async ({
    page,
    viewport,
    complaints,
  }) => {
    for (const path of everyKindOfPage[site])
      await test.step(path, async () => {
        await page.goto(addressOf(site) + path);
        expect.soft(await sidewaysOverflow(page), path).toBeUndefined();
        if (viewport?.width === 360) {
          await page.setViewportSize({ ...viewport, width: reflowWidth });
          expect.soft(await sidewaysOverflow(page), `${path} at ${reflowWidth} pixels`).toBeUndefined();
          await page.setViewportSize(viewport);
        }
        const isError = path === edge.killed || path === '/nothing';
        const found = complaints.splice(0).filter((line) => !(isError && status.test(line)));
        expect.soft(found, path).toEqual([]);
      });
  });
