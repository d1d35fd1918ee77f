/** The colours of the design by their custom properties in `site/shell/base.css`: on light paper and in the dark. */
export const designColours = {
  paper: { light: '#fffefb', dark: '#131312' },
  ink: { light: '#171715', dark: '#ebe8e1' },
  soft: { light: '#5d5a53', dark: '#a8a399' },
  hair: { light: '#d9d5cb', dark: '#34322e' },
  wash: { light: '#f5f2ea', dark: '#1c1b19' },
  red: { light: '#9b1c1c', dark: '#f08b80' },
  teal: { light: '#0c6170', dark: '#6cc7d6' },
  blue: { light: '#2c3e9e', dark: '#9db0ff' },
  amber: { light: '#8a4b00', dark: '#f0b35a' },
  green: { light: '#1d6b3c', dark: '#74cf97' },
  violet: { light: '#63309a', dark: '#c7a1f5' },
} as const satisfies Record<string, ColourPair>;

/** A colour for each scheme, as `#rrggbb`. */
export interface ColourPair {
  light: string;
  dark: string;
}

export type ColourName = keyof typeof designColours;
/** Custom properties that hold colours. */
export const colourNames: readonly ColourName[] = Object.keys(designColours).filter(isColourName);

function isColourName(name: string): name is ColourName {
  return Object.hasOwn(designColours, name);
}

/** A colour of three or six hexadecimal digits as `#rrggbb`. */
export function sixDigits(colour: string): string {
  return (colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour).toLowerCase();
}

/** Custom properties that hold families of fonts. */
export const fontNames = ['serif', 'sans'] as const;
/** Custom properties that hold sizes of text, from the smallest. */
export const sizeNames = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const;
type OtherName = (typeof fontNames)[number] | (typeof sizeNames)[number];

/** What `theme.css` sets. */
export interface Theme {
  colours: { [name in ColourName]?: ColourPair & { line: number; column: number } };
  /** Values as CSS. */
  others: { [name in OtherName]?: string };
}

/** The colours of text, and those behind it. */
const textColours: readonly ColourName[] = ['ink', 'soft', 'red', 'teal', 'blue', 'amber', 'green', 'violet'];
const grounds: readonly ColourName[] = ['paper', 'wash'];

/** WCAG 2.2, 1.4.3: text can be read from this contrast on. */
const leastContrast = 4.5;

/** A colour of text that is too near to the one behind it. */
export interface LowContrast {
  text: ColourName;
  ground: ColourName;
  scheme: 'light' | 'dark';
  /** `#rrggbb` */
  colours: [text: string, ground: string];
  /** From 1 to 21. */
  ratio: number;
}

/** The pairs of text and ground that nobody can read well, with these colours in place of those of the design. */
export function lowContrasts(own: { readonly [name in ColourName]?: ColourPair }): LowContrast[] {
  const all: Record<ColourName, ColourPair> = { ...designColours, ...own };
  return textColours.flatMap((text) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const).flatMap((scheme) => {
        const colours: LowContrast['colours'] = [all[text][scheme], all[ground][scheme]];
        const ratio = contrast(...colours);
        return ratio < leastContrast ? [{ text, ground, scheme, colours, ratio }] : [];
      }),
    ),
  );
}

/** The contrast of two colours in `#rrggbb`, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
