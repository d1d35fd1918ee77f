import { decode } from '../decode.ts';
import {
  problemAt,
  type CollectionFile,
  type LogEntry,
  type ReadContext,
  type Reading,
  type ReadingSet,
  type Source,
} from '../imported-article.ts';
import { NinjsItem } from './ninjs-object.ts';
import { isOurs } from './origin.ts';
import { noJson, noObject, noUri, otherKind, unknownStatus, type Told } from './problems.ts';
import { readStory } from './article.ts';

/**
 * ninjs, of version 1 to 3.1. A source is one item or a list of them. What our own articles say of themselves comes back
 * whole; of others, what an article has a place for.
 */
export function readNinjs(sources: readonly Source[], context: ReadContext): ReadingSet {
  const collections = new Map<string, CollectionFile>();
  const readings = sources.flatMap((source) => readSource(source, context, collections));
  return { readings, collections: [...collections.values()] };
}

function readSource(source: Source, context: ReadContext, collections: Map<string, CollectionFile>): Reading[] {
  const { text, encoding } = decode(source.bytes);
  const log: LogEntry[] = encoding === 'utf-8' ? [] : [{ rule: 'encoding', text: encoding }];
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (fault) {
    return [failed(source.path, noJson(fault instanceof Error ? fault.message : String(fault)), log)];
  }
  const items = (Array.isArray(value) ? value : [value]).map((each) => NinjsItem.from(each));
  if (items.length === 0) return [failed(source.path, noObject, log)];
  return items.map((item) =>
    item === undefined ? failed(source.path, noObject, log) : readItem(source.path, item, context, collections, log),
  );
}

/** Types that are stories; an item that states none may be one. */
const stories = new Set(['', 'text', 'composite', 'component']);

function readItem(
  source: string,
  item: NinjsItem,
  context: ReadContext,
  collections: Map<string, CollectionFile>,
  log: LogEntry[],
): Reading {
  // An id of ours that is no URI stands beside the URI that was made of it; elsewhere the role may mean anything.
  const id = (isOurs(item) && item.inRole('altids', 'id')) || item.text('uri', 'guid');
  if (id === '') return failed(source, noUri, log);
  const status = item.text('pubstatus').toLowerCase();
  if (status === 'canceled' || status === 'cancelled')
    return { source, story: null, withdrawal: { id, action: 'kill' }, log, problems: [] };
  if (status !== '' && status !== 'usable' && status !== 'withheld') return failed(source, unknownStatus(status), log);
  const type = item.text('type').toLowerCase();
  if (!stories.has(type)) return failed(source, otherKind(type), log);
  const withheld = status === 'withheld';
  const read = readStory(item, id, context);
  // An order to hold a story back need not tell it again.
  if ('code' in read)
    return withheld
      ? { source, story: null, withdrawal: { id, action: 'hold' }, log, problems: [] }
      : failed(source, read, log);
  for (const collection of read.collections) collections.set(`${collection.folder}/${collection.slug}`, collection);
  const { story } = read;
  return {
    source,
    story: withheld ? { ...story, fields: { ...story.fields, status: 'withheld' } } : story,
    log: [...log, ...read.log],
    problems: [],
  };
}

function failed(source: string, told: Told, log: LogEntry[]): Reading {
  const { field } = told;
  return { source, story: null, log, problems: [problemAt(source, field === undefined ? {} : { field }, told)] };
}
