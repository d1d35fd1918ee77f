import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { compileContent } from '../compile-content.ts';
import { printSummary } from '../print.ts';

/** `dateline compile`: content into the store. It succeeds with problems too: a broken file keeps what was live before. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, [], 'compile')) return 2;
  const { content, data } = settingsFrom(process.env);
  printSummary(await compileContent({ content, data, sameContent: true }));
  return 0;
}
