import { addressOf } from '../shared-sites.ts';
import { cutText, sidewaysOverflow } from './layout.ts';
import { expect, test, type Page } from './test.ts';

test.use({ baseURL: addressOf('demonstration') });

/** Columns that end before the longest one beside them, by more than `part` of its height. */
function shortColumns(page: Page, part: number): Promise<string[]> {
  return page.evaluate((most) => {
    const bottomOf = (element: Element): number =>
      Math.max(0, ...[...element.querySelectorAll('*')].map((each) => each.getBoundingClientRect().bottom));
    return [...document.querySelectorAll('.fold, .feature, .running')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const columns = [...row.children].filter((column) => column.getBoundingClientRect().top - top < 1);
      return columns
        .filter((column) => columns.length === row.children.length && bottom - bottomOf(column) > most * (bottom - top))
        .map(
          (column) =>
            `${column.className}: ends at ${Math.round(bottomOf(column) - top)} of ${Math.round(bottom - top)}`,
        );
    });
  }, part);
}

for (const width of [320, 360, 480, 640, 768, 900, 1024, 1280])
  test(`the fronts fit a width of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/topics/space', '/topics/diplomacy']) {
      await page.goto(path);
      expect(await sidewaysOverflow(page)).toBeUndefined();
      expect(await cutText(page)).toEqual([]);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      expect(await sidewaysOverflow(page)).toBeUndefined();
    }
  });

// A page is drawn in a font of the system if its own comes late, so it must look right in both.
for (const font of ['its own font', 'the font of the system'] as const)
  test(`on a wide page in ${font} no column ends short by more than two fifths`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    if (font === 'the font of the system') await page.route('**/*.woff2', (route) => route.abort());
    await page.goto('/', { waitUntil: 'networkidle' });
    expect(await shortColumns(page, 0.4)).toEqual([]);
  });
