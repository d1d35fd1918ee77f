import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { compileContent } from '../compile-content.ts';
import { hasUsableSite, summaryLine } from '../print.ts';
import { serveLive } from '../serve-live.ts';

/**
 * `dateline start`: compiles, builds the code if it has changed, serves, and follows the content folder until it is stopped.
 * Exit 1 if there is a `site.yaml` that cannot be used, and never was one that can.
 */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, [], 'start')) return 2;
  const settings = settingsFrom(process.env);
  const summary = await compileContent({ content: settings.content, data: settings.data });
  console.log(summaryLine(summary));
  if (!hasUsableSite(summary)) return 1;
  return serveLive(settings, summary, { audience: 'public', note: '' });
}
