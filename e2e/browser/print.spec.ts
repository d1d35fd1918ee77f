import { expect, test } from './test.ts';

/** The content of a page of A4 inside its margins, in CSS pixels: 158 × 261 mm. */
const paper = { width: 597, height: 986 };
/** The greatest height of a printed picture, 95 mm, in CSS pixels. */
const tallest = 360;

const stories = [
  '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara',
  '/2026/01/12/the-long-way-back-to-the-moon',
  '/2026/01/14/in-praise-of-the-dull-meeting',
  '/2025/10/20/tide-pole-archive',
];

for (const path of stories)
  test(`${path} is printed black on white, with its pictures and without its navigation`, async ({ page }) => {
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(path);
    const main = page.locator('main');
    expect(await main.locator('nav, .more, .cards img, .back').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
    const colours = await main
      .locator('h1, .standfirst, .byline, .issuer, p')
      .filter({ visible: true })
      .evaluateAll((all) => [...new Set(all.map((each) => getComputedStyle(each).color))]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);

    const pictures = await main.locator('header img, .story > figure img').evaluateAll((all) =>
      all.map((each) => {
        const { width, height } = each.getBoundingClientRect();
        return { width, height };
      }),
    );
    expect(pictures.length).toBeGreaterThan(0);
    for (const { width, height } of pictures) {
      expect(width).toBeGreaterThan(90);
      expect(width).toBeLessThanOrEqual(paper.width);
      expect(height).toBeLessThanOrEqual(tallest);
    }
    const { widows, orphans, alone } = await main.locator('article').evaluate((article) => {
      const crossheads = [...article.querySelectorAll('h2, h3, h4')].map((each) => getComputedStyle(each));
      const paragraph = article.querySelector(':scope > p');
      const style = paragraph && getComputedStyle(paragraph);
      return {
        widows: style?.widows,
        orphans: style?.orphans,
        alone: crossheads.filter(({ breakAfter, breakInside }) => breakAfter !== 'avoid' || breakInside !== 'avoid')
          .length,
      };
    });
    expect({ widows, orphans, alone }).toEqual({ widows: '3', orphans: '3', alone: 0 });

    const links = await main.locator('.related-links').boundingBox();
    expect(links?.height, 'Related Links are short').toBeLessThan(200);
    await expect(main.locator('.print-only')).toContainText(path);
    // The text begins on the first page.
    const text = await main.locator('article > p, .key-points').first().boundingBox();
    expect(text?.y).toBeLessThan(paper.height);
  });

test('a front is printed without lines through its text, and no package leaves a sheet empty', async ({ page }) => {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  await page.goto('/');
  const lines = await page
    .locator('.cells > *')
    .evaluateAll((cells) =>
      cells.flatMap((cell) => ['::before', '::after'].map((line) => getComputedStyle(cell, line).display)),
    );
  expect(new Set(lines)).toEqual(new Set(['none']));
  const blocks = await page
    .locator('.package')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).breakInside));
  expect(new Set(blocks)).toEqual(new Set(['auto']));
});
