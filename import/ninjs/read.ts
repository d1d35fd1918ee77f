import { decode } from '../decode.ts';
import type { LogEntry } from '../import-item.ts';
import type { CollectionFile } from '../imported-article.ts';
import { problemAt, type ProblemText } from '../problem.ts';
import type { ReadContext, ReadResult, ReadResults, SourceFile } from '../reader.ts';
import { readNinjsArticle } from './article.ts';
import { readGates } from './gates.ts';
import { NinjsObject } from './ninjs-object.ts';
import { isWrittenByDateline } from './origin.ts';
import { noJson, noObject, noUri, otherType } from './problems.ts';

/**
 * Reads ninjs of versions 1 to 3.1. A source file is one item or a list of items. An item that a Dateline wrote comes back
 * complete. From other items the import takes what an article has a field for.
 */
export function readNinjs(sources: readonly SourceFile[], context: ReadContext): ReadResults {
  const collections = new Map<string, CollectionFile>();
  const results = sources.flatMap((source) => readSource(source, context, collections));
  return { results, collections: [...collections.values()] };
}

function readSource(
  { path, bytes }: SourceFile,
  context: ReadContext,
  collections: Map<string, CollectionFile>,
): ReadResult[] {
  const { text, encoding } = decode(bytes);
  const log: LogEntry[] = encoding === 'utf-8' ? [] : [{ rule: 'encoding', text: encoding }];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return [failed(path, noJson(fault instanceof Error ? fault.message : String(fault)), log)];
  }
  const items = (Array.isArray(value) ? value : [value]).map((each) => NinjsObject.from(each));
  if (items.length === 0) return [failed(path, noObject, log)];
  return items.map((item) =>
    item === undefined ? failed(path, noObject, log) : readItem(path, item, context, collections, log),
  );
}

/** The types of items that are articles. An item without a type can be one. */
const articleItemTypes = new Set(['', 'text', 'composite', 'component']);

function readItem(
  source: string,
  item: NinjsObject,
  context: ReadContext,
  collections: Map<string, CollectionFile>,
  log: LogEntry[],
): ReadResult {
  // An id of Dateline that is not a URI is written beside the URI that was made from it. In other items the role can mean anything.
  const id = (isWrittenByDateline(item) && item.inRole('altids', 'id')) || item.text('uri', 'guid');
  if (id === '') return failed(source, noUri, log);
  const gates = readGates(item);
  if ('code' in gates) return failed(source, gates, log);
  if (gates.status === 'canceled')
    return { source, article: null, withdrawal: { id, action: 'kill' }, log, problems: [] };
  const type = item.text('type').toLowerCase();
  if (!articleItemTypes.has(type)) return failed(source, otherType(type), log);
  const withheld = gates.status === 'withheld';
  const read = readNinjsArticle(item, id, gates, context);
  // An order to hold an article back does not need to contain the article.
  if ('code' in read)
    return withheld
      ? { source, article: null, withdrawal: { id, action: 'hold' }, log, problems: [] }
      : failed(source, read, log);
  for (const collection of read.collections) collections.set(`${collection.folder}/${collection.slug}`, collection);
  const { article } = read;
  return {
    source,
    article: withheld ? { ...article, fields: { ...article.fields, status: 'withheld' } } : article,
    log: [...log, ...read.log],
    problems: [],
  };
}

function failed(source: string, problem: ProblemText, log: LogEntry[]): ReadResult {
  return { source, article: null, log, problems: [problemAt(source, problem)] };
}
