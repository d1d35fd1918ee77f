import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readInstant } from '../../newsroom/model/instant.ts';
import { compareText } from '../../newsroom/model/problem.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { titleFault } from '../present-titles.ts';
import { serveLive } from '../serve-live.ts';

const usage = 'Usage: dateline preview [FOLDER] [--at 2026-01-13T18:30:00+09:00] [--title NAME]';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * `dateline preview [FOLDER] [--at ISO] [--title NAME]`: the site with drafts and with what is withheld or yet to come, for this machine only. It
 * compiles into its own data folder, under the site's, and its pages are in memory only: nothing of it can get into what
 * the public is served from. `localhost` shows the title that is named, or the first one; `NAME.localhost` shows each.
 */
export async function run(args: string[], title?: string): Promise<number> {
  const at = instantIn(args);
  if (at === 'unusable') return refused(`“${args.join(' ')}” is no instant with an offset.`, usage);
  const settings = settingsFrom({
    ...process.env,
    PORT: process.env['PORT'] || '3001',
    ...(at !== undefined && { DATELINE_NOW: at }),
  });
  const { content, data, host } = settings;
  if (!loopback.has(host)) {
    console.error(`dateline: a preview shows what is not public, so it serves this machine only; HOST is “${host}”.`);
    return 2;
  }
  const fault = titleFault(titleNames(content), title);
  if (fault !== undefined) {
    console.error(`dateline: ${fault}`);
    return 2;
  }
  const audience = at === undefined ? 'preview-all' : 'preview';
  const own = join(data, 'preview', at === undefined ? 'all' : 'at');
  const note = `: a preview${at === undefined ? '' : ` as of ${at}`}, for this machine only`;
  return serveLive({ ...settings, data: own }, { audience, note, localTitle: title });
}

/** The names of the files of titles, by the alphabet. */
function titleNames(content: string): string[] {
  return globSync('titles/*.yaml', { cwd: content })
    .map((file) => basename(file, '.yaml'))
    .toSorted(compareText);
}

/** The instant that the arguments name, if any; `unusable` if they say something else. */
function instantIn(args: string[]): string | undefined {
  const parsed = parsedArguments({ args, options: { at: { type: 'string' } } });
  if (typeof parsed === 'string') return 'unusable';
  const { at } = parsed.values;
  return at === undefined || readInstant(at) !== undefined ? at : 'unusable';
}
