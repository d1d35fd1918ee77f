import { addressOf } from '../shared-sites.ts';
import { town } from '../town-copy.ts';
import { expect, test, type Page } from './test.ts';

/** The first round trip of a fresh connection: ten segments of 1,460 bytes. */
const firstRoundTrip = 14_600;
/** What an article with three photographs may cost, with its font. */
const mostOfArticle = 250_000;

/**
 * What a phone's data meter counts while a page is read to its end: bytes with headers, as they were sent, by address. Not the
 * icon, which browsers fetch for their own list of pages. Throws where a picture does not arrive.
 */
async function readToTheEnd(page: Page, path: string): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const addresses = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId) ?? '';
    if (address.startsWith('http') && !address.endsWith('/icon.svg')) bytes.set(address, encodedDataLength);
  });
  await page.goto(addressOf('english') + path, { waitUntil: 'networkidle' });
  for (const picture of await page.locator('img').all()) {
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
  }
  await page.waitForLoadState('networkidle');
  await session.detach();
  return bytes;
}

const isFont = (address: string): boolean => address.endsWith('.woff2');
const isPicture = (address: string): boolean => new URL(address).pathname.startsWith('/images/');
const sum = (bytes: Map<string, number>): number => [...bytes.values()].reduce((total, each) => total + each, 0);

for (const deviceScaleFactor of [2, 3])
  test.describe(`a phone with ${deviceScaleFactor} pixels for each of CSS`, () => {
    test.use({ viewport: { width: 360, height: 740 }, deviceScaleFactor });

    test(`loads at most ${mostOfArticle} bytes for an article with three photographs`, async ({ page }) => {
      let bytes = new Map<string, number>();
      // A busy machine may not have made the pictures in time.
      await expect(async () => void (bytes = await readToTheEnd(page, town.photographs))).toPass();
      const photographs = [...bytes.keys()].filter((address) => address.includes('photograph-'));
      expect(photographs.length).toBeGreaterThanOrEqual(3);
      console.log(`${sum(bytes)} bytes`);
      expect(sum(bytes), [...bytes].join('\n')).toBeLessThanOrEqual(mostOfArticle);
    });
  });

test('an article without pictures is one request of one round trip, beside a font and the pictures of other stories', async ({
  page,
}) => {
  const bytes = await readToTheEnd(page, town.release);
  const others = [...bytes].filter(([address]) => !isFont(address) && !isPicture(address));
  expect(others.map(([address]) => new URL(address).pathname)).toEqual([town.release]);
  expect(sum(new Map(others))).toBeLessThanOrEqual(firstRoundTrip);
});
