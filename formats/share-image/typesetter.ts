import type { Sharp } from 'sharp';
import { charactersOf } from './cmap.ts';
import { maxStepSeconds, sharp } from '../sharp.ts';

/** A typeface that is part of the site, so that cards look the same on every machine. */
export interface Face {
  /** The family name in the font file. */
  family: string;
  /** The path of the TrueType file. */
  file: string;
  bytes: Buffer;
}

/** The faces that share images are set in. */
export interface Faces {
  /** Headlines and names. */
  headline: Face;
  /** Small text. */
  small: Face;
  arabic: Face;
}

/** A run of text in one style. Sizes are in pixels. */
export interface Run {
  text: string;
  face: 'headline' | 'small';
  size: number;
  colour: string;
  /** BCP 47. It decides which of the machine's fonts is used for a script. */
  lang: string;
  /** The space after it. */
  after?: number;
}

/** How a text is set. */
export interface TextLayout {
  /** The distance between two lines, in pixels. */
  leading: number;
  /** The largest width of a line, in pixels. If it is missing, the text is one line. */
  width?: number;
  /** Whether a word that is too long may be broken. */
  breaks?: boolean;
  direction: 'ltr' | 'rtl';
  align?: 'centre';
}

/** The size of a text without empty space around it, in pixels. */
export interface TextSize {
  width: number;
  height: number;
}

/** A text as RGBA pixels. */
export interface TextImage extends TextSize {
  pixels: Buffer;
}

const weights = { headline: 600, small: 500 } as const satisfies Record<Run['face'], number>;

const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The machine's fonts for a language, as the pages use them. The shapes of Chinese characters depend on the language. */
function familiesFor(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  const east = { ja: 'JP', ko: 'KR', zh: script === 'Hant' ? 'TC' : 'SC' }[language];
  return east === undefined ? 'serif' : `Noto Serif CJK ${east},serif`;
}

/** Sets text with the site's typefaces, and with the machine's fonts for characters that those do not have. */
export class Typesetter {
  readonly #families: Record<Run['face'], string>;
  readonly #own: ReadonlySet<number>;
  /** Characters that the site's typefaces do not have, and whether the machine's fonts have them. */
  readonly #others = new Map<string, Promise<boolean>>();

  private constructor({ headline, small, arabic }: Faces) {
    const families = (face: Face): string => [face.family, arabic.family, 'serif'].join(',');
    this.#families = { headline: families(headline), small: families(small) };
    const inSmall = charactersOf(small.bytes);
    // A character counts only if both typefaces have it.
    const shared = [...charactersOf(headline.bytes)].filter((character) => inSmall.has(character));
    this.#own = new Set([...shared, ...charactersOf(arabic.bytes)]);
  }

  /** Loads the typefaces into the process. All are loaded before any text is set, so that the result does not depend on the order of texts. */
  static async with(faces: Faces): Promise<Typesetter> {
    for (const { family, file } of [faces.headline, faces.small, faces.arabic])
      await sharp({ text: { text: 'x', font: family, fontfile: file } })
        .raw()
        .toBuffer();
    return new Typesetter(faces);
  }

  /** Sets runs one after another. Throws if there is nothing to draw. */
  async set(runs: readonly Run[], layout: TextLayout): Promise<TextImage> {
    const { data, info } = await this.#text(runs, layout)
      .timeout({ seconds: maxStepSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { pixels: data, width: info.width, height: info.height };
  }

  /** The size that runs have when they are set. It takes a third of the time: they are drawn without colours, and not copied. */
  async measure(runs: readonly Run[], layout: TextLayout): Promise<TextSize> {
    const { width, height } = await this.#text(runs, layout, 'one colour').metadata();
    return { width, height };
  }

  #text(
    runs: readonly Run[],
    { leading, width, breaks, direction, align }: TextLayout,
    bands: 'all colours' | 'one colour' = 'all colours',
  ): Sharp {
    const markup = runs.map((run) => this.#markup(run, leading)).join('');
    // The first strong character decides the direction of a paragraph, and a headline can begin with a foreign name.
    const start = direction === 'rtl' ? '\u200F' : '\u200E';
    return sharp({
      text: {
        text: start + markup,
        dpi: 72,
        rgba: bands === 'all colours',
        wrap: breaks ? 'word-char' : 'word',
        ...(width !== undefined && { width }),
        ...(align && { align }),
      },
    });
  }

  #markup({ text, face, size, colour, lang, after }: Run, leading: number): string {
    // If our typeface does not have every letter, another font sets all of them: two fonts on a line change the line height.
    const family = [...text].every((character) => !/\p{L}/u.test(character) || this.#isOwn(character))
      ? this.#families[face]
      : familiesFor(lang);
    const attributes = [
      `font="${family} ${size}"`,
      `weight="${weights[face]}"`,
      `foreground="${colour}"`,
      `lang="${escapeMarkup(lang)}"`,
      // A value above 1,024 is absolute, in 1,024ths of a point.
      `line_height="${Math.round(leading * 1024)}"`,
    ];
    const space = after === undefined ? '' : `<span size="1" letter_spacing="${Math.round(after * 1024)}"> </span>`;
    return `<span ${attributes.join(' ')}>${escapeMarkup(text)}</span>${space}`;
  }

  /** The part of a text that can be set. Pictographs without a font are removed. Undefined if a letter has no font, or if no letter or digit is left. */
  async renderable(text: string): Promise<string | undefined> {
    const characters = [...new Set(plainLine(text))];
    const known = await Promise.all(characters.map((character) => this.#has(character)));
    const missing = new Set(characters.filter((_, index) => !known[index]));
    if (missing.size === 0) return plainLine(text);
    if (![...missing].every((character) => pictograph.test(character))) return undefined;
    // It removes grapheme clusters, so that the joiners in a pictograph of several parts are removed too.
    const present = [...segmenter.segment(text)].filter(
      ({ segment }) => ![...segment].some((character) => missing.has(character)),
    );
    const rest = plainLine(present.map(({ segment }) => segment).join(''));
    return /[\p{L}\p{N}]/u.test(rest) ? rest : undefined;
  }

  #isOwn(character: string): boolean {
    return this.#own.has(character.codePointAt(0) ?? 0);
  }

  #has(character: string): Promise<boolean> | boolean {
    if (this.#isOwn(character) || /\s|\p{Default_Ignorable_Code_Point}/u.test(character)) return true;
    let known = this.#others.get(character);
    if (!known) {
      known = this.#machineHas(character);
      this.#others.set(character, known);
    }
    return known;
  }

  /**
   * Whether a font of the machine has a character that the site's typefaces do not have. Pango draws a box with a number for
   * a character that no font has. So if the result is the same with and without the machine's fonts, they do not have it.
   */
  async #machineHas(character: string): Promise<boolean> {
    const drawn = (fallback: boolean): Promise<Buffer> => {
      const families = fallback ? this.#families.headline : this.#families.headline.split(',')[0];
      const text = `<span font="${families} 24" fallback="${fallback}">${escapeMarkup(character)}</span>`;
      return sharp({ text: { text, dpi: 72, rgba: true } })
        .raw()
        .toBuffer();
    };
    try {
      return !(await drawn(true)).equals(await drawn(false));
    } catch {
      // The character has nothing to draw.
      return false;
    }
  }
}

/** Text on one line, without characters that cannot be set: control characters, halves of surrogate pairs. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
    .trim();
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for Pango markup. This is the only place where that format is escaped. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
