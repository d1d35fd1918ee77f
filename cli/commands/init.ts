import { lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isVisible } from '../../newsroom/model/characters.ts';
import { language } from '../../newsroom/model/field-types.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { oneLine, parsedArguments, refused } from '../arguments.ts';
import { localInstant } from '../../newsroom/model/local-instant.ts';
import { newNewsroom } from '../new-newsroom.ts';

const usage = 'Usage: dateline init FOLDER [--name "Name"] [--language TAG]';

/** `dateline init FOLDER`: makes a small newsroom. It never overwrites a file: if one is there, it writes nothing. */
export async function run(args: string[]): Promise<number> {
  const parsed = parsedArguments({
    args,
    allowPositionals: true,
    options: { name: { type: 'string' }, language: { type: 'string', default: 'en' } },
  });
  if (typeof parsed === 'string') return refused(parsed, usage);
  const { positionals, values } = parsed;
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) return refused('init needs the path of one folder.', usage);
  if (!language.safeParse(values.language).success)
    return refused(`“${values.language}” is no language tag, such as en or pt-BR.`, usage);
  const folder = resolve(given);
  const name = oneLine(values.name ?? nameFrom(basename(folder)));
  if (!isVisible(name)) return refused('The newspaper needs a name.', usage);
  const { timeZone: timezone } = new Intl.DateTimeFormat().resolvedOptions();
  const published = localInstant(settingsFrom(process.env).now(), timezone);
  const shown = quoted(given);
  const files = newNewsroom({ name, folder: shown, language: values.language, timezone, published });
  const present = Object.keys(files).filter((path) => exists(join(folder, path)));
  const there = present.filter((path) => !besides.includes(path));
  if (there.length > 0) {
    console.error(`dateline: ${folder} already has ${there.join(', ')}. Nothing was written.`);
    return 1;
  }
  for (const [path, text] of Object.entries(files)) {
    if (present.includes(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // The flag refuses a file that came in the meantime.
    writeFileSync(join(folder, path), text, { flag: 'wx' });
  }
  if (present.length > 0) console.log(`${present.join(' and ')} stay as they were. git should ignore .dateline/.`);
  console.log(`${name} is in ${folder}.\n\n  npx dateline start ${shown}\n\nThen open http://localhost:3000.`);
  return 0;
}

/** Files that a new repository of git often has. The newsroom does not need them. */
const besides: readonly string[] = ['README.md', '.gitignore'];

/** `my-paper` → `My Paper` */
function nameFrom(folder: string): string {
  return folder
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Whether something is at a path, a link that leads nowhere included. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
