import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { articleData } from '../../formats/article/article-data.ts';
import { articleFormats, isArticleFormat, type ArticleFormat } from '../../formats/article/formats.ts';
import { storyAddresses } from '../../site/paths.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { publicStory } from '../public-story.ts';
import { counted } from '../print.ts';
import { withPresentEdition } from '../present-edition.ts';

const names = Object.keys(articleFormats).join('|');
const usage = `Usage: dateline export ADDRESS… [--format ${names}] [--output FOLDER], or --all --output FOLDER, or --site FOLDER`;

interface Request {
  addresses: string[];
  all: boolean;
  format: ArticleFormat;
  output: string | undefined;
}

/**
 * `dateline export`: public articles in the trade's formats. One goes to standard output, unless a folder is named;
 * several go into a folder, each at its address. `--site` exports the site: `export-site.ts`. Exit 0 done, 1 not all were found or could be written,
 * or `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[]): Promise<number> {
  if (args.some((argument) => /^--site(?:=|$)/.test(argument))) {
    const site = await import('./export-site.ts');
    return site.run(args);
  }
  const request = requestIn(args);
  if (typeof request === 'string') return refused(request, usage);
  return withPresentEdition(
    (edition) => (request.all ? exportAll(edition, request) : exportSome(edition, request)),
    'summary',
  );
}

function requestIn(args: string[]): Request | string {
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
  return { addresses, all, format, output };
}

function exportSome(edition: Edition, { addresses, format, output }: Request): number {
  let done = 0;
  for (const asked of addresses) {
    const found = put(edition, asked, format, output);
    if (found === undefined) console.error(`dateline: there is no public article at ${printable(asked)}.`);
    else if (found) done += 1;
  }
  if (output !== undefined) console.error(`${counted(done, 'article')} in ${output}.`);
  return done === addresses.length ? 0 : 1;
}

/** Oldest first. */
function exportAll(edition: Edition, { format, output }: Request): number {
  let done = 0;
  let failed = 0;
  for (const address of storyAddresses(edition)) {
    if (put(edition, address, format, output)) done += 1;
    else failed += 1;
  }
  console.error(`${counted(done, 'article')} in ${output}${failed === 0 ? '' : `; ${failed} could not be written`}.`);
  return failed === 0 ? 0 : 1;
}

/** Faults of the machine, which the next article would meet too. */
const stops = new Set(['ERR_SQLITE_ERROR', 'ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE']);

/**
 * Writes the article at an address. A fault in it is printed, and the others go on. Returns whether it was written, or
 * `undefined` if there is no such article. Throws what stops all articles.
 */
function put(edition: Edition, asked: string, format: ArticleFormat, output: string | undefined): boolean | undefined {
  const { ending, write } = articleFormats[format];
  try {
    const story = publicStory(edition, asked);
    if (!story) return undefined;
    const document = write(articleData(edition, story));
    if (output === undefined) process.stdout.write(document);
    else {
      const path = join(output, `${story.address}${ending}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, document);
    }
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && stops.has(String(fault.code))) throw fault;
    const why = fault instanceof Error ? fault.message : String(fault);
    console.error(`dateline: ${printable(asked)} cannot be written as ${format}: ${printable(why)}.`);
    return false;
  }
}
