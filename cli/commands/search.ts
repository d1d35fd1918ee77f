import type { MarkedText, SearchResult } from '../../newsroom/edition/search.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { publishedDate } from '../../newsroom/model/publication.ts';
import { searchHref } from '../../site/addresses/search.ts';
import { noteInWords, storiesFound } from '../../site/words/search.ts';
import { english } from '../../site/words/words-of.ts';
import { refused } from '../arguments.ts';
import { withPresentEdition } from '../present-edition.ts';

const usage = 'Usage: dateline search QUERY [--title NAME] [--json]';

/**
 * `dateline search QUERY`: the first page of what `/search` shows, best first. Words that are given one by one are one query;
 * a word with one hyphen before it is excluded. What was not understood goes to standard error, and into the JSON. Exit 0
 * done, found or not, 1 `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const request = requestIn(args);
  if (typeof request === 'string') return refused(request, usage);
  return withPresentEdition(title, (edition, shownOn) => {
    const result = edition.search({ query: request.query, order: 'relevance', page: 1 });
    for (const note of result.notes) console.error(printable(noteInWords(english, note)));
    console.log(
      request.json
        ? JSON.stringify(jsonOf(request.query, result, shownOn))
        : linesOf(request.query, result).map(printable).join('\n'),
    );
    return 0;
  });
}

/** The words that are no option, joined, and the options; after `--` everything is a word. */
function requestIn(args: readonly string[]): { query: string; json: boolean } | string {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const isOption = (arg: string): boolean => arg.startsWith('--');
  const options = args.slice(0, end).filter(isOption);
  const words = [...args.slice(0, end).filter((arg) => !isOption(arg)), ...args.slice(end + 1)];
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined) return `“${unknown}” is not an option of this command. Words after -- are no options.`;
  if (words.length === 0) return 'there is no query.';
  return { query: words.join(' '), json: options.length > 0 };
}

function jsonOf(query: string, { total, notes, suggestion, hits }: SearchResult, title: string | undefined): unknown {
  return {
    query,
    ...(title !== undefined && { title }),
    total,
    notes: notes.map((note) => noteInWords(english, note)),
    ...(suggestion !== undefined && { suggestion }),
    hits: hits.map(({ story, score, snippet }) => ({
      path: story.address,
      headline: story.headline,
      published: publishedDate(story),
      score,
      snippet: wordsOf(snippet),
    })),
  };
}

function linesOf(query: string, result: SearchResult): string[] {
  const { hits, suggestion, pages } = result;
  return [
    storiesFound(english, result),
    ...(suggestion === undefined ? [] : [`Did you mean: ${suggestion}`]),
    ...hits.flatMap(({ story, snippet }) => [
      '',
      `${story.published.slice(0, 10)}  ${story.headline}`,
      `  ${story.address}`,
      `  ${wordsOf(snippet)}`,
    ]),
    ...(pages > 1
      ? ['', `These are the first ${hits.length}. More: ${searchHref({ query, order: 'relevance', page: 2 })}`]
      : []),
  ];
}

function wordsOf(text: MarkedText): string {
  return text.map(({ text: part }) => part).join('');
}
