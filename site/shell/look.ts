import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import type { Font, FontMetrics } from '../../newsroom/model/font.ts';
import type { Site } from '../../newsroom/model/site.ts';
import { designColours, type ColourPair } from '../../newsroom/model/theme.ts';
import { fontPath } from '../addresses/routes.ts';

/** What a newsroom changes in the design. */
export interface Look {
  /** A style sheet. Its rules win over those of `base.css`, in either order. */
  css: string;
  /** The fonts to fetch before the style sheet is read; those of the design where it is missing. */
  preload?: string[];
  /** The colour of the paper in both schemes, where it is another one. */
  paper?: ColourPair;
}

/** The look of a newsroom: the fonts and colours of its settings, then its `theme.css`. */
export function lookOf(edition: Edition): { theme?: Look } {
  const { accent, palette, fonts } = edition.site;
  const { colours, others } = edition.theme;
  const declarations = Object.entries({ ...palette, ...colours }).map(
    ([name, { light, dark }]) => `--${name}:${light === dark ? light : `light-dark(${light},${dark})`}`,
  );
  if (accent !== undefined) declarations.push(`--accent:var(--${accent})`);
  const reading = faceOf(edition, fonts?.reading, standIns.reading);
  const labels = faceOf(edition, fonts?.labels, standIns.labels);
  const families = {
    ...(reading && { serif: `${reading.families},Georgia,serif` }),
    ...(labels && { sans: `${labels.families},system-ui,sans-serif` }),
    ...others,
  };
  const rest = Object.entries(families).map(([name, value]) => `--${name}:${value}`);
  // Paper is white and ink is black in print, whatever the theme says.
  const css = [reading?.css, labels?.css, wrapped('@media not print', rule(declarations)), rule(rest)].join('');
  if (css === '') return {};
  const { paper } = colours;
  const preload = others.serif === undefined ? reading?.paths.slice(0, 1) : [];
  return {
    theme: {
      css,
      ...(preload && { preload }),
      ...(paper && { paper: { light: paper.light, dark: paper.dark } }),
    },
  };
}

/** The paths of the fonts that the settings name, and that are there, with their files. */
export function fontsOf(edition: Edition): Map<string, Font> {
  const { reading, labels } = edition.site.fonts ?? {};
  const files = [...(reading?.files ?? []), ...(labels?.files ?? [])];
  return new Map(
    files.flatMap(({ file }) => {
      const font = edition.font(file);
      return font ? [[fontPath(font), font]] : [];
    }),
  );
}

type FaceSettings = NonNullable<Site['fonts']>['reading'];

/** Fonts that most systems have. */
interface StandIn {
  names: readonly string[];
  /** The average width of their characters, as in `FontMetrics`. */
  width: number;
}

/** Fonts that replace a font until it has arrived. The letters of all fonts of one entry have the same widths. */
const standIns: { readonly [K in 'reading' | 'labels']: readonly StandIn[] } = {
  reading: [
    { names: ['Georgia'], width: 0.4392 },
    { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], width: 0.4003 },
  ],
  labels: [{ names: ['Arial', 'Liberation Sans', 'Arimo', 'Roboto'], width: 0.442 }],
};

/**
 * The rules of a family, as far as its files are there, and of the fonts that stand in for it, with its width and height.
 * Its licence is noted beside them.
 */
function faceOf(
  edition: Edition,
  face: FaceSettings,
  others: readonly StandIn[],
): { families: string; css: string; paths: string[] } | undefined {
  if (!face) return undefined;
  const { family, license } = face;
  const files = face.files.flatMap(({ file, weight, style }) => {
    const font = edition.font(file);
    return font ? [{ path: fontPath(font), metrics: font.metrics, weight, style }] : [];
  });
  if (files.length === 0) return undefined;
  // A font that comes late is not used on the page, because the text would move while somebody reads it.
  const rules = files.map(
    ({ path, weight, style }) =>
      `@font-face{font-family:'${family}';src:url("${path}") format('woff2');${weight === undefined ? '' : `font-weight:${weight};`}${style === undefined ? '' : `font-style:${style};`}font-display:optional}`,
  );
  const note = license.replace(/[^\p{L}\p{N} .,:()©_-]/gu, ' ');
  const metrics = (files.find(({ style }) => style !== 'italic') ?? files[0])?.metrics;
  const similar = metrics ? others.map((other, index) => standInRule(`${family} ${index + 2}`, metrics, other)) : [];
  const families = [family, ...similar.map((_, index) => `${family} ${index + 2}`)];
  return {
    families: families.map((name) => `'${name}'`).join(','),
    css: `/* ${family}: ${note} */${rules.join('')}${similar.join('')}`,
    paths: files.map(({ path }) => path),
  };
}

function standInRule(name: string, { ascent, descent, lineGap, width }: FontMetrics, other: StandIn): string {
  const scale = width / other.width;
  const percent = (value: number): string => `${Number((100 * value).toFixed(2))}%`;
  const sources = other.names.map((each) => `local('${each}')`).join(',');
  return `@font-face{font-family:'${name}';src:${sources};size-adjust:${percent(scale)};ascent-override:${percent(ascent / scale)};descent-override:${percent(descent / scale)};line-gap-override:${percent(lineGap / scale)}}`;
}

/** The colour of an accent on the light paper, as `#rrggbb`: for icons and share images, which have one scheme. */
export function accentColour({ site, theme }: Edition, accent: Accent): string {
  return (theme.colours[accent] ?? site.palette[accent] ?? designColours[accent]).light;
}

/** The paper in both schemes, with what a newsroom changes in the design. */
export function paperOf({ theme }: { theme?: Look }): ColourPair {
  return theme?.paper ?? designColours.paper;
}

/** `:root:root` counts for more than the `:root` of the design, so the order of the style sheets does not matter. */
function rule(declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `:root:root{${declarations.join(';')}}`;
}

function wrapped(condition: string, rules: string): string {
  return rules === '' ? '' : `${condition}{${rules}}`;
}
