import { basename } from 'node:path';
import { readForeignFrontMatter } from '../../newsroom/intake/front-matter.ts';
import { decode } from '../decode.ts';
import type { LogEntry } from '../import-item.ts';
import { type ImportProblem, problemAt } from '../problem.ts';
import type { SourceFile } from '../reader.ts';
import { addressSlug, storySlug } from '../slug.ts';
import { toInstant, parseStatedTime } from '../stated-time.ts';
import { plainText } from './plain-text.ts';
import { textOf } from '../field-values.ts';

/** A post of a static site: its front matter is read, its body is not yet. All posts are needed in this form before a body can be read. */
export interface Post {
  source: string;
  file: string;
  fields: Record<string, unknown>;
  body: string;
  headline: string;
  published: string;
  slug: string;
  /** `/YYYY/MM/DD/slug` on this site. */
  address: string;
  /** The line of a field of the front matter; 1 if the field is not there. */
  lineOf: (field: string) => number;
  log: LogEntry[];
}

/** Reads the front matter of a post. A headline, a date or a slug that is missing is a problem. */
export function readPost(source: SourceFile): Post | ImportProblem {
  const { text, encoding } = decode(source.bytes);
  const log: LogEntry[] = encoding === 'utf-8' ? [] : [{ rule: 'encoding', text: encoding }];
  const lineOf = (field: string): number =>
    Math.max(
      0,
      text.split('\n').findIndex((line) => line.startsWith(`${field}:`)),
    ) + 1;
  const fault = (
    message: string,
    fix: string,
    { field, ...position }: { line?: number; column?: number; field?: string } = {},
  ): ImportProblem =>
    problemAt(
      source.path,
      {
        code: 'markdown-front-matter',
        ...(field !== undefined && { field }),
        message,
        why: 'An article’s headline and date come from its front matter.',
        fix,
      },
      field === undefined ? position : { line: lineOf(field) },
    );
  if (/^\s*\+\+\+/.test(text))
    return fault(
      'The front matter is TOML, which Dateline cannot read yet.',
      'Convert it to YAML between lines of three hyphens (`hugo convert toYAML`).',
    );
  const read = readForeignFrontMatter(text);
  if (read === null)
    return fault(
      'The file has no front matter.',
      'Begin the file with a line of three hyphens, the fields, and three hyphens again.',
    );
  if ('message' in read)
    return fault(
      `The front matter is not YAML: ${read.message}`,
      'Put text that holds a colon, a quote or a # in "double quotes".',
      read,
    );

  const { data: fields, body } = read;
  const headline = plainText(textOf(fields['title']));
  if (headline === '') return fault('The post has no title.', 'Add `title: …`.', { field: 'title' });
  const file = basename(source.path);
  const { day: fileDay, stem } = datedName(file);
  const stated = textOf(fields['date']);
  const time = parseStatedTime(stated === '' ? fileDay : stated);
  if (time === null) {
    const message =
      stated === '' ? 'Neither the front matter nor the file’s name states a date.' : `“${stated}” is not a date.`;
    return fault(message, 'Write a day, a time and an offset: `date: 2026-01-13T18:30:00+09:00`.', { field: 'date' });
  }
  const published = toInstant(time);
  if (stated === '') log.push({ rule: 'date-from-file-name', text: published });
  else if (time.offset === null) log.push({ rule: 'date-without-offset', text: `${stated} → ${published}` });
  // The name `index.md` says nothing about the article.
  const slug =
    addressSlug(textOf(fields['slug'])) || (stem === 'index' ? '' : addressSlug(stem)) || storySlug(headline);
  if (slug === '')
    return fault('No address can be made of the title.', 'Add `slug: …` in letters and digits.', { field: 'slug' });
  return {
    source: source.path,
    file,
    fields,
    body,
    headline,
    published,
    slug,
    address: `/${time.day.replaceAll('-', '/')}/${slug}`,
    lineOf,
    log,
  };
}

/** The day and the rest of a file name: `2024-12-5-name.md` is of 2024-12-05. `day` is empty if the name states none. */
export function datedName(file: string): { day: string; stem: string } {
  const [, year, month = '', day = '', stem = ''] = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})-)?(.+?)\.\w+$/.exec(file) ?? [];
  return { day: year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, stem };
}
