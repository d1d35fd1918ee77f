import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { Editions } from '../../newsroom/edition/open.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { printable } from '../../newsroom/model/characters.ts';
import { normalPath } from '../../newsroom/model/path.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { articleData } from '../../formats/article/article-data.ts';
import { articleFormats, isArticleFormat, type ArticleFormat } from '../../formats/article/formats.ts';
import { linkTarget } from '../../site/addresses/link-target.ts';
import { compileContent } from '../compile-content.ts';
import { counted, hasUsableSite, summaryLine } from '../print.ts';

const names = Object.keys(articleFormats).join('|');
const usage = `Usage: dateline export ADDRESS… [--format ${names}] [--output FOLDER], or --all --output FOLDER`;

/** How many stories of a day are read at once: no more than that are in memory. */
const batch = 100;

interface Request {
  addresses: string[];
  all: boolean;
  format: ArticleFormat;
  output: string | undefined;
}

/**
 * `dateline export`: public articles in the trade's formats. One goes to standard output, unless a folder is named;
 * several go into a folder, each at its address. Exit 0 done, 1 not all were found or could be written,
 * or `site.yaml` cannot be used, 2 could not run.
 */
export async function run(args: string[]): Promise<number> {
  const request = requestIn(args);
  if (typeof request === 'string') {
    console.error(`dateline: ${request} ${usage}`);
    return 2;
  }
  const { content, data, siteUrl, now } = settingsFrom(process.env);
  const summary = await compileContent({ content, data });
  console.error(summaryLine(summary));
  if (!hasUsableSite(summary)) return 1;
  const editions = Editions.in(data, { siteUrl, linkTarget });
  try {
    return editions.at(now(), (edition) => (request.all ? exportAll(edition, request) : exportSome(edition, request)));
  } finally {
    editions.close();
  }
}

function requestIn(args: string[]): Request | string {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'ninjs' },
        all: { type: 'boolean', default: false },
        output: { type: 'string' },
      },
    });
  } catch (fault) {
    return `${fault instanceof Error ? (fault.message.split('. ')[0] ?? '') : String(fault)}.`;
  }
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

/** Day by day, oldest first: however many there are, only `batch` of them are in memory. */
function exportAll(edition: Edition, { format, output }: Request): number {
  let done = 0;
  let failed = 0;
  for (const { day, count } of edition.days('')) {
    for (let offset = 0; offset < count; offset += batch) {
      for (const { address } of edition.fromOldest('day', day, offset, batch)) {
        if (put(edition, address, format, output)) done += 1;
        else failed += 1;
      }
    }
  }
  console.error(`${counted(done, 'article')} in ${output}${failed === 0 ? '' : `; ${failed} could not be written`}.`);
  return failed === 0 ? 0 : 1;
}

/** A public article by its address, with or without the site's own in front, or by an old address that leads to it. */
function storyAt(edition: Edition, asked: string): FullStory | undefined {
  const { url } = edition.site;
  const path = normalPath(asked.startsWith(`${url}/`) ? asked.slice(url.length) : asked);
  const found = path === undefined ? undefined : edition.lookup(path);
  if (found?.state === 'public') return found.story;
  const moved = found?.state === 'redirect' ? edition.lookup(found.to) : undefined;
  return moved?.state === 'public' ? moved.story : undefined;
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
    const story = storyAt(edition, asked);
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
