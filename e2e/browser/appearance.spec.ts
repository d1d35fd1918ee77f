import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharp } from '../../formats/sharp.ts';
import { root } from '../root.ts';
import { addressOf, type SiteName } from '../shared-sites.ts';
import { town } from '../town-copy.ts';
import { expect, test } from './test.ts';

/**
 * Compares pages of the town's paper with the pictures in `appearance/`. Where a difference is wanted, renew them:
 *
 *     npx playwright test appearance --update-snapshots
 */
const pictures: readonly [name: string, site: SiteName, path: string, width: number, scheme: 'light' | 'dark'][] = [
  ['front-phone', 'english', '/', 360, 'light'],
  ['front-tablet-dark', 'english', '/', 768, 'dark'],
  ['front-wide', 'english', '/', 1280, 'light'],
  ['section-phone-dark', 'english', '/topics/river', 360, 'dark'],
  ['section-wide', 'english', '/topics/river', 1280, 'light'],
  ['news-phone', 'english', town.news, 360, 'light'],
  ['news-wide-dark', 'english', town.news, 1280, 'dark'],
  ['long-read-wide', 'english', town.longRead, 1280, 'light'],
  ['opinion-tablet', 'english', town.opinion, 768, 'light'],
  ['explainer-phone-dark', 'english', town.explainer, 360, 'dark'],
  ['storyline-tablet', 'english', '/storylines/flood-wall', 768, 'light'],
  ['search-phone', 'english', '/search?q=bridge', 360, 'light'],
  ['arabic-front-wide', 'arabic', '/', 1280, 'light'],
  ['arabic-news-phone', 'arabic', town.news, 360, 'light'],
];

// The fonts below are in `data:` addresses, which the policy of the pages does not allow.
test.use({ bypassCSP: true, deviceScaleFactor: 1 });

for (const [name, site, path, width, colorScheme] of pictures)
  test.describe(() => {
    test.use({ viewport: { width, height: width > 1000 ? 1100 : 1500 }, colorScheme });

    test(`${name} looks as before`, async ({ page }, info) => {
      await page.goto(addressOf(site) + path, { waitUntil: 'networkidle' });
      await page.addStyleTag({ content: sameFonts });
      // A face is fetched only once it is used, so its text is laid out first.
      await page.evaluate(() => document.documentElement.getBoundingClientRect() && document.fonts.ready);
      await expect(page).toHaveScreenshot(`${name}.png`, {
        // The grain of photographs is not the same with each version of the encoders.
        mask: [page.locator('img[src*="photograph"]')],
        threshold: 0.1,
        maxDiffPixels: 40,
      });
      if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed')
        await shrink(info.snapshotPath(`${name}.png`, { kind: 'screenshot' }));
    });
  });

/** A style that shows all text in fonts from npm, for labels too: the fonts of the system differ from machine to machine. */
const sameFonts = [
  face('Latin', '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2', '200 800'),
  ...(['400Regular', '600SemiBold', '700Bold'] as const).map((style) =>
    face('Arabic', `@expo-google-fonts/noto-naskh-arabic/${style}/NotoNaskhArabic_${style}.ttf`, style.slice(0, 3)),
  ),
  '* { --serif: Latin, Arabic, serif !important; --sans: Latin, Arabic, serif !important; }',
].join('\n');

function face(family: string, file: string, weight: string): string {
  const bytes = readFileSync(join(root, 'node_modules', file)).toString('base64');
  return `@font-face { font-family: ${family}; src: url(data:font/opentype;base64,${bytes}); font-weight: ${weight}; }`;
}

/** The byte of a PNG that says how its colours are stored, and the value for a palette. */
const [colourType, palette] = [25, 3];

/** Stores a picture with a palette, which takes a third of the bytes. The difference is far below the threshold. */
async function shrink(file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (bytes[colourType] === palette) return;
  writeFileSync(file, await sharp(bytes).png({ palette: true, effort: 10, compressionLevel: 9, dither: 0 }).toBuffer());
}
