import type { Crop } from './renditions.ts';

/** Where a picture is on a page. */
export interface Place {
  /** The shape to which it is cut. Without it the whole picture is shown, and never taller than the screen. */
  crop?: Crop;
  /** The width that it has on the page: the attribute `sizes`. It repeats what the style of the place says. */
  sizes: string;
  /** The smallest and the largest rendition that a screen can need, in pixels. */
  from: number;
  to: number;
}

/**
 * The content of a page: all of a small screen without the margin, or what its margin of 3 % leaves of a larger one. A phone with
 * three pixels for each of CSS gets two: nobody sees the third, and it doubles the bytes.
 */
const across = '(min-width: 534px) 94vw, (min-resolution: 2.5x) calc(67vw - 1.3rem), calc(100vw - 2rem)';
/** The same for a picture that a small screen shows from edge to edge. */
const bleed = '(min-width: 704px) 94vw, (min-resolution: 2.5x) 67vw, 100vw';
const figure = { sizes: `(min-width: 1022px) 960px, ${across}`, from: 480, to: 1600 } as const;

/**
 * All places, with the rules of the design: 16:9 for what leads and for stories side by
 * side in a package, 4:3 for what is beside a lead and in lists, 1:1 for people.
 * At the end of a line on a phone a picture is cut to a square by the style; its `sizes` are those of the whole rendition.
 * Pictures on an article's own page are whole, because their captions may name what is at an edge.
 */
const table = {
  /** The first story of a front: half of a wide page, the whole of a small one. */
  lead: { crop: '16x9', sizes: `(min-width: 1217px) 581px, (min-width: 1024px) 46vw, ${bleed}`, from: 480, to: 1600 },
  /** The same where fewer stories are beside it. */
  leadWide: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 741px, (min-width: 1024px) 60vw, ${bleed}`,
    from: 480,
    to: 1600,
  },
  /** The story beside it: a quarter of a wide page, half of a middle one. */
  second: {
    crop: '4x3',
    sizes: `(min-width: 1217px) 268px, (min-width: 1024px) 21vw, (min-width: 704px) 45vw, ${across}`,
    from: 320,
    to: 1200,
  },
  /** The first story of a running story on a front. */
  running: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 447px, (min-width: 1024px) 36vw, ${across}`,
    from: 480,
    to: 1200,
  },
  /** The large story of a package, beside its headline: four tenths of a wide page, half of a middle one. */
  feature: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 438px, (min-width: 1024px) 35vw, (min-width: 512px) 49vw, ${across}`,
    from: 320,
    to: 1200,
  },
  /** The same in a package of half the width. */
  featureHalf: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 276px, (min-width: 1024px) 23vw, (min-width: 512px) 49vw, ${across}`,
    from: 320,
    to: 1200,
  },
  /** The first one of several stories side by side; on a phone it is above the others. */
  rowFirst: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 357px, (min-width: 750px) 30vw, ${across}`,
    from: 320,
    to: 1200,
  },
  /** The others; on a phone they have a small picture at the end of the line. */
  rowOther: { crop: '16x9', sizes: '(min-width: 1217px) 357px, (min-width: 750px) 30vw, 171px', from: 160, to: 1200 },
  /** One of four stories side by side; on a phone at the end of the line. */
  column: {
    crop: '16x9',
    sizes: '(min-width: 1217px) 258px, (min-width: 1024px) 21vw, (min-width: 750px) 45vw, 171px',
    from: 160,
    to: 1200,
  },
  /** The first story of a section: half of a page that is not small. */
  sectionLead: {
    crop: '16x9',
    sizes: `(min-width: 1217px) 606px, (min-width: 512px) 50vw, ${across}`,
    from: 480,
    to: 1600,
  },
  /** A small picture at the end of a line of a front. */
  thumb: { crop: '4x3', sizes: '(min-width: 512px) 112px, 128px', from: 160, to: 480 },
  /** The first of these; on a phone it is above the others. */
  thumbFirst: { crop: '4x3', sizes: '(min-width: 512px) 112px, calc(100vw - 2rem)', from: 160, to: 1200 },
  /** At the end of a line of a list. */
  row: { crop: '4x3', sizes: '(min-width: 641px) 176px, 118px', from: 160, to: 480 },
  /** The newest story of a storyline: its timeline is beside a narrow column. */
  timeline: {
    crop: '16x9',
    sizes:
      '(min-width: 1217px) 750px, (min-width: 833px) calc(94vw - 402px), (min-width: 534px) calc(94vw - 30px), calc(100vw - 3.9rem)',
    from: 480,
    to: 1600,
  },
  /** At the head of an article. */
  opener: figure,
  /** At the head of an article that it leads: as wide as the content of a page. */
  large: { sizes: `(min-width: 1217px) 1152px, ${across}`, from: 480, to: 2400 },
  /** At the head of a long read: from edge to edge. */
  cover: { crop: '16x9', sizes: '100vw', from: 480, to: 2400 },
  /** In the text of an article. */
  figure,
  /** A story to read next, at the end of an article: a quarter of a wide page, or small at the end of a line. */
  end: {
    crop: '4x3',
    sizes: '(min-width: 1217px) 264px, (min-width: 1025px) calc(23.5vw - 24px), 128px',
    from: 160,
    to: 1200,
  },
  /** In a line of text or in a cell of a table: never wider than the text. */
  line: { sizes: '(min-width: 656px) 624px, calc(100vw - 2rem)', from: 160, to: 1200 },
  /** A person. */
  portrait: { crop: '1x1', sizes: '96px', from: 160, to: 320 },
  /** A person at the head of their own page. */
  profile: { crop: '1x1', sizes: '(min-width: 641px) 160px, 96px', from: 160, to: 480 },
  /** One of the small pictures of a gallery. */
  gallery: { crop: '4x3', sizes: '(min-width: 534px) 200px, calc(50vw - 1.25rem)', from: 160, to: 480 },
  /** A picture of a gallery, as large as the screen. */
  enlargement: { sizes: '100vw', from: 800, to: 2400 },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof table;

export const places: Readonly<Record<PlaceName, Place>> = table;
