import { settingsFrom } from '../../newsroom/settings.ts';
import { takesOnly } from '../arguments.ts';
import { serveLive } from '../serve-live.ts';

/** `dateline start`: compiles, builds the code if it has changed, serves, and follows the content folder until it is stopped. */
export async function run(args: string[]): Promise<number> {
  if (!takesOnly(args, [], 'start')) return 2;
  return serveLive(settingsFrom(process.env), { audience: 'public', note: '' });
}
