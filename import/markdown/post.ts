import { basename } from 'node:path';
import { parseFile } from '../article-file.ts';
import { decode } from '../decode.ts';
import { problemAt, type LogEntry, type Problem, type Source } from '../imported-article.ts';
import { slugOf } from '../slug.ts';
import { instantOf, momentOf } from '../stated-time.ts';
import { plainText } from './plain-text.ts';
import { textOf } from '../field-values.ts';

/** A post of a static site, taken apart: what every other step needs before any body is read. */
export interface Post {
  source: string;
  file: string;
  fields: Record<string, unknown>;
  body: string;
  headline: string;
  published: string;
  slug: string;
  /** `/YYYY/MM/DD/slug` in this newsroom. */
  address: string;
  /** The line on which a field of the front matter stands. */
  lineOf: (field: string) => number;
  log: LogEntry[];
}

/** Reads a post's front matter; what no article can do without is a problem. */
export function readPost(source: Source): Post | Problem {
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
    place: { line?: number; column?: number; field?: string } = {},
  ): Problem =>
    problemAt(
      source.path,
      { line: place.field === undefined ? 1 : lineOf(place.field), ...place },
      {
        code: 'markdown-front-matter',
        message,
        why: 'An article’s headline and date come from its front matter.',
        fix,
      },
    );
  if (/^﻿?\s*\+\+\+/.test(text))
    return fault(
      'The front matter is TOML, which is not yet readable.',
      'Convert it to YAML between lines of three hyphens (`hugo convert toYAML`).',
    );
  const parts = parseFile(text.replace(/^﻿/, ''));
  if (parts === null)
    return fault(
      'The file has no front matter.',
      'Begin the file with a line of three hyphens, the fields, and three hyphens again.',
    );
  if ('message' in parts)
    return fault(
      `The front matter is not YAML: ${parts.message}`,
      'Put text that holds a colon, a quote or a # in "double quotes".',
      parts,
    );

  const { frontMatter: fields, body } = parts;
  const headline = plainText(textOf(fields['title']));
  if (headline === '') return fault('The post has no title.', 'Add `title: …`.', { field: 'title' });
  const file = basename(source.path);
  const { day: fileDay, stem } = datedName(file);
  const stated = textOf(fields['date']);
  const moment = momentOf(stated === '' ? fileDay : stated);
  if (moment === null) {
    const message =
      stated === '' ? 'Neither the front matter nor the file’s name states a date.' : `“${stated}” is no date.`;
    return fault(message, 'Write a day, a time and an offset: `date: 2026-01-13T18:30:00+09:00`.', { field: 'date' });
  }
  const published = instantOf(moment);
  if (stated === '') log.push({ rule: 'date-from-file-name', text: published });
  else if (moment.offset === null) log.push({ rule: 'date-without-offset', text: `${stated} → ${published}` });
  // `index.md` is named after its place, not its story.
  const slug = slugOf(textOf(fields['slug'])) || (stem === 'index' ? '' : slugOf(stem)) || slugOf(headline);
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
    address: `/${moment.day.replaceAll('-', '/')}/${slug}`,
    lineOf,
    log,
  };
}

/** A file's name taken apart: `2024-12-5-name.md` is of 2024-12-05. `day` is empty where the name states none. */
export function datedName(file: string): { day: string; stem: string } {
  const [, year, month = '', day = '', stem = ''] = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})-)?(.+?)\.\w+$/.exec(file) ?? [];
  return { day: year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, stem };
}
