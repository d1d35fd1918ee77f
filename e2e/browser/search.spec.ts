import { expect, test } from './test.ts';

test('a reader types into the header, narrows, sorts, turns the page and follows the search', async ({
  page,
  complaints,
}) => {
  await page.goto('/topics');
  await page
    .getByRole('search', { name: 'The site' })
    .getByRole('searchbox')
    .fill('japan OR nuclear OR moon OR energy');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=japan/);
  await expect(page.locator('header').getByRole('searchbox'), 'the page has its own field').toHaveCount(0);
  const total = page.locator('.search-total');
  await expect(total).toContainText(/\d+ stories/);
  const all = Number.parseInt((await total.innerText()).trim(), 10);
  expect(all).toBeGreaterThan(20);
  await expect(page.locator('.search-list mark').first()).toBeVisible();
  await expect(page.getByRole('search', { name: 'Stories' }).getByRole('searchbox')).toHaveValue(
    'japan OR nuclear OR moon OR energy',
  );

  await page.getByRole('link', { name: 'Newest first' }).click();
  await page.waitForURL(/order=date/);
  const days = await page
    .locator('.search-list time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(days).toEqual(days.toSorted().toReversed());

  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await page.waitForURL(/page=2/);
  await expect(page.getByRole('navigation', { name: 'Pages of results' }).locator('[aria-current=page]')).toHaveText(
    '2',
  );

  const facet = page.locator('.facets').getByRole('link', { name: 'Security', exact: true });
  await facet.click();
  await page.waitForURL(/topic%3Asecurity/);
  expect(page.url()).toMatch(/order=date/);
  expect(page.url()).not.toMatch(/page=/);
  expect(Number.parseInt((await total.innerText()).trim(), 10)).toBeLessThan(all);

  const feed = page.getByRole('link', { name: 'RSS' }).first();
  const answer = await page.request.get((await feed.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toMatch(/^application\/rss\+xml/);
  expect(await answer.text()).toContain('<item>');

  await page.locator('.search-selected').getByRole('link').click();
  await page.waitForURL((url) => !url.search.includes('topic'));
  expect(Number.parseInt((await total.innerText()).trim(), 10)).toBe(all);

  await page.locator('.search-list h2 a').first().click();
  await page.waitForURL(/\/\d{4}\/\d\d\/\d\d\/[^/]+$/);
  await page.goBack();
  await expect(total).toContainText(String(all));
  expect(complaints).toEqual([]);
});

test('a misspelt word leads to the right one', async ({ page }) => {
  await page.goto('/search?q=nuclaer');
  await page.locator('.search-suggestion').getByRole('link').click();
  await expect(page.locator('.search-list mark').first()).toHaveText(/nuclear/i);
});

test('where nothing is typed there are examples, and each finds something', async ({ page }) => {
  await page.goto('/search');
  const examples = await page
    .locator('.search-help a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) {
    await page.goto(example);
    await expect(page.locator('.search-total'), example).toContainText(/^\d+ stor/);
  }
});

test('a search that finds nothing leads on', async ({ page }) => {
  await page.goto('/search?q=xyzzyplugh');
  await page.getByRole('navigation', { name: 'Where to go on' }).getByRole('link').first().click();
  await page.waitForURL(/\/topics\//);
});

test('the browser fetches no search ahead', async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  const states: string[] = [];
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl }) => states.push(prefetchUrl));
  await session.send('Preload.enable');
  await page.goto('/search?q=nuclear', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Newest first' }).hover();
  await page.locator('footer').getByRole('link', { name: 'Search' }).hover();
  // A story is fetched ahead, so that the searches before it would have been.
  const story = page.locator('.search-list h2 a').first();
  await story.hover();
  const address = await story.evaluate((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
  await expect.poll(() => states).toContain(address);
  expect(states.filter((state) => state.includes('/search'))).toEqual([]);
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test('a link beside the name leads to the search, and what narrows the results opens', async ({ page }) => {
    await page.goto('/2026/01/13/tokyo-and-seoul-close-ranks-in-nara');
    const head = page.locator('header.masthead');
    await expect(head.getByRole('searchbox')).toBeHidden();
    expect((await head.boundingBox())?.height).toBeLessThan(120);
    await head.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL(/\/search$/);
    await page.goto('/search?q=nuclear');
    const facet = page.locator('.facets a').first();
    await expect(facet).toBeHidden();
    await page.getByText('Narrow the results').click();
    await expect(facet).toBeVisible();
    await facet.click();
    await expect(page.locator('.search-selected a')).toHaveCount(1);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the form works', async ({ page }) => {
    await page.goto('/');
    await page.locator('header .find input').fill('nuclear');
    await page.locator('header .find button').click();
    await page.waitForURL(/\/search\?q=nuclear$/);
    await expect(page.locator('.search-list h2').first()).toBeVisible();
  });
});
