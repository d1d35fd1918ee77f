import { basename, dirname, relative, resolve, sep } from 'node:path';
import { decode } from '../decode.ts';
import { isRecord, textOf, textsOf } from '../field-values.ts';
import type { SourceFile } from '../reader.ts';
import { gateOf } from './gates.ts';
import { readDataFile, readPostFrontMatter } from './front-matter-formats.ts';
import { fieldKey, statedFields, valueOf, type StatedFields } from './stated-fields.ts';

/**
 * What the files around the posts say about them: the settings of Hugo, Jekyll, Hexo and Zola, the data files of Eleventy,
 * and the sections of Hugo and Zola, which give fields to all posts below them.
 */
export interface Site {
  /** The host of the old site; null if no setting states it. */
  host: string | null;
  /** The path of the old site on its host, without a slash at the end: `/blog`. */
  basePath: string;
  /** The template of addresses, by section or collection; that under `*` is for all others. */
  permalinks: ReadonlyMap<string, string>;
  /** The language of posts that state none, and the languages that the settings name. */
  language: string | null;
  languages: ReadonlySet<string>;
  /** What data files say about authors, by key. */
  authors: ReadonlyMap<string, Record<string, unknown>>;
  /** Collections of Jekyll that it does not write. */
  unwritten: ReadonlySet<string>;
  /** Whether it is a site of Hugo or Zola: the other files of a bundle are no pages. */
  hasBundles: boolean;
  /** The fields that a post has from others, the nearest first. */
  inherited: (path: string, collection: string) => StatedFields[];
}

interface Rule {
  /** Whether the rule is for a post. */
  applies: (path: string, collection: string) => boolean;
  /** The folder that has the rule. Rules of inner folders come first. */
  folder: string;
  fields: StatedFields;
}

const SETTINGS = /^_?(?:config|hugo)\.(?:toml|ya?ml|json)$/i;
const AUTHOR_DATA = /^(?:authors?|people|team|members|writers|staff|contributors)\.(?:ya?ml|json|toml)$/i;

/** Reads the files around the posts. A file that cannot be read says nothing. */
export function readSite(files: readonly SourceFile[]): Site {
  const rules: Rule[] = [];
  const authors = new Map<string, Record<string, unknown>>();
  const settings: { folder: string; fields: Record<string, unknown> }[] = [];
  for (const { path, bytes } of files) {
    const { text } = decode(bytes);
    const [name, folder] = [basename(path), dirname(resolve(path))];
    if (/^_index\.\w+/i.test(name)) rules.push(...sectionRules(folder, text));
    else if (/\.11tydata\.[cm]?js$/i.test(name)) rules.push(...scriptRules(folder, name, text));
    else {
      const data = readDataFile(name, text);
      if (data === null) continue;
      if (SETTINGS.test(name)) settings.push({ folder, fields: data });
      else if (/^config[\\/]_default$/.test(relative(dirname(dirname(folder)), folder)))
        settings.push({ folder: dirname(dirname(folder)), fields: { [name.replace(/\.\w+$/, '')]: data } });
      else if (AUTHOR_DATA.test(name)) addAuthors(authors, data);
      else rules.push(...dataRules(folder, name, data));
    }
  }
  for (const { folder, fields } of settings) rules.push(...settingRules(folder, fields));
  rules.sort((a, b) => b.folder.length - a.folder.length);
  const all = settings.map(({ fields }) => fields);
  const addresses = ['baseURL', 'base_url', 'url', 'siteUrl', 'site_url'];
  const [address] = all.flatMap((each) => addresses.flatMap((name) => urlIn(valueOf(statedFields(each), name))));
  // Jekyll has the path in a field by itself.
  const basePath = all.map((each) => textOf(each['baseurl'])).find((text) => text.startsWith('/'));
  const languages = all.map((each) => each['languages']).find(isRecord);
  return {
    host: address?.hostname ?? null,
    basePath: (basePath ?? address?.pathname ?? '').replace(/\/+$/, ''),
    permalinks: new Map(all.flatMap(permalinksIn)),
    language: textOf(first(all, 'defaultContentLanguage')) || null,
    languages: new Set(Object.keys(languages ?? {}).map((name) => name.toLowerCase())),
    authors,
    unwritten: new Set(all.flatMap(unwrittenCollections)),
    hasBundles: files.some(({ path }) => /^(?:hugo|config)\.\w+$/i.test(basename(path))),
    inherited: (path, collection) => {
      const absolute = resolve(path);
      return rules.filter((rule) => rule.applies(absolute, collection)).map(({ fields }) => fields);
    },
  };
}

const first = (all: readonly Record<string, unknown>[], name: string): unknown =>
  all.map((fields) => fields[name]).find((value) => value !== undefined);

function urlIn(value: unknown): URL[] {
  const text = textOf(value);
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? [new URL(text)] : [];
}

const below =
  (folder: string) =>
  (path: string): boolean =>
    path.startsWith(folder + sep);

/** The cascade of a section, and what hides the section itself: a section that nobody sees has no posts that anybody sees. */
function sectionRules(folder: string, text: string): Rule[] {
  const read = readPostFrontMatter(text.replace(/\r\n?/g, '\n'));
  if (read === null || 'message' in read) return [];
  const own = Object.entries(read.fields).filter(([name]) => {
    const kind = gateOf(fieldKey(name))?.kind;
    return kind !== undefined && kind !== 'off' && kind !== 'build' && kind !== 'word';
  });
  return [
    ...cascadeRules(folder, read.fields),
    ...(own.length > 0 ? [{ applies: below(folder), folder, fields: statedFields(Object.fromEntries(own)) }] : []),
  ];
}

function cascadeRules(folder: string, fields: Record<string, unknown>): Rule[] {
  const stated = Object.entries(fields).find(([name]) => fieldKey(name) === 'cascade')?.[1];
  return (Array.isArray(stated) ? stated : [stated]).filter(isRecord).flatMap((entry) => {
    const target = entry['_target'] ?? entry['target'];
    const { path: glob = '**', kind = 'page' } = isRecord(target) ? target : {};
    if (textOf(kind) !== 'page' && textOf(kind) !== '{page}') return [];
    const pattern = globPattern(textOf(glob));
    return [
      {
        applies: (path: string) => below(folder)(path) && pattern.test(logicalPath(path)),
        folder,
        fields: statedFields(entry),
      },
    ];
  });
}

/** The path of a page as Hugo's cascades name it: inside `content`, without extension. */
const logicalPath = (path: string): string =>
  path
    .replaceAll(sep, '/')
    .replace(/^.*\/content(?=\/)/, '')
    .replace(/(?:\/index)?(?:\.\w\w)?\.\w+$/, '')
    .toLowerCase();

function globPattern(glob: string, end = ''): RegExp {
  const source = glob
    .toLowerCase()
    .replace(/^\/?/, '/')
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?|\{|\}|,/g, (token) => {
      if (token.startsWith('**')) return '.*';
      return { '*': '[^/]*', '?': '[^/]', '{': '(?:', '}': ')', ',': '|' }[token] ?? token;
    });
  try {
    return new RegExp(`(?:^|/)${source.replace(/^\//, '')}${end}$`);
  } catch {
    // A pattern that cannot be read may mean this post.
    return /^/;
  }
}

/** The files that Jekyll, Hugo and Zola leave out of a site. */
function excludeRule(folder: string, patterns: readonly RegExp[]): Rule {
  return {
    applies: (path) => {
      const inside = `/${relative(folder, path).replaceAll(sep, '/')}`;
      return (
        below(folder)(path) && patterns.some((pattern) => pattern.test(inside) || pattern.test(inside.toLowerCase()))
      );
    },
    folder,
    fields: new Map([['excludefromsite', [{ written: 'exclude', value: true }]]]),
  };
}

function patternOf(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    // A pattern that cannot be read may mean this post.
    return /^/;
  }
}

/** Hugo's cascade and Jekyll's defaults in the settings. */
function settingRules(folder: string, fields: Record<string, unknown>): Rule[] {
  const excluded = [
    ...textsOf(fields['exclude']).map((glob) => globPattern(`/${glob.replace(/^\/|\/$/g, '')}`, '(?:/.*)?')),
    ...textsOf(fields['ignored_content']).map((glob) => globPattern(glob)),
    ...textsOf(fields['ignoreFiles'] ?? fields['ignorefiles']).map(patternOf),
  ];
  const defaults = Array.isArray(fields['defaults']) ? fields['defaults'].filter(isRecord) : [];
  return [
    ...(excluded.length > 0 ? [excludeRule(folder, excluded)] : []),
    ...cascadeRules(folder, fields),
    ...(isRecord(fields['cascade']) && isRecord(fields['cascade']['cascade'])
      ? cascadeRules(folder, fields['cascade'])
      : []),
    // Later defaults of Jekyll replace earlier ones.
    ...defaults.toReversed().flatMap(({ scope, values }): Rule[] => {
      if (!isRecord(values)) return [];
      const { path: scopePath, type } = isRecord(scope) ? scope : {};
      const inside = textOf(scopePath).replace(/^\/+|\/+$/g, '');
      const pattern =
        inside === '' ? /^/ : new RegExp(`^${globPattern(inside).source.replace(/^\(\?:\^\|\/\)|\$$/g, '')}(?:/|$)`);
      const kind = textOf(type);
      return [
        {
          applies: (path, collection) =>
            below(folder)(path) &&
            pattern.test(relative(folder, path).replaceAll(sep, '/').toLowerCase()) &&
            (kind === '' || kind === collection || (kind === 'posts' && collection === 'drafts')),
          folder,
          fields: statedFields(values),
        },
      ];
    }),
  ];
}

/** `posts/posts.json` is for the posts in its folder, `posts/one.json` for `posts/one.md`, `_metadata.yml` for all below it. */
function dataRules(folder: string, name: string, data: Record<string, unknown>): Rule[] {
  const stem = name.replace(/(?:\.11tydata)?\.\w+$/i, '');
  return [{ applies: appliesFrom(folder, stem), folder, fields: statedFields(data) }];
}

function appliesFrom(folder: string, stem: string): (path: string) => boolean {
  return stem === '_metadata' || stem === basename(folder)
    ? below(folder)
    : (path) => dirname(path) === folder && basename(path).replace(/\.\w+$/, '') === stem;
}

/** A field in a script that hides a post. */
export const SCRIPT_GATE =
  /["']?\b(?:(?:draft|private|hidden|unlisted|eleventyExcludeFromCollections)["']?\s*:(?!\s*false\b)|(?:published|publish|public|permalink)["']?\s*:\s*(?:false\b|[^,\n]*\?))/i;

/** A script is never run. If it names a field that hides posts, they are drafts. */
function scriptRules(folder: string, name: string, text: string): Rule[] {
  const stem = name.replace(/\.11tydata\.\w+$/i, '');
  return SCRIPT_GATE.test(text)
    ? [
        {
          applies: appliesFrom(folder, stem),
          folder,
          fields: new Map([['draft', [{ written: `draft in ${name}`, value: true }]]]),
        },
      ]
    : [];
}

function addAuthors(authors: Map<string, Record<string, unknown>>, data: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(data)) {
    const fields = typeof value === 'string' ? { name: value } : value;
    if (isRecord(fields) && !authors.has(key.toLowerCase())) authors.set(key.toLowerCase(), fields);
  }
}

/** `permalink: pretty`, `permalinks: { posts: … }`, `permalinks: { page: { posts: … } }`, `collections: { news: { permalink: … } }`. */
function permalinksIn(fields: Record<string, unknown>): [string, string][] {
  const stated = fields['permalinks'];
  const inner = isRecord(stated) && isRecord(stated['page']) ? stated['page'] : stated;
  const collections = isRecord(fields['collections']) ? Object.entries(fields['collections']) : [];
  return [
    ...(isRecord(inner) ? Object.entries(inner) : []),
    ...collections.map(([name, each]): [string, unknown] => [name, isRecord(each) ? each['permalink'] : undefined]),
    ['*', fields['permalink']] as [string, unknown],
  ].flatMap(([name, value]): [string, string][] => (textOf(value) === '' ? [] : [[name, textOf(value)]]));
}

function unwrittenCollections({ collections }: Record<string, unknown>): string[] {
  if (Array.isArray(collections)) return collections.map(textOf);
  if (!isRecord(collections)) return [];
  return Object.entries(collections).flatMap(([name, each]) =>
    name === 'posts' ||
    (isRecord(each) && (each['output'] === true || /^(?:true|yes|on)$/i.test(textOf(each['output']))))
      ? []
      : [name],
  );
}

/** The site of posts without any files around them. */
export const noSite = readSite([]);
