import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { CollectionKind } from '../../newsroom/model/collection.ts';

/** Queries that find something in this newsroom, by what they explain. Missing where the newsroom has nothing for one. */
export interface SearchExamples {
  words?: string;
  phrase?: string;
  without?: string;
  topic?: string;
  person?: string;
  place?: string;
  agency?: string;
  storyline?: string;
  type?: string;
  after?: string;
}

/** How many of the oldest stories may give the words of the examples. */
const mostStories = 20;

/**
 * Examples from what the newsroom has published. They are of the oldest stories and of the largest collections, so that
 * they do not change with every story.
 */
export function searchExamples(edition: Edition): SearchExamples {
  const [first, second] = headlineWords(edition);
  const [large, small] = edition
    .topicsUnder(undefined)
    .map(({ slug }) => ({ slug, count: edition.count('topic', slug) }))
    .toSorted((a, b) => b.count - a.count);
  const largest = (kind: CollectionKind): string | undefined =>
    edition.collectionCounts(kind).toSorted((a, b) => b.count - a.count)[0]?.slug;
  const [person, place, agency] = [largest('person'), largest('place'), largest('agency')];
  const storyline = largest('storyline');
  const oldest = edition.fromOldest('all', '', 0, mostStories);
  const { type } = oldest.find((story) => story.type !== 'news') ?? oldest[0] ?? {};
  const [newest] = edition.newest('all', '', 1);
  return {
    ...(first !== undefined && { words: first.toLowerCase() }),
    ...(first !== undefined && second !== undefined && { phrase: `"${first.toLowerCase()} ${second.toLowerCase()}"` }),
    // In the larger topic is a story that is not in the smaller one.
    ...(large && small && large.count > small.count && { without: `topic:${large.slug} -topic:${small.slug}` }),
    ...(large && large.count > 0 && { topic: `topic:${large.slug}` }),
    ...(person !== undefined && { person: `person:${person}` }),
    ...(place !== undefined && { place: `place:${place}` }),
    ...(agency !== undefined && { agency: `agency:${agency}` }),
    ...(storyline !== undefined && { storyline: `storyline:${storyline}` }),
    ...(type !== undefined && { type: `type:${type}` }),
    ...(newest && { after: `after:${newest.published.slice(0, 4)}` }),
  };
}

/** Two long words that follow each other in a headline of the site's language; else one; else none. */
function headlineWords(edition: Edition): string[] {
  const stories = edition.fromOldest('all', '', 0, mostStories).filter(({ lang }) => lang === edition.site.language);
  const pairs = stories.flatMap(({ headline }) => [...headline.matchAll(/(?<!\S)(\p{L}{4,}) (\p{L}{4,})(?!\S)/gu)]);
  const [, first, second] = pairs[0] ?? [];
  if (first !== undefined && second !== undefined) return [first, second];
  const [word] = stories.flatMap(({ headline }: Story) => /\p{L}{4,}/u.exec(headline) ?? []);
  return word === undefined ? [] : [word];
}
