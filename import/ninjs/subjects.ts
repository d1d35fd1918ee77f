import { articleSchema, type Article } from '../../newsroom/model/article.ts';
import { isSlug } from '../../newsroom/model/slug.ts';
import type { LogEntry } from '../import-item.ts';
import type { CollectionFile } from '../imported-article.ts';
import { addressSlug } from '../slug.ts';
import type { NinjsObject } from './ninjs-object.ts';
import type { Origin } from './origin.ts';

/**
 * Reads the topics, the storyline and the series of an item. Makes a file for each topic and for the storyline, which is used
 * if the newsroom has none.
 */
export function readSubjects(
  item: NinjsObject,
  origin: Origin,
  log: LogEntry[],
): { topics: string[]; storyline?: string; series?: Article['series']; collections: CollectionFile[] } {
  const topics = new Map<string, CollectionFile>();
  let storyline: CollectionFile | undefined;
  let series: Article['series'];
  for (const subject of item.list('subjects', 'subject')) {
    const title = subject.text('name');
    if (origin.writtenByDateline && subject.text('rel') === 'series') {
      series ??= articleSchema.shape.series.safeParse({ name: title, part: Number(subject.text('literal')) }).data;
      continue;
    }
    const literal = origin.writtenByDateline ? subject.text('literal') : '';
    const slug = isSlug(literal) ? literal : addressSlug(title);
    if (slug === '') {
      log.push({ rule: 'subject-dropped', text: subject.text('uri', 'code', 'literal') });
    } else if (origin.writtenByDateline && subject.text('rel') === 'storyline') {
      storyline ??= { folder: 'storylines', slug, fields: { title }, body: '' };
    } else if (!topics.has(slug)) {
      topics.set(slug, { folder: 'topics', slug, fields: { title }, body: '' });
    }
  }
  return {
    topics: [...topics.keys()],
    ...(storyline && { storyline: storyline.slug }),
    ...(series && { series }),
    collections: [...topics.values(), ...(storyline ? [storyline] : [])],
  };
}
