import type { Edition } from '../../newsroom/edition/edition.ts';
import type { RunningStoryline } from '../../newsroom/edition/entities.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { byProminence, inOneLanguage, type Shown, type Teaser } from '../shell/package/package.ts';
import { datedLink, type DatedLink } from '../shell/dated-link.ts';

/** The front of a topic: what its newest page shows above the list. */
export interface TopicFront {
  lead: Teaser;
  /** Stories below the lead. */
  seconds: Teaser[];
  /** Running storylines, each with its newest stories; the one with the newest story is first. */
  running: {
    slug: string;
    title: string;
    stories: DatedLink[];
  }[];
  /** What to read first. */
  essential: Teaser[];
}

/** The most stories of each running storyline. */
const mostDevelopments = 3;
/** How many of the newest stories can lead. */
const candidates = 12;
/** How many stories are below the lead: a row of three if others are left for the list. */
const secondsOf = (stories: number): number => (stories >= 7 ? 3 : Math.min(2, stories - 1));

/**
 * The front of a topic, without what to read first. `stories` are on its newest page. `undefined` if there are none.
 */
export function topicFront(
  edition: Edition,
  shown: Shown,
  stories: readonly Story[],
  running: readonly RunningStoryline[],
): Omit<TopicFront, 'essential'> | undefined {
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
    running: running.map(({ slug, title }) => {
      const newest = inOneLanguage(edition, edition.newest('storyline', slug, 3 * mostDevelopments));
      const developments = shown.free(newest).slice(0, mostDevelopments);
      shown.reserve(developments);
      return { slug, title, stories: developments.map(datedLink) };
    }),
  };
}

/** The pictures above the list, which shows none of them again: their paths. */
export function picturesAbove({ lead, seconds, essential }: TopicFront): ReadonlySet<string> {
  return new Set(
    [lead, ...seconds, ...essential].flatMap(({ story: { picture }, pictured }) =>
      pictured && picture ? [picture.src] : [],
    ),
  );
}
