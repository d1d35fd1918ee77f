import { settingsFrom } from '../../newsroom/settings.ts';
import { writeSnapshot } from '../../newsroom/snapshot/write-snapshot.ts';
import { parsedArguments, refused } from '../arguments.ts';
import { compileContent } from '../compile-content.ts';
import { hasUsableSite, printSummary } from '../print.ts';

const usage = 'Usage: dateline compile [--snapshot FILE]';

/**
 * `dateline compile [--snapshot FILE]`: content into the store, and the store into one file for other machines. It succeeds with
 * problems too: a broken file keeps what was live before. Exit 1 if there is to be a snapshot and `site.yaml` cannot be used.
 */
export async function run(args: string[]): Promise<number> {
  const parsed = parsedArguments({ args, options: { snapshot: { type: 'string' } } });
  if (typeof parsed === 'string') return refused(parsed, usage);
  const { snapshot } = parsed.values;
  if (snapshot === '') return refused('--snapshot needs a file.', usage);
  const { content, data, clock } = settingsFrom(process.env);
  const summary = await compileContent({ content, data, sameContent: true });
  printSummary(summary);
  if (snapshot === undefined) return 0;
  if (!hasUsableSite(summary)) return 1;
  const done = writeSnapshot(data, snapshot, clock());
  console.log(done === 'written' ? `The snapshot is in ${snapshot}.` : `The snapshot in ${snapshot} is up to date.`);
  return 0;
}
