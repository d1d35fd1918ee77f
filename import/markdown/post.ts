import { decode } from '../decode.ts';
import { textOf } from '../field-values.ts';
import type { LogEntry } from '../import-item.ts';
import { type ImportProblem, problemAt } from '../problem.ts';
import type { SourceFile } from '../reader.ts';
import { addressSlug, storySlug } from '../slug.ts';
import { toInstant, toPublished } from '../stated-time.ts';
import { cleanCharacters } from './clean-characters.ts';
import { parseDate } from './dates.ts';
import { readPostFrontMatter } from './front-matter-formats.ts';
import { gateOf } from './gates.ts';
import { languageTag } from '../language.ts';
import { plainText } from './plain-text.ts';
import { readPostFile, type PostFile } from './post-file.ts';
import { SCRIPT_GATE, type Site } from './site.ts';
import { fieldKey, statedFields, valueOf, type StatedField, type StatedFields } from './stated-fields.ts';
import { labelsOf } from './labels.ts';

/** A post of a static site: its front matter is read, its body is not yet. All posts are needed in this form before a body can be read. */
export interface Post {
  source: string;
  file: PostFile;
  /** Its own fields and those that it has from its folder or the settings. */
  stated: StatedFields;
  body: string;
  headline: string;
  published: string;
  /** The same as the article's file has it: a day with its offset if the post says so. A day alone is the beginning of the day. */
  written: string;
  /** Its categories, as they are in addresses of Jekyll. */
  categories: string[];
  lang: string | null;
  slug: string;
  /** `/YYYY/MM/DD/slug` on this site. */
  address: string;
  /** The line of a field of the front matter; 1 if the field is not there. */
  lineOf: (field: string) => number;
  log: LogEntry[];
}

// Some systems have no `date`: Astro has `pubDate`, Ghost `published_at`.
const DATES = [
  'date',
  'pubDate',
  'publishDate',
  'published_at',
  'publishedAt',
  'published',
  'published_on',
  'published_date',
  'date_published',
  'publication_date',
  'post_date',
  'created',
  'created_at',
  'date_created',
];

/** Reads the front matter of a post. A headline, a date or a slug that is missing is a problem. `day` is the day of posts that state none. */
export function readPost(source: SourceFile, site: Site, day: string | null): Post | ImportProblem {
  const { text: decoded, encoding } = decode(source.bytes);
  const text = cleanCharacters(decoded);
  const log: LogEntry[] = encoding === 'utf-8' ? [] : [{ rule: 'encoding', text: encoding }];
  if (text !== decoded) log.push({ rule: 'characters-removed', text: String(decoded.length - text.length) });
  const lineOf = lineIn(text);
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
  const read = readPostFrontMatter(text);
  if (read === null)
    return fault(
      'The file has no front matter.',
      'Begin the file with a line of three hyphens, the fields, and three hyphens again.',
    );
  if ('message' in read)
    return fault(
      `The front matter cannot be read: ${read.message}`,
      'Put text that holds a colon, a quote or a # in "double quotes".',
      read,
    );
  const file = readPostFile(source, site.languages);
  const own = statedFields(read.fields);
  for (const [name, value] of repeatedGates(read.source)) {
    log.push({ rule: 'field-repeated', text: `${name}: ${value}` });
    own.set(fieldKey(name), [...(own.get(fieldKey(name)) ?? []), { written: name, value }]);
  }
  const stated = withInherited(own, site.inherited(source.path, file.collection));
  const module = /\.mdx$/i.test(source.path) ? withoutModuleCode(read.body) : { code: '', body: read.body };
  const { code } = module;
  if (code !== '') log.push({ rule: 'code-removed', text: code.replace(/\s+/g, ' ').slice(0, 80) });
  if (SCRIPT_GATE.test(code)) stated.set('draft', [{ written: 'draft in code', value: true }]);
  const statedTitle = plainText(textOf(valueOf(stated, 'title')));
  const { headline, body } =
    statedTitle === '' ? splitHeading(module.body) : { headline: statedTitle, body: module.body };
  if (headline === '') return fault('The post has no title.', 'Add `title: …`.', { field: 'title' });
  const { field, written } = dateIn(stated, file.day);
  const time = parseDate(written || file.day || (day ?? ''));
  if (time === null) {
    return written === ''
      ? fault(
          'Neither the front matter nor the file’s name states a date.',
          'Write a day, a time and an offset: `date: 2026-01-13T18:30:00+09:00`. Or give the day of all such posts with `--date`.',
          { field },
        )
      : fault(`“${written}” is not a date.`, 'Write a day, a time and an offset: `date: 2026-01-13T18:30:00+09:00`.', {
          field,
        });
  }
  const published = toInstant(time);
  const publishedAsWritten = toPublished(time);
  if (written === '')
    log.push({ rule: file.day === '' ? 'date-from-command' : 'date-from-file-name', text: publishedAsWritten });
  else if (time.offset === null) log.push({ rule: 'date-without-offset', text: `${written} → ${publishedAsWritten}` });
  else if (time.offset.endsWith('14:00') && !/14:?(?:00)?$/.test(written))
    log.push({ rule: 'date-offset-impossible', text: `${written} → ${published}` });

  const languageText = textOf(valueOf(stated, 'lang', 'locale', 'language', 'languageCode'));
  const lang = languageText === '' ? file.language : languageTag(languageText);
  if (languageText !== '' && lang === null) log.push({ rule: 'language-unreadable', text: languageText });
  const slugText = textOf(valueOf(stated, 'slug')).replace(/\/+$/, '').split('/').at(-1) ?? '';
  const slug = addressSlug(slugText) || addressSlug(file.stem) || storySlug(headline);
  if (slug === '')
    return fault('No address can be made of the title.', 'Add `slug: …` in letters and digits.', { field: 'slug' });
  const categories = [
    ...labelsOf(valueOf(stated, 'categories'), { spaces: true }),
    ...labelsOf(valueOf(stated, 'category')),
  ];
  return {
    source: source.path,
    file,
    stated,
    body,
    headline,
    published,
    written: publishedAsWritten,
    categories: file.collection === 'posts' ? [...file.folders, ...categories] : categories,
    lang,
    slug,
    address: `/${published.slice(0, 10).replaceAll('-', '/')}/${slug}`,
    lineOf,
    log,
  };
}

/** The body of an MDX file, and the imports and exports above it. No reader of the old site saw them. */
function withoutModuleCode(text: string): { code: string; body: string } {
  const [code = ''] =
    /^(?:\s*(?:import\s+[\w*{"']|export\s+(?:const|let|var|function|default|\{|\*)).*(?:\n(?!\s*\n).*)*)*/.exec(text) ??
    [];
  return { code: code.trim(), body: text.slice(code.length) };
}

/** The heading with which a body begins, and what is below it: Docusaurus and others take it as the title. */
function splitHeading(text: string): { headline: string; body: string } {
  const [before = '', hashed, underlined] =
    /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)*(?:#[^\S\n]+([^\n]+)|(\S[^\n]*)\n=+[^\S\n]*(?:\n|$))/.exec(text) ?? [];
  const heading = (hashed ?? underlined ?? '').replace(/(?:[^\S\n]+#+)?(?:\s*\{[#.:][^{}]*\})?\s*$/, '');
  // A heading with code in it is no text.
  const headline = /\{[%{]/.test(heading) ? '' : plainText(heading);
  return headline === '' ? { headline, body: text } : { headline, body: text.slice(before.length) };
}

/** The field that states when the post was published; that of `date` if none does. A day in the file's name comes before other fields. */
function dateIn(stated: StatedFields, day: string): { field: string; written: string } {
  const [date = '', ...others] = DATES.map((name) => textOf(valueOf(stated, name)));
  if (date !== '') return { field: 'date', written: date };
  // `published: true` is no date.
  const at = others.findIndex((text) => {
    const time = parseDate(text);
    return time !== null && (day === '' || time.day === day);
  });
  return { field: DATES[at + 1] ?? 'date', written: others[at] ?? '' };
}

/** The fields of a post, and those from elsewhere that it does not state itself. */
function withInherited(own: StatedFields, inherited: readonly StatedFields[]): Map<string, readonly StatedField[]> {
  const all = new Map(own);
  for (const fields of inherited) {
    for (const [key, value] of fields) if (!all.has(key)) all.set(key, value);
  }
  return all;
}

/**
 * Fields that hide posts and that the source has twice, each time with another value. A parser takes one of them, and it
 * can be the wrong one. So all of them count.
 */
function repeatedGates(source: string): [string, string][] {
  const pattern = /^\s*\{/.test(source)
    ? /"([A-Za-z_][\w-]*)"\s*:\s*("(?:\\.|[^"\\])*"|[^\s,}\]]+)/g
    : /^["']?([A-Za-z_][\w-]*)["']?[^\S\n]*:[^\S\n]*(.*)$/gm;
  const gates = [...source.matchAll(pattern)]
    .map(([, name = '', value = '']): [string, string] => [name, value.replace(/\s+#.*$/, '').trim()])
    .filter(([name]) => gateOf(fieldKey(name)) !== undefined);
  const repeated = Map.groupBy(gates, ([name]) => name);
  return [...repeated.values()].flatMap((group) => (new Set(group.map(([, value]) => value)).size > 1 ? group : []));
}

/** Finds the line of a field by its name, which can have the names of maps before it. */
function lineIn(text: string): (field: string) => number {
  return (field) => {
    const key = fieldKey(field.split('.').at(-1) ?? field);
    const at = text.split('\n').findIndex((line) => {
      const name = /^[\s{"'[.-]*([A-Za-z_][\w-]*)["']?\s*[:=]/.exec(line)?.[1];
      return name !== undefined && fieldKey(name) === key;
    });
    return Math.max(0, at) + 1;
  };
}
