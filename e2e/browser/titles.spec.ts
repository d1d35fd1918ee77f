import { addressOf } from '../shared-sites.ts';
import { expect, test } from './test.ts';

/** The address of a title of the demonstration newsroom on this machine. */
function titleAddress(name: string): string {
  return addressOf('demonstration').replace('127.0.0.1', `${name}.localhost`);
}

const story = '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara';

test('a reader goes from a story to a topic of another title and back to a story there, all on this machine', async ({
  page,
  complaints,
  requests,
}) => {
  const [paper, trade] = [titleAddress('meridian'), titleAddress('counterweight')];
  await page.goto(paper + story);
  await page.locator(`main a[href="${trade}/topics/superpowers"]`).first().click();
  await page.waitForURL(`${trade}/topics/superpowers`);
  await expect(page).toHaveTitle(/Counterweight/);
  const { canonical } = await page.evaluate(() => ({
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
  }));
  expect(canonical).toBe('https://counterweight.example/topics/superpowers');

  await page.locator('main a[href^="/20"]').first().click();
  await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
  expect(new URL(page.url()).origin).toBe(trade);

  // A page that only the other title has.
  const answer = await page.goto(`${trade}/topics/moon`);
  expect([page.url(), answer?.status()]).toEqual([`${paper}/topics/moon`, 200]);
  const origins = new Set(requests.map((url) => new URL(url).origin));
  expect([...origins].toSorted()).toEqual([trade, paper]);
  expect(complaints).toEqual([]);
});

test('all words of a story in another direction begin on the side of the page', async ({ page }) => {
  await page.goto(`${titleAddress('meridian')}/2025/09/26`);
  const distances = await page.locator('article:has(> [dir=rtl])').evaluateAll((all) =>
    all.flatMap((each) =>
      [...each.querySelectorAll(':scope > [dir=rtl]')].map((part) => {
        const words = document.createRange();
        words.selectNodeContents(part);
        return Math.round(words.getBoundingClientRect().left - each.getBoundingClientRect().left);
      }),
    ),
  );
  expect(distances).toEqual([0, 0]);
});
