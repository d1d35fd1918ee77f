import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Accent, ListKind } from '../../newsroom/model/collection.ts';
import { accentOf, layoutDataOf, mastheadOf, type Masthead, type Section } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';

export interface FrontView extends PageView {
  page: 'front';
  /** The day of the newest story, as `2026-01-13`. */
  day: string;
  lead: Teaser;
  /** Stories under the lead, on the same subject. */
  subs: Teaser[];
  second: Teaser[];
  third: Teaser[];
  packages: Package[];
  masthead: Masthead;
}

/** A story on the front page, with the colour of its section. */
export interface Teaser {
  story: Story;
  accent: Accent;
}

/** The stories of a section. */
interface Package {
  section: Section;
  stories: Teaser[];
}

/** How many of the newest stories can come to the top of the front page when the editor has pinned none. */
const candidates = 60;

/**
 * The front page: pinned stories first, then the newest. No story appears twice. Below, there is a package for each
 * section. The day on it is that of the newest story, so the same content gives the same page on any day. `undefined`
 * where there is no public story.
 */
export function frontView(edition: Edition): FrontView | undefined {
  const layout = layoutDataOf(edition);
  // Of a story in several languages only the original is listed: its page links to the others.
  const newestOf = (kind: ListKind, slug: string, size: number): Story[] =>
    edition.newest(kind, slug, size).filter((story) => !story.translates(edition));
  const newest = newestOf('all', '', candidates);
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
  if (!lead || !latest) return undefined;

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

  const teasers = (stories: Story[]): Teaser[] =>
    stories.map((story) => ({ story, accent: accentOf(edition, story.topics[0]) }));
  const packages: Package[] = [];
  for (const section of layout.sections) {
    // A story in topics of several sections belongs to that of its first topic.
    const own = newestOf('topic', section.slug, 24).filter(({ topics: [first = ''] }) => {
      return (edition.topicsAbove(first)[0]?.slug ?? first) === section.slug;
    });
    const stories = take(own, 4);
    if (stories.length > 0) packages.push({ section, stories: teasers(stories) });
  }
  return {
    page: 'front',
    path: '/',
    layout,
    day: latest.published.slice(0, 10),
    lead: { story: lead, accent: accentOf(edition, lead.topics[0]) },
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
