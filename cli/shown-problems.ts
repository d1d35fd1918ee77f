import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maxPixels, sharp } from '../formats/sharp.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { Story } from '../newsroom/edition/public.ts';
import { readYaml } from '../newsroom/intake/front-matter.ts';
import { problem, type Position, type Problem } from '../newsroom/model/problem.ts';
import { contrast, designColours } from '../newsroom/model/theme.ts';
import { candidates, identityOf, type Slot } from '../site/front/packages.ts';
import { frontView, storiesOnFront, type FrontView } from '../site/front/view.ts';

// What is wrong only with what readers see: the content itself has no fault.

/** Packages that an editor has put on the front page and that are not there, with the parts of the page that have their stories. `title`: whose front page it is. */
export function emptyPackages(edition: Edition, content: string, title: string | undefined): Problem[] {
  const { packages = [] } = edition.front;
  const view = packages.length === 0 ? undefined : frontView(edition);
  if (!view) return [];
  const shown = new Set(view.rows.flat().map(({ id }) => id));
  return packages.flatMap((slot) => {
    const { kind, name, id } = identityOf(slot);
    if (shown.has(id)) return [];
    const parts = partsWith(view, storiesOf(edition, slot));
    const message = `The package of the ${kind} “${name}” is not on the front page.`;
    const position =
      positionInTitle(content, title, 'front', ({ front }) => ['front', ...pathOfPackage(front, kind, name)]) ??
      positionIn(content, 'front.yaml', (data) => pathOfPackage(data, kind, name));
    return problem(
      'content-left-out',
      position,
      parts.length === 0
        ? {
            message,
            why: 'It has no public story.',
            fix: 'Publish a story in it, or take the package out.',
          }
        : {
            message,
            why: `Other parts of the page show its stories: ${parts.join(', ')}. A story is on the page once.`,
            fix: 'Pin a story in the package: `pinned: [/2026/01/10/slug]`. Or publish one more in it, or take the package out.',
          },
    );
  });
}

function storiesOf(edition: Edition, { topic, storyline, type }: Slot): Story[] {
  if (topic !== undefined) return edition.newest('topic', topic, candidates);
  if (storyline !== undefined) return edition.newest('storyline', storyline, candidates);
  return type === undefined ? [] : edition.newestOfType(type, candidates);
}

/** The parts of the front page that show some of the stories, by the names of their slots. */
function partsWith(view: FrontView, stories: readonly Story[]): string[] {
  const addresses = new Set(stories.map(({ address }) => address));
  const parts: [string, Partial<FrontView>][] = [
    ['lead', { lead: view.lead, subs: view.subs }],
    ['seconds', { seconds: view.seconds }],
    ['running', view.running ? { running: view.running } : {}],
    ['the latest stories', { latest: view.latest }],
    ['another package', { rows: view.rows }],
  ];
  const none = { subs: [], seconds: [], latest: [], rows: [] };
  return parts.flatMap(([name, part]) =>
    storiesOnFront({ ...none, ...part }).some(({ story }) => addresses.has(story.address)) ? [name] : [],
  );
}

function pathOfPackage(front: unknown, kind: string, name: string): PropertyKey[] {
  const packages = typeof front === 'object' && front !== null && 'packages' in front ? front.packages : undefined;
  const index = Array.isArray(packages)
    ? packages.findIndex(
        (each: unknown) =>
          typeof each === 'object' &&
          each !== null &&
          Object.entries(each).some(([key, value]) => key === kind && value === name),
      )
    : -1;
  return index < 0 ? ['packages'] : ['packages', index];
}

type PathIn = (data: Record<string, unknown>) => PropertyKey[];

function positionIn(content: string, file: string, pathIn: PathIn): Position {
  const matter = matterIn(content, file);
  if (!matter) return { file };
  const field = pathIn(matter.data);
  return { file, field: field.join('.'), ...matter.positionOf(field) };
}

/** The same in the file of a title, if that says a field itself. */
function positionInTitle(
  content: string,
  title: string | undefined,
  field: string,
  pathIn: PathIn,
): Position | undefined {
  const file = `titles/${title}.yaml`;
  const matter = title === undefined ? undefined : matterIn(content, file);
  return matter && field in matter.data ? positionIn(content, file, pathIn) : undefined;
}

function matterIn(content: string, file: string): Exclude<ReturnType<typeof readYaml>, Problem[]> | undefined {
  const path = join(content, file);
  const matter = existsSync(path) ? readYaml(file, readFileSync(path, 'utf8')) : [];
  return Array.isArray(matter) ? undefined : matter;
}

/** What of a logo is seen where: the file under the content folder, and the colour of the paper. */
export interface LogoOnPaper {
  src: string;
  scheme: 'light' | 'dark';
  /** `#rrggbb` */
  paper: string;
}

/** The logo as each scheme shows it. */
export function logosOnPaper({ site: { logo }, theme }: Edition): LogoOnPaper[] {
  const { light, dark } = theme.colours.paper ?? designColours.paper;
  return logo
    ? [
        { src: logo.light, scheme: 'light', paper: light },
        { src: logo.dark ?? logo.light, scheme: 'dark', paper: dark },
      ]
    : [];
}

/** From this contrast on a shape can be made out (WCAG 2.2, 1.4.11). */
const leastOfShapes = 3;
/** A logo with more opaque pixels than this is a plate, which brings its own ground. */
const plate = 0.9;

/** Logos whose pixels are most of them too near to the colour of the paper. `title`: whose logos they are. */
export async function paleLogos(
  content: string,
  logos: readonly LogoOnPaper[],
  title: string | undefined,
): Promise<Problem[]> {
  const found = await Promise.all(
    logos.map(async ({ src, scheme, paper }) => {
      if (!(await isLostOn(join(content, 'images', src), paper))) return [];
      const position =
        positionInTitle(content, title, 'logo', () => ['logo']) ?? positionIn(content, 'site.yaml', () => ['logo']);
      const other = scheme === 'dark' ? `{ light: ${src}, dark: … }` : '{ light: …, dark: … }';
      return [
        problem('picture-unsuitable', position, {
          message: `Readers with the ${scheme} scheme can hardly see the logo images/${src}.`,
          why: `Most of it has less contrast than ${leastOfShapes}:1 with the colour of the paper there, ${paper}.`,
          fix: `Write a logo for each scheme: \`logo: ${other}\`.`,
        }),
      ];
    }),
  );
  return found.flat();
}

async function isLostOn(path: string, paper: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const bytes = readFileSync(path);
  // A drawing may have other colours in the dark.
  if (bytes.includes('prefers-color-scheme')) return false;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels })
      .resize({ width: 240, height: 240, fit: 'inside' })
      .ensureAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    let [opaque, lost] = [0, 0];
    for (let at = 0; at + 3 < data.length; at += 4) {
      if ((data[at + 3] ?? 0) < 128) continue;
      opaque += 1;
      if (contrast(`#${data.toString('hex', at, at + 3)}`, paper) < leastOfShapes) lost += 1;
    }
    return opaque < plate * info.width * info.height && lost > opaque / 2;
  } catch {
    // Another check reports a picture that cannot be decoded.
    return false;
  }
}
