import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';
import { facesIn } from '../../server/faces.ts';
import type { ShareCard } from '../../site/share-card/card.ts';
import { shareSize } from '../../site/share-card/size.ts';
import { compose, renderableCard, Typesetter, type PictureBytes } from './compose.ts';
import { sharp } from '../sharp.ts';

const faces = facesIn(resolve(import.meta.dirname, '../..'));
let typesetter: Promise<Typesetter> | undefined;

/** The typesetter of this process, with the site's typefaces. */
export function testTypesetter(): Promise<Typesetter> {
  return (typesetter ??= Typesetter.with(faces));
}

type Card = Extract<ShareCard, { page: 'article' }>;

/** A card of an article. `fields` are those that matter to the test. */
export function card(fields: Partial<Card> = {}): Card {
  return {
    page: 'article',
    headline: 'Rain falls on the just',
    lang: 'en',
    direction: 'ltr',
    kicker: 'Weather',
    accent: '#2c3e9e',
    site: { name: 'The Test', host: 'test.example', lang: 'en' },
    notes: ['13 January 2026', '2026-01-13'],
    ...fields,
  };
}

/** A card of an article with a picture. */
export function pictured(place: 'whole' | 'beside', fields: Partial<Card> = {}): Card {
  return card({ picture: { file: 'images/a.jpg', type: 'jpg', size: 1, modified: 1, place }, ...fields });
}

/** The image of a card. */
export async function imageOf(shown: ShareCard, picture?: PictureBytes): Promise<Buffer> {
  const own = await testTypesetter();
  return compose(own, await renderableCard(own, shown), picture);
}

/** A share image as pixels. */
export class Pixels {
  readonly #rgb: Buffer;

  private constructor(rgb: Buffer) {
    this.#rgb = rgb;
  }

  static async of(image: Buffer): Promise<Pixels> {
    return new Pixels(await sharp(image).raw().toBuffer());
  }

  /** Red, green and blue of a pixel. */
  at(left: number, top: number): [red: number, green: number, blue: number] {
    const start = 3 * (top * shareSize.width + left);
    return [this.#rgb[start] ?? 0, this.#rgb[start + 1] ?? 0, this.#rgb[start + 2] ?? 0];
  }

  /** The dark pixels between two rows: the first and the last column, and their number. */
  ink(from: number, to: number): { first: number; last: number; count: number } {
    const found = { first: Infinity, last: -Infinity, count: 0 };
    for (let top = from; top < to; top += 1)
      for (let left = 0; left < shareSize.width; left += 1) {
        if (Math.max(...this.at(left, top)) > 110) continue;
        found.first = Math.min(found.first, left);
        found.last = Math.max(found.last, left);
        found.count += 1;
      }
    return found;
  }
}

/** Makes this process use only these fonts, by file name, as if no others were installed. Call it before any text is set. */
export function useOnlyFonts(fonts: Record<string, Buffer>): void {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-fonts-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'fonts'));
  for (const [name, bytes] of Object.entries(fonts)) writeFileSync(join(folder, 'fonts', name), bytes);
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
}
