import type { SuggestedStoryline } from '../../newsroom/edition/suggested-storylines.ts';
import { writeFrontMatter } from '../../newsroom/intake/front-matter.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { counted } from '../print.ts';
import { withPresentEdition } from '../present-edition.ts';

const usage = 'Usage: dateline storylines --suggest [--title NAME] [--json]';

/** Progress is printed after so many articles. */
const step = 1_000;

/**
 * `dateline storylines --suggest`: running stories that no storyline names yet, and storylines that articles are missing
 * from; of the articles of one title, in a newsroom of several. It changes no file. Exit 0 done, 1 `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const request = requestIn(args);
  if (typeof request === 'string') return refused(request, usage);
  return withPresentEdition(title, (edition) => {
    const suggested = edition.suggestedStorylines(printProgress);
    console.log(request.json ? JSON.stringify(suggested) : inWords(suggested));
    return 0;
  });
}

function requestIn(args: string[]): { json: boolean } | string {
  const parsed = parsedArguments({
    args,
    options: { suggest: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  if (typeof parsed === 'string') return parsed;
  const { suggest, json } = parsed.values;
  return suggest ? { json } : 'add --suggest: this command does nothing else.';
}

function printProgress(done: number, all: number): void {
  if (done % step === 0 || done === all) console.error(`Compared ${done} of ${counted(all, 'article')}.`);
}

function inWords(suggested: readonly SuggestedStoryline[]): string {
  if (suggested.length === 0) return 'There is nothing to suggest: no running story was found that lacks a storyline.';
  return suggested.map(wordsOf).join('\n\n\n');
}

function wordsOf({ slug, title, exists, topics, articles, words, score }: SuggestedStoryline): string {
  const lines = articles.map(
    ({ file, headline, published }) =>
      `  ${published.slice(0, 10)}  ${printable(headline)}\n              ${printable(file)}`,
  );
  const file = writeFrontMatter({ title, topics, status: 'running' }, '');
  return [
    `${printable(title)}${exists ? ' (storyline exists)' : ''}`,
    `  ${counted(articles.length, exists ? 'more article' : 'article')}; score ${score.toFixed(3)}; shared words: ${printable(words.join(', '))}`,
    ...lines,
    '',
    ...(exists ? [] : [`To accept it, write storylines/${slug}.mdx:`, '', printable(file), '']),
    `${exists ? 'To accept it, add' : 'Then add'} this line to the front matter of each article that belongs to it:`,
    '',
    `storyline: ${slug}`,
  ].join('\n');
}
