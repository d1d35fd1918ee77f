import { join } from 'node:path';
import { Chance } from '../random.ts';
import { readBriefs, type Brief } from './current-events.ts';
import { readPosts, type Post } from './digitalgov.ts';
import {
  longestList,
  positions,
  sentencesOf,
  shareOfFirst,
  slugOf,
  type Archive,
  type Measure,
  type TextDocument,
} from './documents.ts';

/** A thread must have so many briefs that three others can be found. */
const smallestThread = 4;
/** A series of posts has at least so many; each is taken apart into this many texts. */
const smallestSeries = 8;
const textsOfPost = 4;
const fewestSentences = 6 * textsOfPost;
/** Sections with many reports of the same kind. */
const lookAlikeSections = ['disasters-and-accidents', 'armed-conflicts-and-attacks', 'law-and-crime'];
/** Texts of one report are published at random within so many days, so that dates do not give it away. */
const days = 30;

/** The archives that are made from a folder with `current-events-2025` and `digitalgov`; `related.ts` describes them. */
export function archivesIn(folder: string): Archive[] {
  const briefs = readBriefs(join(folder, 'current-events-2025'));
  const posts = readPosts(join(folder, 'digitalgov'));
  const parts = partsOfPosts(posts);
  return [
    threads('briefs', briefs, briefs, ''),
    links('posts', posts, posts, 'links R@10'),
    links(
      'posts without the words of links',
      posts,
      posts.map((post) => ({ ...post, body: post.bodyWithoutLinkWords })),
      'no link words: links R@10',
    ),
    {
      name: `${textsOfPost} texts from each post of a series`,
      documents: parts,
      measures: sameReport(parts, ''),
    },
    firstMeasureOf(threads('first sentences of briefs', briefs, firstSentences(briefs), 'first sentences: ')),
    links('headlines of posts', posts, posts.map(headlineOf), 'headlines: links R@10'),
    firstMeasureOf({
      name: 'first sentences of the texts from posts',
      documents: firstSentences(parts),
      measures: sameReport(parts, 'first sentences: '),
    }),
  ];
}

function firstMeasureOf(archive: Archive): Archive {
  return { ...archive, measures: archive.measures.slice(0, 1) };
}

function threads(name: string, briefs: readonly Brief[], documents: TextDocument[], prefix: string): Archive {
  const members = Map.groupBy(briefs.keys(), (position) => briefs[position]?.thread);
  const membersWith = ({ thread }: Brief): number[] => (thread === undefined ? [] : (members.get(thread) ?? []));
  const isNamedEvent = ({ thread = '', topics }: Brief): boolean =>
    /\b20\d\d\b/.test(thread) && topics.some((topic) => lookAlikeSections.includes(topic));
  const isSame = (query: number) => (position: number) => briefs[position]?.thread === briefs[query]?.thread;
  const isLookAlike = (query: number) => (position: number) => {
    const [one, other] = [briefs[query], briefs[position]];
    return other?.thread !== undefined && other.thread !== one?.thread && other.topics[0] === one?.topics[0];
  };
  const inThreads = positions(briefs, (brief) => membersWith(brief).length >= smallestThread);
  const ofEvents = positions(briefs, (brief) => isNamedEvent(brief) && membersWith(brief).length >= smallestThread);
  const withOlder = positions(briefs, (brief, position) => membersWith(brief).indexOf(position) >= 3);
  const sameIn = (query: number, list: readonly number[]): number => shareOfFirst(list, 3, isSame(query));
  const others = (query: number, list: readonly number[]): number => shareOfFirst(list, 3, isLookAlike(query));
  return {
    name,
    documents,
    measures: [
      { title: `${prefix}threads P@3`, queries: inThreads, older: false, value: sameIn },
      { title: `${prefix}threads, older P@3`, queries: withOlder, older: true, value: sameIn },
      { title: `${prefix}events P@3`, queries: ofEvents, older: false, value: sameIn },
      { title: `${prefix}look-alikes`, queries: ofEvents, older: false, value: others },
    ],
  };
}

function links(name: string, posts: readonly Post[], documents: TextDocument[], title: string): Archive {
  const olderLinks = (query: number): number[] => (posts[query]?.links ?? []).filter((position) => position < query);
  const measure: Measure = {
    title,
    queries: positions(posts, (_, position) => olderLinks(position).length > 0),
    older: true,
    value: (query, list) => {
      const linked = olderLinks(query);
      return linked.filter((position) => list.slice(0, longestList).includes(position)).length / linked.length;
    },
  };
  return { name, documents, measures: [measure] };
}

function headlineOf({ at, headline, topics }: Post): TextDocument {
  return { at, headline, body: '', topics };
}

/** A text that was made from a part of a report. */
interface Part extends TextDocument {
  /** The same for all texts that are about one event. */
  event: string;
}

function sameReport(parts: readonly Part[], prefix: string): Measure[] {
  const queries = [...parts.keys()];
  const isSame = (query: number) => (position: number) => parts[position]?.event === parts[query]?.event;
  const isLookAlike = (query: number) => (position: number) =>
    !isSame(query)(position) && parts[position]?.topics[0] === parts[query]?.topics[0];
  const sameIn = (query: number, list: readonly number[]): number => shareOfFirst(list, 3, isSame(query));
  const others = (query: number, list: readonly number[]): number => shareOfFirst(list, 3, isLookAlike(query));
  return [
    { title: `${prefix}same report P@3`, queries, older: false, value: sameIn },
    { title: `${prefix}look-alikes`, queries, older: false, value: others },
  ];
}

/** The texts of the posts in series that have enough sentences: sentence n is in text n modulo 4. */
function partsOfPosts(posts: readonly Post[]): Part[] {
  const series = Map.groupBy(posts, (post) => post.series);
  const parts = posts.flatMap((post, position) => {
    const isLarge = (series.get(post.series)?.length ?? 0) >= smallestSeries;
    const sentences = sentencesOf(post.body);
    return post.series !== undefined && isLarge && sentences.length >= fewestSentences
      ? dealt(sentences, [slugOf(post.series)], `post ${position}`)
      : [];
  });
  return publishedAtRandom(parts);
}

/** Deals sentences out, as cards are. */
function dealt(sentences: readonly string[], topics: string[], event: string): Omit<Part, 'at'>[] {
  return Array.from({ length: textsOfPost }, (_, text) => ({
    headline: '',
    body: sentences.filter((__, index) => index % textsOfPost === text).join(' '),
    topics,
    event,
  }));
}

function publishedAtRandom(parts: readonly Omit<Part, 'at'>[]): Part[] {
  const chance = new Chance(parts.length);
  const first = Date.parse('2025-01-01T00:00:00Z');
  return parts
    .map((part) => ({ ...part, at: first + 1000 * chance.below(days * 86_400) }))
    .toSorted((a, b) => a.at - b.at);
}

/** The same documents with nothing but their first sentence. */
function firstSentences(documents: readonly TextDocument[]): TextDocument[] {
  return documents.map((document) => ({ ...document, body: sentencesOf(document.body)[0] ?? '' }));
}
