import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright/test';
import { TemporaryNewsroom } from '../newsroom.ts';
import { root } from '../root.ts';
import { startOver, startSharedSite, type SharedSite } from '../shared-sites.ts';
import { town } from '../town-copy.ts';
import { chromiumOptions, findChromium, noChromium } from './chromium.ts';

/**
 * Takes screenshots of each kind of page at three widths in both schemes, and writes an `index.html` that shows them all:
 *
 *     npm run screenshots [-- FOLDER [KIND…]]        (test-results/screenshots)
 *
 * With kinds, such as `front` or `news`, it takes only pages whose names begin with one of them.
 */
const [folderName = 'test-results/screenshots', ...wanted] = process.argv.slice(2);
const folder = resolve(root, folderName);

const widths = [360, 768, 1280];
const schemes = ['light', 'dark'] as const;

/** Each kind of page, by the site that it is taken from. */
const kinds: readonly { start: () => Promise<SharedSite>; pages: Record<string, string> }[] = [
  {
    start: () => startSharedSite('demonstration'),
    pages: {
      front: '/',
      section: '/topics/security',
      topic: '/topics/moon',
      topics: '/topics',
      news: '/2026/01/13/tokyo-and-seoul-close-ranks-in-nara',
      'long-read': '/2026/01/12/the-long-way-back-to-the-moon',
      opinion: '/2026/01/14/in-praise-of-the-dull-meeting',
      explainer: '/2026/01/10/why-rare-earths-are-hard-to-replace',
      related: '/2026/01/12/the-long-way-back-to-the-moon/related',
      storyline: '/storylines/nara-summit',
      storylines: '/storylines',
      person: '/people/marguerite-oakwell',
      people: '/people',
      place: '/places/nara',
      places: '/places',
      search: '/search?q=nara',
      'search-nothing': '/search?q=nuclaer',
      latest: '/latest',
      archive: '/archive',
      month: '/2026/01',
      day: '/2026/01/13',
      corrections: '/corrections',
      'not-found': '/nothing',
      'own-page': '/about',
    },
  },
  {
    start: () => startSharedSite('english'),
    pages: {
      'town-front': '/',
      'town-section': '/topics/river',
      'town-news': town.news,
      'town-without-picture': town.plain,
      'town-opinion': town.opinion,
      'town-explainer': town.explainer,
      'town-interview': town.interview,
      'town-long-read': town.longRead,
      'town-press-release': town.release,
      'town-correction': town.corrected,
      'town-pictures': town.photographs,
      'town-own-page': '/contact',
    },
  },
  ...(['arabic', 'japanese'] as const).map((language) => ({
    start: () => startSharedSite(language),
    pages: {
      [`${language}-front`]: '/',
      [`${language}-section`]: '/topics/river',
      [`${language}-news`]: town.news,
      [`${language}-long-read`]: town.longRead,
      [`${language}-opinion`]: town.opinion,
      [`${language}-storyline`]: '/storylines/flood-wall',
      [`${language}-search`]: '/search?q=12',
    },
  })),
  {
    start: () => startOver({ newsroom: new TemporaryNewsroom() }),
    pages: { empty: '/' },
  },
];

/** Takes the pictures of one page. All of it is shown, so each picture of it is fetched first. */
async function take(browser: Browser, base: string, kind: string, path: string): Promise<string[]> {
  const page = await browser.newPage();
  const files: string[] = [];
  await page.goto(base + path);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator('img').evaluateAll(async (images) => {
      for (const image of images)
        if (image instanceof HTMLImageElement) {
          image.loading = 'eager';
          await image.decode().catch(() => undefined);
        }
    });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      const file = `${kind}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true, animations: 'disabled' });
      files.push(file);
    }
  }
  await page.close();
  return files;
}

/** The page that shows all screenshots, a row for each kind of page. */
function contactSheet(rows: ReadonlyMap<string, readonly string[]>): string {
  const row = (kind: string, files: readonly string[]): string =>
    `<h2 id="${kind}">${kind}</h2><p>${files
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy" height="420"></a>`)
      .join(' ')}</p>`;
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>body{font:16px system-ui;background:#888}p{display:flex;gap:8px;overflow-x:auto;align-items:start}img{object-fit:cover;object-position:top}</style>
<p>${[...rows.keys()].map((kind) => `<a href="#${kind}">${kind}</a>`).join(' ')}</p>
${[...rows].map(([kind, files]) => row(kind, files)).join('\n')}
`;
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(noChromium);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumOptions });
const rows = new Map<string, string[]>();
try {
  for (const { start, pages } of kinds) {
    const chosen = Object.entries(pages).filter(
      ([kind]) => wanted.length === 0 || wanted.some((name) => kind.startsWith(name)),
    );
    if (chosen.length === 0) continue;
    const site = await start();
    try {
      for (const [kind, path] of chosen) rows.set(kind, await take(browser, site.base, kind, path));
    } finally {
      await site.stop();
    }
  }
} finally {
  await browser.close();
}
const index = join(folder, 'index.html');
writeFileSync(index, contactSheet(rows));
console.log(`${rows.size} kinds of page: ${index}`);
