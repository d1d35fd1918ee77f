import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Storyline } from '../../newsroom/model/storyline.ts';
import { slugify } from '../../newsroom/model/slug.ts';
import { collectionPath } from '../addresses/routes.ts';
import { searchHref } from '../addresses/search.ts';
import { mapOfPlaces, type MapDrawing } from '../map/draw.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';
import type { Shown } from '../shell/package/package.ts';

/** What the newest page of a storyline shows beside its text and its stories. */
export interface StorylineParts {
  status: Storyline['status'];
  /** How many stories its pages list. */
  count: number;
  /** The instant of its first story. */
  since: string;
  translations: FoldedStories['translations'];
  /** Its explainers, then its analyses, the newest of each first. */
  background: Story[];
  /** Its first story, where that is on an older page. */
  first?: Story;
  topics: Collection[];
  /** What is to come, the latest date first. */
  ahead: Storyline['ahead'];
  people: (Storyline['people'][number] & { /** Leads to what the site has about them. */ href: string })[];
  /** The places of its stories. */
  map?: MapDrawing;
}

const most = { background: 5, topics: 12, places: 12 };
/** The fewest stories of a timeline without those in the background. If there are fewer, all stories stay in the timeline. */
const leastInTimeline = 3;

/**
 * The parts of a public storyline's newest page. The last argument has the stories on it, newest first. A story in the
 * background is not in the timeline.
 */
export function storylineParts(
  edition: Edition,
  shown: Shown,
  line: Storyline,
  { stories, translations }: FoldedStories,
): StorylineParts {
  const { slug, status, topics, ahead, people } = line;
  const map = mapOfPlaces(edition.placesOfStoryline(slug, most.places));
  const [latest] = stories;
  const [first] = edition.fromOldest('storyline', slug, 0, 1);
  const explaining = edition
    .background('storyline', slug, 3 * most.background)
    // Of a story in several languages only the original is listed; and the newest story is at the top of the page.
    .filter((story) => story.address !== latest?.address && !story.translates(edition))
    .slice(0, most.background);
  const isAmong = (some: readonly Story[], { address }: Story): boolean =>
    some.some((story) => story.address === address);
  const events = stories.filter((story) => !isAmong(explaining, story));
  const background =
    events.length < leastInTimeline ? explaining.filter((story) => !isAmong(stories, story)) : explaining;
  shown.reserve(background);
  const isElsewhere = first !== undefined && !isAmong([...stories, ...background], first);
  return {
    status,
    count: edition.storyCount('storyline', slug),
    since: first?.published ?? '',
    translations,
    background,
    ...(isElsewhere && { first }),
    topics: topics.slice(0, most.topics).flatMap((topic) => edition.collection('topic', topic) ?? []),
    ahead,
    people: people.map((each) => ({ ...each, href: personHref(edition, each.name) })),
    ...(map && { map }),
  };
}

/** The page of a person who writes here; for other people, a search for the name. */
function personHref(edition: Edition, name: string): string {
  const slug = slugify(name);
  if (edition.collectionTitle('person', slug) !== undefined) return collectionPath('person', slug);
  return searchHref({ query: `"${name.replaceAll('"', ' ')}"`, order: 'date', page: 1 });
}
