import type { Title } from './title.ts';

/** Where a topic is in the tree, and which title its file gives it to. */
export interface TopicPlace {
  slug: string;
  parent?: string | undefined;
  owner?: string | undefined;
}

type CarryingTitle = Pick<Title, 'slug' | 'carries'>;

/** Whether a title carries all stories. */
export function carriesEverything({ carries }: Pick<Title, 'carries'>): boolean {
  return carries === undefined;
}

/** The topics that a title names, sections among them. */
function namedTopics({ carries }: Pick<Title, 'carries'>): ReadonlySet<string> {
  return new Set([...(carries?.sections ?? []), ...(carries?.topics ?? [])]);
}

/**
 * Whether a title has only stories in other languages than that of the newsroom. Its page of a topic is another one than that of a title
 * with all stories, so neither stands for the other. `usual`: the language of articles that name none.
 */
export function isForOtherLanguages({ carries }: Pick<Title, 'carries'>, usual: string): boolean {
  const languages = carries?.languages ?? [];
  const has = (tag: string): boolean => `${usual}-`.toLowerCase().startsWith(`${tag}-`.toLowerCase());
  return languages.length > 0 && !languages.some(has);
}

/**
 * The title that owns each topic, by their slugs: the one that the topic's file names, if that has a page of it; else the first one that
 * names the topic itself, or else the one above it; else the first one that carries everything; else a title for other languages that
 * names it. `titles` are in their order, and `usual` is the language of articles that name none. A topic without an owner is not there.
 */
export function ownersOfTopics(
  topics: readonly TopicPlace[],
  titles: readonly CarryingTitle[],
  usual: string,
): ReadonlyMap<string, string> {
  const places = new Map(topics.map((topic) => [topic.slug, topic]));
  const [others, main] = [true, false].map((forOthers) =>
    titles.filter((title) => isForOtherLanguages(title, usual) === forOthers),
  );
  const [byMain, byOthers] = [namersOf(main ?? []), namersOf(others ?? [])];
  const general = titles.find(carriesEverything)?.slug;
  const owners = new Map<string, string>();
  for (const { slug, owner } of topics) {
    const above = withTopicsAbove(slug, places);
    const stated = titles.find((title) => title.slug === owner && hasPageOf(title, above))?.slug;
    const named = (namers: ReadonlyMap<string, string>): string | undefined =>
      above.flatMap((each) => namers.get(each) ?? [])[0];
    const found = stated ?? named(byMain) ?? general ?? named(byOthers);
    if (found !== undefined) owners.set(slug, found);
  }
  return owners;
}

/** The first title that names each topic. */
function namersOf(titles: readonly CarryingTitle[]): ReadonlyMap<string, string> {
  const namers = new Map<string, string>();
  for (const title of titles)
    for (const topic of namedTopics(title)) if (!namers.has(topic)) namers.set(topic, title.slug);
  return namers;
}

/** Whether a title names any of some topics, or names none at all and so has all. */
function hasPageOf(title: CarryingTitle, topics: readonly string[]): boolean {
  const named = namedTopics(title);
  return named.size === 0 || topics.some((topic) => named.has(topic));
}

/** The topics of which a title has pages: those that it names and those below them; all, if it names none; and those without another owner. */
export function topicsOf(
  title: CarryingTitle,
  topics: readonly TopicPlace[],
  owners: ReadonlyMap<string, string>,
): string[] {
  const places = new Map(topics.map((topic) => [topic.slug, topic]));
  return topics
    .map(({ slug }) => slug)
    .filter(
      (slug) => [undefined, title.slug].includes(owners.get(slug)) || hasPageOf(title, withTopicsAbove(slug, places)),
    );
}

/** A topic and those above it, the nearest first; a cycle ends where it began. */
function withTopicsAbove(slug: string, places: ReadonlyMap<string, TopicPlace>): string[] {
  const found: string[] = [];
  for (
    let next: string | undefined = slug;
    next !== undefined && !found.includes(next);
    next = places.get(next)?.parent
  )
    found.push(next);
  return found;
}
