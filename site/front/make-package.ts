import type { Story } from '../../newsroom/edition/public.ts';
import type { Layout, Weight } from '../../newsroom/model/front.ts';
import type { Package, Shown } from '../shell/package/package.ts';

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
