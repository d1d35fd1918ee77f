import type { Edition } from '../../../newsroom/edition/edition.ts';
import type { Picture, Story } from '../../../newsroom/edition/public.ts';
import type { ArticleType } from '../../../newsroom/model/article.ts';
import type { Accent } from '../../../newsroom/model/collection.ts';
import type { Layout, Weight } from '../../../newsroom/model/front.ts';
import { isOtherLanguage } from '../../words/language.ts';
import { accentOf, type FrameLink } from '../layout-data.ts';

/** A story on a front, with the colour of its section. */
export interface Teaser {
  story: Story;
  accent: Accent;
  /** Set where its picture is shown: on one page each picture is shown once. */
  pictured?: true;
  /** Who wrote it, where that is said above the headline. */
  authors?: string[];
  /** A picture of the first author. */
  portrait?: Picture;
}

/** Stories on a front that belong together, in one shape. */
export interface Package {
  /** The `id` of its title on the page. */
  id: string;
  title: string;
  accent: Accent;
  /** The page that its title leads to. */
  href: string;
  /** What is below it: the topics of a section. */
  links: FrameLink[];
  /** Set where the title is that of a type of work, which is one of the words. */
  type?: ArticleType;
  layout: Layout;
  weight: Weight;
  stories: Teaser[];
}

/** The stories and pictures that a page has shown already. */
export class Shown {
  readonly #edition: Edition;
  readonly #addresses = new Set<string>();
  readonly #pictures = new Set<string>();
  /** Addresses of stories that only one part of the page may show. */
  readonly #reserved = new Set<string>();

  constructor(edition: Edition, reserved: readonly Story[] = []) {
    this.#edition = edition;
    this.reserve(reserved);
  }

  reserve(stories: readonly Pick<Story, 'address'>[]): void {
    for (const { address } of stories) this.#reserved.add(address);
  }

  release({ address }: Story): void {
    this.#reserved.delete(address);
  }

  /** The stories that no part of the page shows, and that are not reserved. */
  free(stories: readonly Story[]): Story[] {
    return stories.filter((story) => !this.#addresses.has(story.address) && !this.#reserved.has(story.address));
  }

  hasFreePicture({ picture }: Story): boolean {
    return picture !== undefined && !this.#pictures.has(picture.src);
  }

  /** Shows a story, with its picture if `pictured` and if the picture is free. */
  show(story: Story, pictured = false): Teaser {
    this.#addresses.add(story.address);
    const accent = accentOf(this.#edition, story.topics[0]);
    if (!pictured || story.picture === undefined || !this.hasFreePicture(story)) return { story, accent };
    this.#pictures.add(story.picture.src);
    return { story, accent, pictured: true };
  }

  /** Shows a story with the names of its authors, and with a portrait if that is free. */
  showByAuthor(story: Story): Teaser {
    const found = this.#edition.lookup(story.address);
    const byline = found.state === 'public' ? found.story.parts.byline : [];
    const [slug] = byline.map((author) => author.slug);
    const portrait = slug === undefined ? undefined : this.#edition.person(slug)?.picture;
    const isFree = portrait !== undefined && !this.#pictures.has(portrait.src);
    if (isFree) this.#pictures.add(portrait.src);
    const authors = byline.map(({ name }) => name);
    return { ...this.show(story), ...(authors.length > 0 && { authors }), ...(isFree && { portrait }) };
  }
}

/** Types of work that do not report what has happened, so that only an editor puts them at the top. */
const neverOnTop: ReadonlySet<ArticleType> = new Set<ArticleType>(['opinion', 'press-release', 'sponsored']);

/** One step of urgency counts as much as six hours, and so does a picture. */
const step = 6 * 3_600_000;
/** The urgency of a story that states none. */
const usual = 5;

/** The time of a story, later the more it matters. Milliseconds. */
function prominence({ published, urgency = usual, picture }: Story): number {
  return Date.parse(published) + step * (usual - urgency + (picture ? 1 : 0));
}

/** The stories that report something, the most prominent first. */
export function byProminence(edition: Edition, stories: readonly Story[]): Story[] {
  const isForeign = ({ lang }: Story): boolean => isOtherLanguage(lang, edition.site.language);
  const sorted = stories.filter(({ type }) => !neverOnTop.has(type)).toSorted((a, b) => prominence(b) - prominence(a));
  // Stories that readers of the site cannot read come last.
  return [...sorted.filter((story) => !isForeign(story)), ...sorted.filter(isForeign)];
}

/** The stories, each in one language: that of the site or else that of its original. Its page links to the others. */
export function inOneLanguage(edition: Edition, stories: readonly Story[]): Story[] {
  return edition.foldTranslations('all', '', stories).stories;
}

/** How many stories a package has, by its weight and its layout. */
const sizes: Readonly<Record<Weight, Readonly<Record<Layout, number>>>> = {
  whole: { feature: 5, row: 3, text: 3, list: 6, band: 4 },
  half: { feature: 4, row: 2, text: 4, list: 3, band: 4 },
  column: { feature: 3, row: 1, text: 3, list: 3, band: 4 },
};

/** What a package is made of, before its shape is known. */
export interface PackagePlan extends Pick<Package, 'id' | 'title' | 'accent' | 'href' | 'links' | 'type' | 'weight'> {
  layout?: Layout | undefined;
  /** The most stories that it has; by its weight and layout if it is missing. */
  size?: number | undefined;
  /** Stories that come first. */
  pinned: readonly Story[];
  /** Other stories, the best first. */
  others: readonly Story[];
}

/**
 * Makes a package, and shows its stories. Without a layout, its stories decide on one, other than `neighbours` if possible.
 * `undefined` where there is no story.
 */
export function makePackage(
  shown: Shown,
  plan: PackagePlan,
  neighbours: readonly (Layout | undefined)[],
): Package | undefined {
  const { layout: wanted, size, pinned, others, ...rest } = plan;
  const stories = [...pinned, ...shown.free(others)];
  if (stories.length === 0) return undefined;
  const layout = wanted ?? layoutFor(shown, stories, plan.weight, neighbours);
  const weight = layout === 'band' ? 'whole' : plan.weight;
  const chosen = choose(shown, stories, pinned.length, layout, size ?? sizes[weight][layout]);
  return {
    ...rest,
    layout,
    weight,
    stories: chosen.map((story, index) =>
      isByAuthor({ layout, type: plan.type })
        ? shown.showByAuthor(story)
        : shown.show(story, isPictured(layout, index)),
    ),
  };
}

/** Whether a package shows who wrote its stories in place of what they are about. */
function isByAuthor({ layout, type }: Pick<Package, 'layout' | 'type'>): boolean {
  return layout === 'band' && type === 'opinion';
}

function isPictured(layout: Layout, index: number): boolean {
  switch (layout) {
    case 'feature':
      return index === 0;
    case 'row':
    case 'list':
    case 'band':
      return true;
    case 'text':
      return false;
  }
}

/** Below a package of one of these layouts, the next one is tried first. */
const cycle: readonly Layout[] = ['feature', 'row', 'text', 'list'];

function layoutFor(
  shown: Shown,
  stories: readonly Story[],
  weight: Weight,
  neighbours: readonly (Layout | undefined)[],
): Layout {
  const near = stories.slice(0, 8);
  const pictures = near.filter((story) => shown.hasFreePicture(story)).length;
  const fits = (layout: Layout): boolean => {
    switch (layout) {
      case 'feature':
        return pictures > 0;
      case 'row':
        return weight === 'whole' && stories.length >= 3 && pictures >= 3;
      case 'text':
        return true;
      case 'list':
        return stories.length >= 2;
      case 'band':
        return false;
    }
  };
  const from = cycle.indexOf(neighbours[0] ?? 'list') + 1;
  const order = [...cycle.slice(from), ...cycle.slice(0, from)];
  const free = order.filter((layout) => !neighbours.includes(layout));
  return free.find(fits) ?? order.find(fits) ?? 'text';
}

/** The stories of a package: those that are pinned, then the first others; where pictures are shown, one with a picture leads. */
function choose(shown: Shown, stories: readonly Story[], pinned: number, layout: Layout, size: number): Story[] {
  if (layout === 'row') {
    // Side by side, stories have one form: all with pictures if there are enough of these.
    const sources = new Set<string>();
    const own = stories.filter((story, index) => {
      const isNew = shown.hasFreePicture(story) && !sources.has(story.picture?.src ?? '');
      sources.add(story.picture?.src ?? '');
      return isNew || index < pinned;
    });
    return own.length >= size ? own.slice(0, size) : stories.slice(0, size);
  }
  if (layout === 'text' || pinned > 0) return stories.slice(0, size);
  const first = stories.slice(0, 4).find((story) => shown.hasFreePicture(story)) ?? stories[0];
  return first ? [first, ...stories.filter((story) => story !== first)].slice(0, size) : [];
}

/** Packages that are beside each other: one, two halves, or up to three columns. */
export function besideEachOther<T extends { weight: Weight }>(packages: readonly T[]): T[][] {
  const most: Readonly<Record<Weight, number>> = { whole: 1, half: 2, column: 3 };
  const rows: T[][] = [];
  for (const each of packages) {
    const row = rows.at(-1);
    if (row?.[0]?.weight === each.weight && row.length < most[each.weight]) row.push(each);
    else rows.push([each]);
  }
  return rows;
}
