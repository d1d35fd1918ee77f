import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatFile } from '../../import/article-file.ts';
import { compile } from '../../newsroom/compile/compile.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { note } from '../measure.ts';
import { longestList, type Lists, type TextDocument } from './documents.ts';

/** What `dateline related PATH` prints for a story: addresses, best first. */
export function relatedIn(edition: Edition, story: FullStory): string[] {
  return edition.nearStories(story).map(({ story: { address } }) => address);
}

/** The lists of Dateline for an archive, and how long one took. */
export interface DatelineLists {
  lists: Lists;
  /** Milliseconds for each article. */
  milliseconds: number;
}

/**
 * Writes documents as a newsroom into an empty folder, compiles it, and calls `use` with its edition a day after the last of
 * them.
 */
export async function withDocuments<T>(
  documents: readonly TextDocument[],
  folder: string,
  use: (edition: Edition) => T,
): Promise<T> {
  const [content, data] = [join(folder, 'content'), join(folder, 'data')];
  writeDocuments(content, documents);
  const now = Math.max(...documents.map(({ at }) => at)) + 86_400_000;
  const { articles, problems } = await compile({ content, data, history: false, now });
  if (articles !== documents.length) {
    const first = problems.find(({ severity }) => severity === 'error');
    note(`Only ${articles} of ${documents.length} articles were compiled: ${first?.file}: ${first?.message}`);
  }
  const editions = Editions.in(data, { linkTarget });
  try {
    return editions.at(now, use);
  } finally {
    editions.close();
  }
}

/** The lists of Dateline for an archive: of every article. */
export function datelineLists(documents: readonly TextDocument[], folder: string): Promise<DatelineLists> {
  return withDocuments(documents, folder, (edition) => {
    const stories = documents.map((document, position) => storyOf(edition, addressOf(document, position)));
    const started = performance.now();
    const all = stories.map((story) => relatedIn(edition, story).map(positionOf));
    const milliseconds = (performance.now() - started) / documents.length;
    const lists: Lists = (query, older) => {
      const at = documents[query]?.at ?? NaN;
      const list = (all[query] ?? []).filter((position) => !older || (documents[position]?.at ?? NaN) < at);
      return list.slice(0, longestList);
    };
    return { lists, milliseconds };
  });
}

/** The public story at an address. Throws where there is none. */
export function storyOf(edition: Edition, address: string): FullStory {
  const found = edition.lookup(address);
  if (found.state !== 'public') throw new Error(`${address} is not public.`);
  return found.story;
}

function addressOf({ at }: TextDocument, position: number): string {
  return `/${new Date(at).toISOString().slice(0, 10).replaceAll('-', '/')}/n${position}`;
}

/** The position of the document whose article is at an address. */
export function positionOf(address: string): number {
  return Number(address.slice('/YYYY/MM/DD/n'.length));
}

function writeDocuments(content: string, documents: readonly TextDocument[]): void {
  const write = (path: string, text: string): void => {
    const file = join(content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('site.yaml', 'name: Bench\nurl: https://bench.example\nlanguage: en\ntimezone: UTC\n');
  for (const slug of new Set(documents.flatMap(({ topics }) => topics)))
    write(`topics/${slug}.mdx`, formatFile({ title: slug.replaceAll('-', ' ') }, ''));
  for (const [position, document] of documents.entries()) {
    const { headline, body } = withHeadline(document);
    const { at, standfirst, topics } = document;
    const fields = {
      id: `bench:${position}`,
      headline,
      ...(standfirst && { standfirst }),
      published: new Date(at).toISOString(),
      topics,
    };
    const paragraphs = body.split('\n\n').map((paragraph) => escapeText(paragraph));
    write(`articles${addressOf(document, position)}.mdx`, formatFile(fields, `${paragraphs.join('\n\n')}\n`));
  }
}

/** The fewest words of a headline that is made from a text. */
const fewestWords = 8;

/**
 * An article must have a headline. A text without one gives its first words: eight or more, up to the next place between two
 * words without a capital, so that no name is cut. The body is the rest. So each word of the text is there once, as it is
 * for the other methods.
 */
function withHeadline({ headline, body }: TextDocument): { headline: string; body: string } {
  if (headline !== '') return { headline, body };
  const words = body.split(/(?<=\S)(?=\s)/);
  const isSmall = (word: string | undefined): boolean => word !== undefined && /^\s*\p{Ll}+$/u.test(word);
  let end = fewestWords;
  while (end < words.length && !(isSmall(words[end - 1]) && isSmall(words[end]))) end += 1;
  return { headline: words.slice(0, end).join(''), body: words.slice(end).join('').trim() };
}
