import { charactersOf } from './cmap.ts';
import { longestStep, sharp } from './sharp.ts';

/** A face that comes with the site, so that cards look the same on every machine. */
export interface Face {
  /** As the font calls itself. */
  family: string;
  /** Where the font lies; TrueType. */
  file: string;
  bytes: Buffer;
}

export interface Faces {
  /** Headlines and names. */
  headline: Face;
  /** What is small. */
  small: Face;
  arabic: Face;
}

/** A run of text in one style. Sizes are pixels. */
export interface Run {
  text: string;
  face: 'headline' | 'small';
  size: number;
  colour: string;
  /** BCP 47: it settles which of several fonts of the machine is taken. */
  lang: string;
  /** Space behind it. */
  after?: number;
}

export interface Measure {
  /** Pixels from one line to the next. */
  leading: number;
  /** The widest that a line may be; one line where it is left out. */
  width?: number;
  /** Whether a word that is too long is taken apart. */
  breaks?: boolean;
  direction: 'ltr' | 'rtl';
  align?: 'centre';
}

/** Text as pixels: RGBA, cut to its ink. */
export interface SetText {
  pixels: Buffer;
  width: number;
  height: number;
}

const weights = { headline: 600, small: 500 } as const satisfies Record<Run['face'], number>;

const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Fonts of the machine, as the pages ask for them: which forms Chinese characters have is a matter of the language. */
function familiesFor(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  const east = { ja: 'JP', ko: 'KR', zh: script === 'Hant' ? 'TC' : 'SC' }[language];
  return east === undefined ? 'serif' : `Noto Serif CJK ${east},serif`;
}

/** Sets text with the site's own faces, and with those of the machine where they have not what is needed. */
export class Typesetter {
  readonly #families: Record<Run['face'], string>;
  readonly #own: ReadonlySet<number>;
  /** Signs that the site's faces do not have, and whether the machine has them. */
  readonly #others = new Map<string, Promise<boolean>>();

  private constructor({ headline, small, arabic }: Faces) {
    const families = (face: Face): string => [face.family, arabic.family, 'serif'].join(',');
    this.#families = { headline: families(headline), small: families(small) };
    const inSmall = charactersOf(small.bytes);
    // What only one of the two has is not counted.
    const shared = [...charactersOf(headline.bytes)].filter((character) => inSmall.has(character));
    this.#own = new Set([...shared, ...charactersOf(arabic.bytes)]);
  }

  /** Makes the faces known to the process: all of them before anything is set, so that nothing depends on what was set first. */
  static async with(faces: Faces): Promise<Typesetter> {
    for (const { family, file } of [faces.headline, faces.small, faces.arabic])
      await sharp({ text: { text: 'x', font: family, fontfile: file } })
        .raw()
        .toBuffer();
    return new Typesetter(faces);
  }

  /** Sets runs behind each other, in lines of a width. Throws where there is nothing to set. */
  async set(runs: readonly Run[], { leading, width, breaks, direction, align }: Measure): Promise<SetText> {
    const markup = runs.map((run) => this.#markup(run, leading)).join('');
    // The first strong sign settles the direction of a paragraph, and a headline may begin with a foreign name.
    const start = direction === 'rtl' ? '\u200F' : '\u200E';
    const { data, info } = await sharp({
      text: {
        text: start + markup,
        dpi: 72,
        rgba: true,
        wrap: breaks ? 'word-char' : 'word',
        ...(width !== undefined && { width }),
        ...(align && { align }),
      },
    })
      .timeout({ seconds: longestStep })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { pixels: data, width: info.width, height: info.height };
  }

  #markup({ text, face, size, colour, lang, after }: Run, leading: number): string {
    // One font for all of it where ours has not every letter: two in a line push lines apart.
    const family = [...text].every((sign) => !/\p{L}/u.test(sign) || this.#isOwn(sign))
      ? this.#families[face]
      : familiesFor(lang);
    const attributes = [
      `font="${family} ${size}"`,
      `weight="${weights[face]}"`,
      `foreground="${colour}"`,
      `lang="${escapeMarkup(lang)}"`,
      // Above 1,024 it is absolute, in 1,024ths.
      `line_height="${Math.round(leading * 1024)}"`,
    ];
    const space = after === undefined ? '' : `<span size="1" letter_spacing="${Math.round(after * 1024)}"> </span>`;
    return `<span ${attributes.join(' ')}>${escapeMarkup(text)}</span>${space}`;
  }

  /** What of a text can be set: pictographs that no font has are left out; where a letter is missing, nothing is left. */
  async settable(text: string): Promise<string | undefined> {
    const signs = [...new Set(plain(text))];
    const known = await Promise.all(signs.map((sign) => this.#has(sign)));
    const missing = new Set(signs.filter((_, index) => !known[index]));
    if (missing.size === 0) return plain(text);
    if (![...missing].every((sign) => pictograph.test(sign))) return undefined;
    // Whole ones: what joins the parts of a family goes with them.
    const kept = [...segmenter.segment(text)].filter(({ segment }) => ![...segment].some((sign) => missing.has(sign)));
    const rest = plain(kept.map(({ segment }) => segment).join(''));
    return /[\p{L}\p{N}]/u.test(rest) ? rest : undefined;
  }

  #isOwn(sign: string): boolean {
    return this.#own.has(sign.codePointAt(0) ?? 0);
  }

  #has(sign: string): Promise<boolean> | boolean {
    if (this.#isOwn(sign) || /\s|\p{Default_Ignorable_Code_Point}/u.test(sign)) return true;
    let known = this.#others.get(sign);
    if (!known) {
      known = this.#machineHas(sign);
      this.#others.set(sign, known);
    }
    return known;
  }

  /**
   * For a sign that no font has, a box with its number is drawn. A sign that the site's face does not have looks the same
   * with and without the machine's fonts only if they do not have it either.
   */
  async #machineHas(sign: string): Promise<boolean> {
    const drawn = (fallback: boolean): Promise<Buffer> => {
      const families = fallback ? this.#families.headline : this.#families.headline.split(',')[0];
      const text = `<span font="${families} 24" fallback="${fallback}">${escapeMarkup(sign)}</span>`;
      return sharp({ text: { text, dpi: 72, rgba: true } })
        .raw()
        .toBuffer();
    };
    try {
      return !(await drawn(true)).equals(await drawn(false));
    } catch {
      // There is nothing to be drawn of it.
      return false;
    }
  }
}

/** Text on one line, without what cannot be set as it stands: controls, halves of signs. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
    .trim();
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for Pango's markup. The one place where that format is escaped. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
