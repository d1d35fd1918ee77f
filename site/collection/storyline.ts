import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Storyline } from '../../newsroom/model/storyline.ts';
import { mapOfPlaces, type MapDrawing } from '../map/draw.ts';
import type { FoldedStories } from '../../newsroom/edition/translations.ts';

/** What the newest page of a storyline shows beside its text and its stories. */
export interface StorylineParts {
  status: Storyline['status'];
  /** How many stories its pages list. Translations that are listed with their original do not count. */
  count: number;
  /** The instant of its first story. */
  since: string;
  translations: FoldedStories['translations'];
  /** Its explainers, then its analyses, the newest of each first. */
  background: Story[];
  /** Its first story, where that is on an older page. */
  first?: Story;
  topics: Collection[];
  /** What is to come, the farthest first. */
  ahead: Storyline['ahead'];
  people: Storyline['people'];
  /** The places of its stories. */
  map?: MapDrawing;
}

const most = { background: 5, topics: 12, places: 12 };

/** The parts of a public storyline's newest page; `list` are the stories on it, newest first. */
export function storylineParts(
  edition: Edition,
  line: Storyline,
  { stories: shown, translations }: FoldedStories,
): StorylineParts {
  const { slug, status, topics, ahead, people } = line;
  const map = mapOfPlaces(edition.placesOfStoryline(slug, most.places));
  const [latest] = shown;
  const [first] = edition.fromOldest('storyline', slug, 0, 1);
  const background = edition
    .background('storyline', slug, 3 * most.background)
    // Of a story in several languages only the original is listed; and the newest story is at the top of the page.
    .filter((story) => story.address !== latest?.address && !story.translates(edition))
    .slice(0, most.background);
  const isElsewhere =
    first !== undefined && ![...shown, ...background].some(({ address }) => address === first.address);
  return {
    status,
    count: edition.count('storyline', slug) - Object.values(translations).flat().length,
    since: first?.published ?? '',
    translations,
    background,
    ...(isElsewhere && { first }),
    topics: topics.slice(0, most.topics).flatMap((topic) => edition.collection('topic', topic) ?? []),
    ahead,
    people,
    ...(map && { map }),
  };
}
