import { problem, type Position, type Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { designColours, lowContrasts, type ColourName, type Theme } from '../model/theme.ts';
import type { Title } from '../model/title.ts';
import { textOf, type Store } from '../store/store.ts';

/** Colours that files of the newsroom, or of one title, give to text and to what is behind it. */
interface Look {
  palette: Partial<Site['palette']>;
  /** The file of `palette`. */
  settings: string;
  colours: Theme['colours'];
  /** The file of `colours`. */
  theme: string;
}

/** Whether a file can change a colour. */
export function hasColours(file: string): boolean {
  return file === 'site.yaml' || file === 'theme.css' || file.startsWith('titles/');
}

/** Reports colours of text that the newsroom, or a title, has made too pale to be read. */
export function reportContrast(store: Store): void {
  store.run("DELETE FROM problem WHERE scope = 'cross-file' AND problem LIKE '%\"contrast-low\"%'");
  for (const found of contrastProblems(store))
    store.run("INSERT INTO problem VALUES (?, 'cross-file', ?)", found.file, JSON.stringify(found));
}

function contrastProblems(store: Store): Problem[] {
  const site = store.get("SELECT value FROM entity WHERE kind = 'site'");
  const { palette = {} }: Partial<Site> = site ? JSON.parse(textOf(site, 'value')) : {};
  const colours = themeIn(store, '')?.colours ?? {};
  const shared: Look = { palette, settings: 'site.yaml', colours, theme: 'theme.css' };
  const titles = store
    .all("SELECT value, file FROM entity WHERE kind = 'title' ORDER BY slug")
    .map((row) => ({ title: titleOf(textOf(row, 'value')), file: textOf(row, 'file') }));
  return [
    ...problemsOf(lowContrasts({ ...palette, ...colours }), [shared]),
    ...titles.flatMap(({ title, file }) => {
      const theme = themeIn(store, title.slug);
      const own: Look = {
        palette: title.palette,
        settings: file,
        colours: theme?.colours ?? {},
        theme: `titles/${title.slug}.css`,
      };
      const inherited = theme ? { ...shared, colours: {} } : shared;
      const all = { ...palette, ...title.palette, ...inherited.colours, ...own.colours };
      // What the files of the newsroom make too pale by themselves is a problem of those.
      const low = lowContrasts(all).filter(({ text, ground }) => [text, ground].some((name) => sets(own, name)));
      return problemsOf(low, [own, inherited]);
    }),
  ];
}

function titleOf(json: string): Title {
  return JSON.parse(json);
}

function themeIn(store: Store, slug: string): Theme | undefined {
  const row = store.get("SELECT value FROM entity WHERE kind = 'theme' AND slug = ?", slug);
  return row && JSON.parse(textOf(row, 'value'));
}

function sets({ palette, colours }: Look, name: ColourName): boolean {
  return colours[name] !== undefined || inPalette(palette, name) !== undefined;
}

function inPalette(palette: Look['palette'], name: ColourName): object | undefined {
  return Object.entries(palette).find(([each]) => each === name)?.[1];
}

/** One problem for each colour that is set, however many other colours do not go with it. The first look goes before the second. */
function problemsOf(low: ReturnType<typeof lowContrasts>, looks: readonly [Look, ...Look[]]): Problem[] {
  const [own] = looks;
  const blamed = Map.groupBy(low, ({ text, ground }) => {
    const inThemes = looks.flatMap(({ colours }) => [text, ground].filter((name) => colours[name]));
    return inThemes[0] ?? text;
  });
  return [...blamed].map(([name, pairs]) => {
    const look = looks.find((each) => sets(each, name)) ?? own;
    const { [name]: set } = look.colours;
    const place: Position = set
      ? { file: look.theme, line: set.line, column: set.column }
      : { file: look.settings, field: `palette.${name}` };
    const pairsInWords = pairs.map(
      ({ text, ground, scheme, colours: [ink, behind], ratio }) =>
        `“${text}” (${ink}) on “${ground}” (${behind}) in the ${scheme} scheme ${(Math.floor(ratio * 100) / 100).toFixed(2)}:1`,
    );
    const changes = new Set(
      pairs.map(({ text, scheme }) => ((text === name) === (scheme === 'light') ? 'darker' : 'lighter')),
    );
    const { light, dark } = designColours[name];
    const schemes = new Set(pairs.map(({ scheme }) => scheme));
    return problem('contrast-low', place, {
      message: `“${name}” makes text hard to read. It has these contrasts: ${pairsInWords.join('; ')}.`,
      why: 'Many readers cannot read text with a contrast below 4.5:1.',
      fix:
        schemes.size > 1 || (set && set.light === set.dark)
          ? `Give it a colour for each scheme. Those of the design are ${set ? `\`light-dark(${light}, ${dark})\`` : `\`{ light: "${light}", dark: "${dark}" }\``}.`
          : `Make “${name}” ${[...changes].join(' or ')} in the ${[...schemes].join()} scheme.`,
    });
  });
}
