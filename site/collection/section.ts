import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { byProminence, inOneLanguage, Shown, type Teaser } from '../shell/package/package.ts';
import type { TopicParts } from './topic.ts';

/** The front of a section: what its newest page shows above the list. */
export interface SectionParts {
  lead: Teaser;
  /** Stories below the lead. */
  seconds: Teaser[];
  /** Running storylines, each with its newest stories; that with the newest story first. */
  running: {
    slug: string;
    title: string;
    stories: Pick<Story, 'address' | 'headline' | 'lang' | 'state' | 'published'>[];
  }[];
  /** What to read first. */
  essential: Teaser[];
}

const most = { running: 3, developments: 3 };
/** One of so many of the newest stories leads. */
const candidates = 12;
/** How many stories are below the lead: a row of three if others are left for the list. */
const secondsOf = (stories: number): number => (stories >= 7 ? 3 : Math.min(2, stories - 1));

/** The front of a section. `stories` are those of its newest page. `undefined` if it has none. */
export function sectionParts(
  edition: Edition,
  stories: readonly Story[],
  { running, essential }: TopicParts,
): SectionParts | undefined {
  const shown = new Shown(edition);
  const sorted = byProminence(edition, stories.slice(0, candidates));
  // The first of a few that has a picture.
  const first = sorted.slice(0, 3).find(({ picture }) => picture !== undefined) ?? sorted[0] ?? stories[0];
  if (!first) return undefined;
  const lead = shown.show(first, true);
  const others = shown.free([...new Set([...sorted, ...stories])]);
  // In a row all have pictures, if enough of them do.
  const pictured = others.slice(0, candidates).filter((story) => shown.hasFreePicture(story));
  const size = secondsOf(stories.length);
  const seconds = (stories.length >= 7 && pictured.length >= size ? pictured : others)
    .slice(0, size)
    .map((story) => shown.show(story, stories.length >= 7));
  return {
    lead,
    seconds,
    running: running.slice(0, most.running).map(({ slug, title }) => ({
      slug,
      title,
      stories: inOneLanguage(edition, edition.newest('storyline', slug, 3 * most.developments))
        .slice(0, most.developments)
        .map(({ address, headline, lang, state, published }) => ({ address, headline, lang, state, published })),
    })),
    essential: shown.free(essential).map((story) => shown.show(story, true)),
  };
}

/** The stories of the page's list that are not at its top already. */
export function storiesBelow({ lead, seconds }: SectionParts, stories: readonly Story[]): Story[] {
  const above = new Set([lead, ...seconds].map(({ story }) => story.address));
  return stories.filter(({ address }) => !above.has(address));
}

/** The pictures above the list, which shows none of them again: their paths. */
export function picturesAbove({ lead, seconds, essential }: SectionParts): ReadonlySet<string> {
  return new Set(
    [lead, ...seconds, ...essential].flatMap(({ story: { picture }, pictured }) =>
      pictured && picture ? [picture.src] : [],
    ),
  );
}
