import type { Person } from '../model/person.ts';
import { localDay } from '../model/local-day.ts';
import { dayAfter } from '../model/period.ts';
import { compareText } from '../model/problem.ts';
import type { Storyline } from '../model/storyline.ts';
import { compareIn } from '../model/text.ts';
import type { Topic } from '../model/topic.ts';
import { textOf } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import {
  collectionOf,
  entityOf,
  isCollection,
  placeInDateline,
  placeNamed,
  type Collection,
  type NamedPlace,
} from './collections.ts';
import type { EditionContext } from './context.ts';
import { publicLinks } from './links.ts';
import { pictureOf } from './pictures.ts';
import type { Picture, Story } from './public.ts';
import { settingsOf } from './settings.ts';
import { newestOf } from './stories.ts';
import { topicsWithPages } from './titles.ts';

/** A topic with public articles. */
export function topicOf(context: EditionContext, slug: string): Topic | undefined {
  const topic = isCollection(context, 'topic', slug) ? entityOf<Topic>(context, 'topic', slug) : undefined;
  return topic && { ...topic, links: publicLinks(context, topic.links) };
}

/** A person as the public may see them. */
export type PublicPerson = Omit<Person, 'image'> & {
  /** The portrait. */
  picture?: Picture;
};

/** A person with public articles. */
export function personOf(context: EditionContext, slug: string): PublicPerson | undefined {
  const person = isCollection(context, 'person', slug) ? entityOf<Person>(context, 'person', slug) : undefined;
  if (!person) return undefined;
  const { image, ...others } = person;
  const picture = image && pictureOf(context, image);
  return { ...others, links: publicLinks(context, person.links), ...(picture && { picture }) };
}

/** A storyline with public articles. Of what is ahead it has what is not over, the farthest first. */
export function storylineOf(context: EditionContext, slug: string): Storyline | undefined {
  const line = isCollection(context, 'storyline', slug) ? entityOf<Storyline>(context, 'storyline', slug) : undefined;
  const today = localDay(context.now, settingsOf(context).timezone);
  const ahead = line?.ahead
    .filter(({ date }) => dayAfter(date) > today)
    .toSorted((a, b) => compareText(dayAfter(b.date), dayAfter(a.date)));
  return line && { ...line, ahead: ahead ?? [] };
}

/** What `places.yaml`, or else the oldest dateline, says of a place with public articles. */
export function placeOf(context: EditionContext, slug: string): NamedPlace | undefined {
  return isCollection(context, 'place', slug)
    ? (placeNamed(context, slug) ?? placeInDateline(context, slug))
    : undefined;
}

/** Of a storyline, so many of its newest articles say where it takes place. */
const mostPlaced = 500;

/** The places from which the public articles of a storyline are, that with most of them first; at most `limit`. */
export function placesOfStoryline(context: EditionContext, slug: string, limit: number): NamedPlace[] {
  const sql = `SELECT place.slug FROM (
      SELECT article FROM membership WHERE kind = 'storyline' AND slug = :slug AND ${visible}
      ORDER BY published DESC, address DESC LIMIT ${mostPlaced}
    ) AS member JOIN main.membership AS place ON place.title = 0 AND place.article = member.article WHERE place.kind = 'place'
    GROUP BY place.slug ORDER BY count(*) DESC, place.slug LIMIT :limit`;
  // Which places an article has is no dependency of its own.
  context.dependencies.add('anything');
  return context.store
    .all(sql, { slug, now: context.now, limit })
    .flatMap((row) => placeOf(context, textOf(row, 'slug')) ?? []);
}

/**
 * The public topics directly under a public topic. Where `parent` is undefined: the sections, which are the topics of the title that
 * are under no other one of its topics. They are in their editor's order, else in that of the alphabet.
 */
export function topicsUnder(context: EditionContext, parent: string | undefined): Topic[] {
  const known = context.cache.topicsUnder.peek(parent ?? '');
  if (known) return known;
  // Under a topic that is not public there is none. Its slug may be invented, so it is not cached.
  if (parent !== undefined && !isCollection(context, 'topic', parent)) return [];
  return context.cache.topicsUnder.get(parent ?? '', () => readTopicsUnder(context, parent));
}

function readTopicsUnder(context: EditionContext, parent: string | undefined): Topic[] {
  const { store } = context;
  const rows =
    parent === undefined
      ? store.all(
          `SELECT slug FROM entity WHERE kind = 'topic'
             AND (parent IS NULL OR parent NOT IN (SELECT value FROM json_each(:topics))) ORDER BY slug`,
          { topics: JSON.stringify(topicsWithPages(context)) },
        )
      : store.all("SELECT slug FROM entity WHERE kind = 'topic' AND parent = ? ORDER BY slug", parent);
  const compare = compareIn(settingsOf(context).language);
  return rows
    .flatMap((row) => topicOf(context, textOf(row, 'slug')) ?? [])
    .toSorted((a, b) => (a.order ?? 1000) - (b.order ?? 1000) || compare(a.title, b.title));
}

/** The topics above a topic, the section first. */
export function topicsAbove(context: EditionContext, slug: string): Topic[] {
  const found: Topic[] = [];
  for (let next = topicOf(context, slug)?.parent; next !== undefined; next = found[0]?.parent) {
    const topic = next === slug || found.some((known) => known.slug === next) ? undefined : topicOf(context, next);
    if (!topic) break;
    found.unshift(topic);
  }
  return found;
}

/** The section of a topic; a topic that is in none is its own. */
export function sectionOf(context: EditionContext, topic: string): string {
  return context.cache.sections.get(topic, () => topicsAbove(context, topic)[0]?.slug ?? topic);
}

/** The public storylines that name a topic, at most `limit` of them; in the order of the alphabet. */
export function storylinesOfTopic(context: EditionContext, slug: string, limit: number): Collection[] {
  const compare = compareIn(settingsOf(context).language);
  context.dependencies.add('lists storyline');
  return context.store
    .all(
      `SELECT DISTINCT storyline FROM storyline_topic JOIN entity ON entity.file = storyline_topic.file
       WHERE topic = :topic AND EXISTS (
         SELECT 1 FROM membership WHERE membership.kind = 'storyline' AND membership.slug = storyline AND ${visible}
       ) ORDER BY storyline LIMIT :limit`,
      { topic: slug, now: context.now, limit },
    )
    .flatMap((row) => collectionOf(context, 'storyline', textOf(row, 'storyline')) ?? [])
    .toSorted((a, b) => compare(a.title, b.title));
}

/** A running storyline with its newest story. */
export interface RunningStoryline {
  slug: string;
  title: string;
  newest: Story;
}

/** The running storylines of a topic and of the topics below it, that with the newest story first; at most `limit`. */
export function runningStorylines(context: EditionContext, slug: string, limit: number): RunningStoryline[] {
  const newest = `SELECT published FROM membership
    WHERE membership.kind = 'storyline' AND membership.slug = storyline AND ${visible}
    ORDER BY published DESC LIMIT 1`;
  context.dependencies.add('counts storyline');
  return context.store
    .all(
      `SELECT storyline, (${newest}) AS newest FROM (
         SELECT DISTINCT storyline FROM storyline_topic JOIN entity ON entity.file = storyline_topic.file
         WHERE topic IN (SELECT value FROM json_each(:topics)) AND entity.value ->> '$.status' = 'running'
       ) WHERE newest IS NOT NULL ORDER BY newest DESC, storyline LIMIT :limit`,
      { topics: JSON.stringify(withTopicsBelow(context, slug)), now: context.now, limit },
    )
    .flatMap((row) => {
      const found = collectionOf(context, 'storyline', textOf(row, 'storyline'));
      const [story] = found ? newestOf(context, 'storyline', found.slug, 1) : [];
      return found && story ? [{ slug: found.slug, title: found.title, newest: story }] : [];
    });
}

/** The slugs of a topic and of all public topics below it. */
function withTopicsBelow(context: EditionContext, slug: string): string[] {
  const found = new Set([slug]);
  // What is added while the loop runs is visited too.
  for (const each of found) for (const below of topicsUnder(context, each)) found.add(below.slug);
  return [...found];
}
