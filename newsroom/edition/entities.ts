import type { Person } from '../model/person.ts';
import type { Storyline } from '../model/storyline.ts';
import { compareIn } from '../model/text.ts';
import type { Topic } from '../model/topic.ts';
import { textOf } from '../store/store.ts';
import { visible } from '../store/visible.ts';
import { collectionOf, entityOf, type Collection } from './collections.ts';
import type { EditionContext } from './context.ts';
import { publicLinks } from './links.ts';
import { settingsOf } from './settings.ts';

/** A topic with public articles. */
export function topicOf(context: EditionContext, slug: string): Topic | undefined {
  const topic = collectionOf(context, 'topic', slug) && entityOf<Topic>(context, 'topic', slug);
  return topic && { ...topic, links: publicLinks(context, topic.links) };
}

/** A person with public articles. */
export function personOf(context: EditionContext, slug: string): Person | undefined {
  const person = collectionOf(context, 'person', slug) && entityOf<Person>(context, 'person', slug);
  return person && { ...person, links: publicLinks(context, person.links) };
}

/** A storyline with public articles. */
export function storylineOf(context: EditionContext, slug: string): Storyline | undefined {
  return collectionOf(context, 'storyline', slug) && entityOf<Storyline>(context, 'storyline', slug);
}

/** The public topics directly under a public topic; the sections where `parent` is undefined. In their editor's order, else in that of the alphabet. */
export function topicsUnder(context: EditionContext, parent: string | undefined): Topic[] {
  const { store, cache } = context;
  const known = cache.topicsUnder.get(parent ?? '');
  if (known) return known;
  // Under a topic that is not public there is none. Its slug may be invented, so it is not cached.
  if (parent !== undefined && !collectionOf(context, 'topic', parent)) return [];
  const rows =
    parent === undefined
      ? store.all(
          `SELECT slug FROM entity WHERE kind = 'topic'
             AND (parent IS NULL OR parent NOT IN (SELECT slug FROM entity WHERE kind = 'topic')) ORDER BY slug`,
        )
      : store.all("SELECT slug FROM entity WHERE kind = 'topic' AND parent = ? ORDER BY slug", parent);
  const compare = compareIn(settingsOf(context).language);
  const found = rows
    .flatMap((row) => topicOf(context, textOf(row, 'slug')) ?? [])
    .toSorted((a, b) => (a.order ?? 1000) - (b.order ?? 1000) || compare(a.title, b.title));
  cache.topicsUnder.set(parent ?? '', found);
  return found;
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

/** The public storylines that name a topic, at most `limit` of them; in the order of the alphabet. */
export function storylinesOfTopic(context: EditionContext, slug: string, limit: number): Collection[] {
  const compare = compareIn(settingsOf(context).language);
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
