import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.ts';
import { openWindow, startBrowser } from './browser.ts';
import { demonstrationDay } from './demonstration.ts';
import { edge, edgeDay, edgeNewsroom } from './edge-newsroom.ts';
import { cutText, sidewaysOverflow, widenText } from './layout.ts';
import type { TemporaryNewsroom } from './newsroom.ts';
import { Site } from './site.ts';

/** The narrowest is where reflow is asked for (WCAG 1.4.10). */
const widths = [320, 360, 768, 1280];
/** Each scheme is read with all rules at one width: what the rules look at changes with neither, or with one. */
const schemes = [
  { colorScheme: 'light', read: 360 },
  { colorScheme: 'dark', read: 1280 },
] as const;

/** One of each kind of page; and in the edge newsroom, each at its worst. */
const inDemonstration = [
  '/',
  '/2026/01/12/the-long-way-back-to-the-moon',
  '/2026/01/12/the-long-way-back-to-the-moon/related',
  '/topics',
  '/topics/security',
  '/topics/security/links',
  '/people/world-desk',
  '/places/nara',
  '/storylines/nara-summit',
  '/2026',
  '/2026/01',
  '/2026/01/13',
  '/about',
];
const inEdge = [
  '/',
  edge.everything,
  `${edge.everything}/related`,
  `${edge.everything}/history`,
  `${edge.everything}/history/2`,
  edge.bare,
  edge.arabic,
  edge.japanese,
  edge.killed,
  '/nothing',
  '/topics/arms-control',
  '/topics/arms-control/page/1',
  '/people/ada-quill',
  '/agencies/afp',
  '/storylines/the-talks',
  '/2026/01/10/page/1',
];

describe('every kind of page, on every screen', () => {
  let newsroom: TemporaryNewsroom;
  let sites: Record<'demonstration' | 'edge', Site>;
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    newsroom = edgeNewsroom();
    const demonstration = await Site.start({ now: demonstrationDay });
    sites = { demonstration, edge: await Site.start({ content: newsroom.folder, now: edgeDay }) };
  });
  after(async () => {
    await browser.close();
    await sites.demonstration.stop();
    await sites.edge.stop();
    newsroom.end();
  });

  const all = [
    ...inDemonstration.map((path) => ({ path, of: 'demonstration' as const })),
    ...inEdge.map((path) => ({ path, of: 'edge' as const })),
  ];
  for (const { path, of } of all) {
    test(`${path} of the ${of} newsroom fits, can be read by all, and is silent`, async () => {
      const faults: string[] = [];
      for (const { colorScheme, read } of schemes) {
        const { page, complaints, close } = await openWindow(browser, { colorScheme });
        await page.goto(`${sites[of].base}${encodeURI(path)}`, { waitUntil: 'load' });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          const overflow = await sidewaysOverflow(page);
          if (overflow !== undefined) faults.push(`${colorScheme}, ${width} pixels: ${overflow}`);
          if (width === read)
            faults.push(...(await violations(page)).map((line) => `${colorScheme}, ${width} pixels: ${line}`));
        }
        const expected = /^(?:404|410|error: Failed to load resource)/;
        const isGood = path !== edge.killed && path !== '/nothing';
        faults.push(...complaints.filter((line) => isGood || !expected.test(line)));
        await close();
      }
      assert.equal(faults.length, 0, `${faults.length} faults\n${faults.slice(0, 10).join('\n')}`);
    });
  }

  test('text can be set wider without a page going sideways, or words being cut off', async () => {
    const faults: string[] = [];
    for (const { path, of } of all) {
      const { page, close } = await openWindow(browser, { viewport: { width: 320, height: 800 } });
      await page.goto(`${sites[of].base}${encodeURI(path)}`);
      await widenText(page);
      const overflow = await sidewaysOverflow(page);
      if (overflow !== undefined) faults.push(`${path}: ${overflow}`);
      faults.push(...(await cutText(page)).map((text) => `${path}: ${text}`));
      await close();
    }
    assert.deepEqual(faults, []);
  });

  test('text can be twice as large without a page going sideways', async () => {
    for (const { path, of } of all) {
      const { page, close } = await openWindow(browser, {
        viewport: { width: 640, height: 800 },
        deviceScaleFactor: 2,
      });
      await page.goto(`${sites[of].base}${encodeURI(path)}`);
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      assert.equal(await sidewaysOverflow(page), undefined, path);
      await close();
    }
  });
});
