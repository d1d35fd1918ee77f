import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { ListKind } from '../../newsroom/model/collection.ts';
import { layoutDataOf, mastheadOf, teaser } from '../shell/layout-data.ts';
import type { Package, View } from '../views.ts';

/** Stories that compete for the top of the front page when the editor has pinned none. */
const newestLooked = 60;

/**
 * The front page: pinned stories first, then the newest; no story stands twice. Below, a package for each section.
 * Its day is that of its newest story, so the same content gives the same page on any day.
 */
export function frontView(edition: Edition): View {
  const layout = layoutDataOf(edition);
  // Of a story in several languages the original stands for all; the others are a step away.
  const newestOf = (kind: ListKind, slug: string, size: number): Story[] =>
    edition.newest(kind, slug, size).filter((story) => !story.translates(edition));
  const newest = newestOf('all', '', newestLooked);
  const pinned = edition.site.front.flatMap((address) => edition.story(address) ?? []);
  const used = new Set<string>();
  const take = (stories: Story[], size: number): Story[] => {
    const taken: Story[] = [];
    for (const story of stories) {
      if (taken.length === size) break;
      if (used.has(story.address)) continue;
      used.add(story.address);
      taken.push(story);
    }
    return taken;
  };
  const [lead] = take([...pinned, ...newest], 1);
  const [latest] = newest;
  if (!lead || !latest) return { page: 'empty', path: '/', layout };

  const kin = [...pinned.slice(1), ...newest].filter(
    (story) => sameLine(lead, story) || story.topics[0] === lead.topics[0],
  );
  const subs = take(kin, 4);
  const pictured = newest.filter(({ picture, topics }) => picture !== undefined && topics[0] !== lead.topics[0]);
  const second = take([...pictured, ...newest], 1);
  // One of each section first, so that the top of the page shows the breadth of the day.
  const firsts = layout.sections.flatMap(({ slug }) =>
    newestOf('topic', slug, 6)
      .filter(({ address }) => !used.has(address))
      .slice(0, 1),
  );
  const third = take([...pinned, ...firsts, ...newest], 5);

  const packages: Package[] = [];
  for (const section of layout.sections) {
    // A story in topics of several sections belongs to that of its first topic.
    const own = newestOf('topic', section.slug, 24).filter(({ topics: [first = ''] }) => {
      return (edition.topicsAbove(first)[0]?.slug ?? first) === section.slug;
    });
    const stories = take(own, 4);
    if (stories.length > 0) packages.push({ section, stories: stories.map((story) => teaser(edition, story)) });
  }
  const teasers = (stories: Story[]): ReturnType<typeof teaser>[] => stories.map((story) => teaser(edition, story));
  return {
    page: 'front',
    path: '/',
    layout,
    day: latest.published.slice(0, 10),
    lead: teaser(edition, lead),
    subs: teasers(subs),
    second: teasers(second),
    third: teasers(third),
    packages,
    masthead: mastheadOf(edition),
  };
}

function sameLine(a: Story, b: Story): boolean {
  return a.storyline !== undefined && a.storyline === b.storyline;
}
