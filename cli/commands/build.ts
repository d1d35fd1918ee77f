import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { buildCode } from '../build-code.ts';
import { compileContent } from '../compile-content.ts';
import { printSummary } from '../print.ts';

/**
 * `dateline build [--code-only]`: content into the store, and the code's build. `start` then only compiles what has
 * changed since, and serves. The code's build holds no content, so it can be made where there is none.
 */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, ['--code-only'], 'build [--code-only]')) return 2;
  if (!args.includes('--code-only')) {
    const { content, data } = settingsFrom(process.env);
    printSummary(await compileContent({ content, data }));
  }
  if (!(await buildCode())) return 2;
  console.log('The code is built.');
  return 0;
}
