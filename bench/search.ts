import { parseArgs } from 'node:util';
import type { Body } from '../elements/body.ts';
import { compile } from '../newsroom/compile/compile.ts';
import { Editions } from '../newsroom/edition/open.ts';
import { blocksOf } from '../newsroom/model/article-blocks.ts';
import type { StoredArticle } from '../newsroom/store/stored-article.ts';
import { emptyStore, numberOf, openForWriting, openTables, textOf, type Store } from '../newsroom/store/store.ts';
import { indexedText, type IndexedText } from '../newsroom/search/index-text.ts';
import { IndexWriter, rowsOfDay } from '../newsroom/search/write.ts';
import { scanArticle } from '../newsroom/text-analysis/scan-article.ts';
import { linkTarget } from '../site/addresses/link-target.ts';
import { get } from './http.ts';
import {
  machine,
  median,
  megabytes,
  note,
  percentile,
  print,
  printTable,
  processorSince,
  thousands,
  withFolder,
} from './measure.ts';
import { newsroomIn } from './newsroom.ts';
import { Chance } from './random.ts';
import { startDateline } from './servers.ts';
import { adjectives, sections } from './vocabulary.ts';

/**
 * Search in the store: how long queries take, how large the index is, what an edit costs, and what part of a compile the
 * index is.
 *
 *     npx node bench/search.ts [ARTICLES] [--folder FOLDER] [--page]        (10000)
 *
 * - `--folder`: where the newsroom is written and compiled. It is not removed, and one that is there is taken as it is.
 * - `--page`: the queries are asked of a server too (`npm run build` first), one after the other.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, page: { type: 'boolean', default: false } },
});
const count = Number(positionals[0] ?? 10_000);
/** Different queries of each kind, and how often each is asked. */
const [different, often] = [40, 5];

/** Of articles of the store, by their keys. */
interface Stored {
  detail: StoredArticle;
  body: Body;
}

print(machine());
if (values.folder === undefined) await withFolder(measure);
else await measure(values.folder);

async function measure(folder: string): Promise<void> {
  const { content, data } = newsroomIn(folder, count);
  note('compiling');
  const before = process.cpuUsage();
  const { seconds } = await compile({ content, data, history: false });
  const all = processorSince(before);
  const chance = new Chance(7);
  const store = openTables(data);
  measureIndex(store, seconds, all, chance);
  const queries = queriesFor(store, chance);
  store.close();
  measureEdits(data, chance);
  measureQueries(data, queries);
  if (values.page) await measurePages(content, data, queries);
}

function storedAt(store: Store, key: number): Stored {
  const row = store.get('SELECT detail, body FROM article JOIN body ON article = key WHERE key = ?', key);
  return { detail: JSON.parse(textOf(row, 'detail')), body: JSON.parse(textOf(row, 'body')) };
}

/** What the index takes of an article. Its topics stand for all its lists. */
function textFor({ detail, body }: Stored): IndexedText {
  const lists = detail.topics.map((slug) => ({ kind: 'topic' as const, slug }));
  return indexedText(detail, scanArticle(detail, blocksOf(detail, body)), lists);
}

/** Its size, and the time that reading and inserting take of a compile, by a sample of the articles. */
function measureIndex(store: Store, seconds: number, all: number, chance: Chance): void {
  const sample = Array.from({ length: 500 }, () => storedAt(store, 1 + chance.below(count)));
  const texts = sample.map(({ detail, body }) =>
    [detail.headline, detail.standfirst ?? '', ...blocksOf(detail, body)].join('\n'),
  );
  const text = (texts.reduce((sum, each) => sum + Buffer.byteLength(each), 0) / sample.length) * count;
  const sizeOf = (where: string): number =>
    numberOf(store.get(`SELECT coalesce(sum(pgsize), 0) AS bytes FROM dbstat WHERE ${where}`), 'bytes');
  const index = sizeOf("name GLOB 'search_*' AND name NOT GLOB 'search_word*'") + sizeOf("name = 'article_search'");
  const words = sizeOf("name GLOB 'search_word*'");
  for (const each of sample) textFor(each);
  const start = process.cpuUsage();
  const rows = sample.map((each) => textFor(each));
  const reading = processorSince(start) / sample.length;
  const scratch = emptyStore();
  const begun = process.cpuUsage();
  scratch.database.exec('BEGIN');
  const writer = new IndexWriter(scratch);
  rows.forEach((row, number) => writer.add(row, row.day * rowsOfDay + number));
  writer.flush();
  scratch.database.exec('COMMIT');
  const inserting = processorSince(begun) / sample.length;
  scratch.close();
  printTable(
    [
      'articles',
      'text',
      'index',
      'of the text',
      'words for suggestions',
      'compile, s',
      'CPU an article, ms',
      'of it to read for the index, ms',
      'to insert, ms',
    ],
    [
      [
        thousands(count),
        megabytes(text),
        megabytes(index),
        `${thousands((index / text) * 100, 1)} %`,
        megabytes(words),
        thousands(seconds, 1),
        thousands(all / count, 2),
        thousands(reading, 2),
        thousands(inserting, 2),
      ],
    ],
  );
}

/** One article out of the index and in again, with its transaction. */
function measureEdits(data: string, chance: Chance): void {
  const store = openForWriting(data);
  const writer = new IndexWriter(store);
  const times: number[] = [];
  for (let edit = 0; edit < 200; edit += 1) {
    const key = 1 + chance.below(count);
    const stored = storedAt(store, key);
    const row = numberOf(store.get('SELECT search_row FROM article WHERE key = ?', key), 'search_row');
    const started = performance.now();
    store.database.exec('BEGIN IMMEDIATE');
    writer.delete(row);
    writer.add(textFor(stored), row);
    writer.flush();
    store.database.exec('COMMIT');
    times.push(performance.now() - started);
  }
  store.close();
  print('');
  printTable(
    ['an edit of one article in the index', 'p50, ms', 'p99, ms'],
    [['', thousands(median(times), 1), thousands(percentile(times, 99), 1)]],
  );
}

function queriesFor(store: Store, chance: Chance): Map<string, string[]> {
  const make = (query: () => string): string[] => Array.from({ length: different }, query);
  const thing = (): string => chance.pick(chance.pick(chance.pick(sections).subjects).things);
  const word = (): string => chance.pick(thing().split(' '));
  const names = store.all('SELECT word FROM search_word ORDER BY word').map((row) => textOf(row, 'word'));
  const name = (): string => names[chance.below(names.length)] ?? '';
  return new Map([
    ['one word', make(word)],
    ['a rare word', make(name)],
    ['a common word', make(() => chance.pick(['the', 'of', 'and', 'it', 'that', 'in', 'report', 'year']))],
    ['two words', make(() => `${word()} ${word()}`)],
    [
      'common words',
      make(() => `the ${chance.pick(['report', 'year', 'first', 'figure'])} of ${chance.pick(adjectives)}`),
    ],
    ['a phrase', make(() => `"the ${chance.pick(adjectives)} ${thing()}"`)],
    ['a word and a filter', make(() => `${word()} topic:${chance.pick(sections).slug}`)],
    ['filters', make(() => `type:analysis after:${2019 + chance.below(7)} topic:${chance.pick(sections).slug}`)],
    ['no hit', make(() => `zq${name()}`)],
    ['a misspelt word', make(() => misspelt(name()))],
  ]);
}

/** With two letters in the wrong order. */
function misspelt(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle - 1) + (word[middle] ?? '') + (word[middle - 1] ?? '') + word.slice(middle + 1);
}

/** The order in which the hits of a round are wanted: by turns. */
function orderOf(round: number): 'relevance' | 'date' {
  return round % 2 === 0 ? 'relevance' : 'date';
}

/** Half a second of other queries come first, so that the code is compiled and the newest pages of the store are in memory. */
function measureQueries(data: string, queries: ReadonlyMap<string, readonly string[]>): void {
  const editions = Editions.in(data, { linkTarget });
  const rows: string[][] = [];
  editions.at(Date.now(), (edition) => {
    for (const query of [...queries.values()].flatMap((typed) => typed.slice(-3)))
      edition.search({ query, order: 'relevance', page: 1 });
    for (const [kind, typed] of queries) {
      const times: number[] = [];
      const processor: number[] = [];
      let hits = 0;
      for (let round = 0; round < often; round += 1)
        for (const query of typed) {
          const [started, before] = [performance.now(), process.cpuUsage()];
          const { total } = edition.search({ query, order: orderOf(round), page: 1 });
          processor.push(processorSince(before));
          times.push(performance.now() - started);
          hits += total;
        }
      rows.push([kind, typed[0] ?? '', thousands(hits / times.length), ...figures(times), ...figures(processor)]);
    }
  });
  editions.close();
  print('');
  printTable(['a search for', 'such as', 'hits, at most 1,000', ...heads('ms'), ...heads('ms of the processor')], rows);
}

function figures(times: readonly number[]): string[] {
  return [median(times), percentile(times, 99), Math.max(...times)].map((time) => thousands(time, 1));
}

function heads(unit: string): string[] {
  return ['p50', 'p99', 'longest'].map((name) => `${name}, ${unit}`);
}

/** From the request to the end of the answer. */
async function measurePages(
  content: string,
  data: string,
  queries: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { port, stop } = await startDateline(content, data);
  const rows: string[][] = [];
  const ask = (query: string, round: number): ReturnType<typeof get> =>
    get(port, `/search?q=${encodeURIComponent(query)}${orderOf(round) === 'date' ? '&order=date' : ''}`);
  try {
    for (const query of [...queries.values()].flatMap((typed) => typed.slice(-8))) await ask(query, 0);
    for (const [kind, typed] of queries) {
      const times: number[] = [];
      for (let round = 0; round < often; round += 1)
        for (const query of typed) times.push((await ask(query, round)).whole);
      rows.push([kind, ...figures(times)]);
    }
  } finally {
    await stop();
  }
  print('');
  printTable(['the page of a search for', ...heads('ms')], rows);
}
