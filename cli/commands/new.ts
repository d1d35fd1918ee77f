import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { addressSlug } from '../../import/slug.ts';
import { writeFrontMatter } from '../../newsroom/intake/front-matter.ts';
import { readEntity } from '../../newsroom/intake/read-entity.ts';
import { CannotCompile } from '../../newsroom/compile/compile.ts';
import { isVisible } from '../../newsroom/model/characters.ts';
import { isSlug } from '../../newsroom/model/slug.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { oneLine, refused } from '../arguments.ts';
import { localInstant } from '../../newsroom/model/local-instant.ts';

const usage = 'Usage: dateline new "Headline"';

/** `dateline new "Headline"`: writes a draft that passes the check. It never overwrites a file. */
export async function run(args: string[]): Promise<number> {
  const words = args[0] === '--' ? args.slice(1) : args;
  const headline = oneLine(words.join(' '));
  if (!isVisible(headline)) return refused('a new article needs a headline.', usage);
  const { content, now } = settingsFrom(process.env);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotCompile(`There is no content folder at ${content}.`);
  const published = localInstant(now(), timezoneOf(content));
  const folder = join(content, 'articles', ...published.slice(0, 10).split('-'));
  mkdirSync(folder, { recursive: true });
  const path = write(folder, slugFor(headline), draft(headline, published));
  const shown = relative('', path);
  console.log(shown.startsWith('..') ? path : shown);
  return 0;
}

function draft(headline: string, published: string): string {
  const fields = { id: `urn:uuid:${randomUUID()}`, headline, published, status: 'draft' };
  return writeFrontMatter(fields, 'Write the story here.');
}

/** A headline of characters that no address can hold, such as an emoji, gets a slug that the editor can rename. */
function slugFor(headline: string): string {
  const slug = addressSlug(headline);
  return isSlug(slug) ? slug : 'story';
}

/** Writes the file under the first of `slug`, `slug-2`, `slug-3` … that is free. */
function write(folder: string, slug: string, text: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? slug : `${slug}-${number}`;
    const path = join(folder, `${name}.mdx`);
    // The two would have the same address.
    if (existsSync(join(folder, `${name}.md`))) continue;
    try {
      writeFileSync(path, text, { flag: 'wx' });
      return path;
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
    }
  }
}

/** The time zone of `site.yaml`; UTC if it has none that can be read. */
function timezoneOf(content: string): string {
  const path = join(content, 'site.yaml');
  if (!existsSync(path)) return 'UTC';
  const { entity } = readEntity('site', 'site.yaml', readFileSync(path, 'utf8'));
  return entity?.kind === 'site' ? entity.value.timezone : 'UTC';
}
