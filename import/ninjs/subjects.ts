import { isSlug } from '../../newsroom/model/slug.ts';
import type { CollectionFile, LogEntry } from '../imported-article.ts';
import { slugOf } from '../slug.ts';
import type { NinjsItem } from './ninjs-object.ts';
import type { Origin } from './origin.ts';

/** The topics and the storyline that an item belongs to, with a file for each in case there is none. */
export function subjectsOf(
  item: NinjsItem,
  origin: Origin,
  log: LogEntry[],
): { topics: string[]; storyline?: string; collections: CollectionFile[] } {
  const topics = new Map<string, CollectionFile>();
  let storyline: CollectionFile | undefined;
  for (const subject of item.list('subjects', 'subject')) {
    const title = subject.text('name');
    const own = origin.ours ? subject.text('literal') : '';
    const slug = isSlug(own) ? own : slugOf(title);
    if (slug === '') {
      log.push({ rule: 'subject-dropped', text: subject.text('uri', 'code', 'literal') });
    } else if (origin.ours && subject.text('rel') === 'storyline') {
      storyline ??= { folder: 'storylines', slug, fields: { title }, body: '' };
    } else if (!topics.has(slug)) {
      topics.set(slug, { folder: 'topics', slug, fields: { title }, body: '' });
    }
  }
  return {
    topics: [...topics.keys()],
    ...(storyline && { storyline: storyline.slug }),
    collections: [...topics.values(), ...(storyline ? [storyline] : [])],
  };
}
