import { join } from 'node:path';
import { readInstant } from '../../newsroom/model/instant.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { serveLive } from '../serve-live.ts';

const usage = 'Usage: dateline preview [FOLDER] [--at 2026-01-13T18:30:00+09:00] [--title NAME]';
const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * `dateline preview [FOLDER] [--at ISO]`: the site with drafts and with what is withheld or yet to come, for this machine only. It
 * compiles into its own data folder, under the site's, and its pages are in memory only: nothing of it can get into what
 * the public is served from.
 */
export async function run(args: string[]): Promise<number> {
  const at = instantIn(args);
  if (at === 'unusable') return refused(`“${args.join(' ')}” is no instant with an offset.`, usage);
  const settings = settingsFrom({
    ...process.env,
    PORT: process.env['PORT'] || '3001',
    ...(at !== undefined && { DATELINE_NOW: at }),
  });
  const { data, host } = settings;
  if (!loopback.has(host)) {
    console.error(`dateline: a preview shows what is not public, so it serves this machine only; HOST is “${host}”.`);
    return 2;
  }
  const audience = at === undefined ? 'preview-all' : 'preview';
  const own = join(data, 'preview', at === undefined ? 'all' : 'at');
  const note = `: a preview${at === undefined ? '' : ` as of ${at}`}, for this machine only`;
  return serveLive({ ...settings, data: own }, { audience, note });
}

/** The instant that the arguments name, if any; `unusable` if they say something else. */
function instantIn(args: string[]): string | undefined {
  const parsed = parsedArguments({ args, options: { at: { type: 'string' } } });
  if (typeof parsed === 'string') return 'unusable';
  const { at } = parsed.values;
  return at === undefined || readInstant(at) !== undefined ? at : 'unusable';
}
