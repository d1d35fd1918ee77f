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
  return carries === undefined || Object.values(carries).every((names) => names.length === 0);
}

/** The topics that a title names, sections among them. */
function namedTopics({ carries }: Pick<Title, 'carries'>): ReadonlySet<string> {
  return new Set([...(carries?.sections ?? []), ...(carries?.topics ?? [])]);
}

/**
 * The title that owns each topic, by their slugs: the one that the topic's file names; else the first one that names the topic itself,
 * or else the one above it; else the first one that carries everything. `titles` are in their order. A topic without an owner is
 * not there.
 */
export function ownersOfTopics(
  topics: readonly TopicPlace[],
  titles: readonly CarryingTitle[],
): ReadonlyMap<string, string> {
  const places = new Map(topics.map((topic) => [topic.slug, topic]));
  const namers = new Map<string, string>();
  for (const title of titles)
    for (const topic of namedTopics(title)) if (!namers.has(topic)) namers.set(topic, title.slug);
  const general = titles.find(carriesEverything)?.slug;
  const owners = new Map<string, string>();
  for (const { slug, owner } of topics) {
    const stated = titles.find((title) => title.slug === owner)?.slug;
    const namer = withTopicsAbove(slug, places).flatMap((each) => namers.get(each) ?? [])[0];
    const found = stated ?? namer ?? general;
    if (found !== undefined) owners.set(slug, found);
  }
  return owners;
}

/** The topics of which a title has pages: those that it names and those below them; all, if it names none; and those without another owner. */
export function topicsOf(
  title: CarryingTitle,
  topics: readonly TopicPlace[],
  owners: ReadonlyMap<string, string>,
): string[] {
  const places = new Map(topics.map((topic) => [topic.slug, topic]));
  const named = namedTopics(title);
  return topics
    .map(({ slug }) => slug)
    .filter(
      (slug) =>
        named.size === 0 ||
        [undefined, title.slug].includes(owners.get(slug)) ||
        withTopicsAbove(slug, places).some((each) => named.has(each)),
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
