import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { articleData } from '../../formats/article/article-data.ts';
import { articleFormats, isArticleFormat, type ArticleFormat } from '../../formats/article/formats.ts';
import { storyAddresses } from '../../site/paths.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { withPublicStory } from '../public-story.ts';
import { counted } from '../print.ts';
import { withPresentTitles } from '../present-edition.ts';
import type { PresentTitles } from '../present-titles.ts';

const names = Object.keys(articleFormats).join('|');
const usage = `Usage: dateline export ADDRESS… [--format ${names}] [--output FOLDER], or --all --output FOLDER, or --site FOLDER; [--title NAME]`;

interface Request {
  addresses: string[];
  all: boolean;
  format: ArticleFormat;
  output: string | undefined;
  title: string | undefined;
}

/**
 * `dateline export`: public articles in the trade's formats. One goes to standard output, unless a folder is named;
 * several go into a folder, each at its address; of several titles, `--all` writes each into a folder of its own. `--site` exports the site: `export-site.ts`. Exit 0 done, 1 not all were found or could be written,
 * or `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[], title?: string): Promise<number> {
  if (args.some((argument) => /^--site(?:=|$)/.test(argument))) {
    const site = await import('./export-site.ts');
    return site.run(args, title);
  }
  const request = requestIn(args, title);
  if (typeof request === 'string') return refused(request, usage);
  return withPresentTitles(
    title,
    (titles) => (request.all ? exportAll(titles, request) : exportSome(titles, request)),
    'summary',
  );
}

function requestIn(args: string[], title: string | undefined): Request | string {
  const parsed = parsedArguments({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'ninjs' },
      all: { type: 'boolean', default: false },
      output: { type: 'string' },
    },
  });
  if (typeof parsed === 'string') return parsed;
  const { values, positionals: addresses } = parsed;
  const { format, all, output } = values;
  if (!isArticleFormat(format)) return `there is no format “${format}”.`;
  if (all && addresses.length > 0) return '--all is every article: name none beside it.';
  if (!all && addresses.length === 0) return 'nothing to export: name an article by its address, or all of them.';
  if ((all || addresses.length > 1) && output === undefined)
    return 'more than one article needs a folder to go to: --output FOLDER.';
  return { addresses, all, format, output, title };
}

function exportSome(titles: PresentTitles, { addresses, format, output, title }: Request): number {
  let done = 0;
  for (const asked of addresses) {
    const found = unlessFaulty(asked, format, () =>
      withPublicStory(titles, title, asked, (edition, story) => put(edition, story, format, output)),
    );
    if (found === undefined)
      console.error(
        `dateline: there is no public article at ${printable(asked)}${title === undefined ? '' : ` on ${title}`}.`,
      );
    else if (found) done += 1;
  }
  if (output !== undefined) console.error(`${counted(done, 'article')} in ${output}.`);
  return done === addresses.length ? 0 : 1;
}

/** Oldest first. */
function exportAll(titles: PresentTitles, { format, output = '', title }: Request): number {
  const meant = titles.meant(title);
  let failed = 0;
  for (const name of meant)
    failed += titles.at(name, (edition, slug) =>
      exportTitle(edition, format, meant.length > 1 ? join(output, slug ?? '') : output),
    );
  return failed === 0 ? 0 : 1;
}

/** Returns how many articles could not be written. */
function exportTitle(edition: Edition, format: ArticleFormat, output: string): number {
  let done = 0;
  let failed = 0;
  for (const address of storyAddresses(edition)) {
    const isWritten = unlessFaulty(address, format, () => {
      const found = edition.lookup(address);
      return found.state === 'public' && put(edition, found.story, format, output);
    });
    if (isWritten === true) done += 1;
    else failed += 1;
  }
  console.error(`${counted(done, 'article')} in ${output}${failed === 0 ? '' : `; ${failed} could not be written`}.`);
  return failed;
}

/** Faults of the machine, which the next article would meet too. */
const stops = new Set(['ERR_SQLITE_ERROR', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE']);

/** Returns what `write` returns; `false` after a fault in the article, which is printed, and the others go on. Throws what stops all articles. */
function unlessFaulty<T>(asked: string, format: ArticleFormat, write: () => T): T | false {
  try {
    return write();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && stops.has(String(fault.code))) throw fault;
    const why = fault instanceof Error ? fault.message : String(fault);
    console.error(`dateline: ${printable(asked)} cannot be written as ${format}: ${printable(why)}.`);
    return false;
  }
}

function put(edition: Edition, story: FullStory, format: ArticleFormat, output: string | undefined): true {
  const { ending, write } = articleFormats[format];
  const document = write(articleData(edition, story));
  if (output === undefined) process.stdout.write(document);
  else {
    const path = join(output, `${story.address}${ending}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, document);
  }
  return true;
}
