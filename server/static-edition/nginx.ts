import { outputExtensions } from '../../formats/outputs.ts';
import { alternateFormats } from '../../site/addresses/alternates.ts';
import { feedFormats } from '../../site/addresses/feeds.ts';
import { collectionFolders } from '../../site/addresses/routes.ts';
import { iconForms } from '../../site/icon.ts';
import {
  forAllOrigins,
  htmlType,
  immutable,
  inertPolicy,
  picturePolicy,
  securityHeaders,
  sharedCacheControl,
} from '../headers.ts';
import { iconCaching } from '../icons.ts';
import { pictureCaching } from '../pictures.ts';
import { encoded } from '../respond.ts';
import { goneFolder } from './files.ts';
import type { Manifest } from './manifest.ts';
import type { PolicyKind } from './policies.ts';

const day = String.raw`/\d{4}/\d\d/\d\d`;
const page = String.raw`(?:/page/\d+)?`;
const folders = Object.values(collectionFolders).join('|');

/** The addresses of each kind of page, as regular expressions, and of the files of those without an address. */
const addresses: Readonly<Record<PolicyKind, string>> = {
  front: '/',
  version: `${day}/[^/]+/history/\\d+`,
  history: `${day}/[^/]+/history`,
  'article-links': `${day}/[^/]+/related`,
  day: `${day}${page}`,
  article: `${day}/[^/]+`,
  topics: '/topics',
  'topic-links': '/topics/[^/]+/links',
  collections: `/(?:${folders})${page}`,
  collection: `/(?:${folders})/[^/]+${page}`,
  latest: `/latest${page}`,
  language: `/languages/[^/]+${page}`,
  archive: '/archive',
  year: String.raw`/\d{4}`,
  month: String.raw`/\d{4}/\d\d`,
  corrections: `/corrections${page}`,
  search: '/search',
  gone: `/${goneFolder}/.*`,
  'not-found': '/404.html',
  'static-page': '/.*',
};

/** What an old address has below it that leads on: the pages, formats and feeds of what is at the present one. */
const below = `/related|/history(?:/\\d+)?|/links|/share\\.jpg|${alternateFormats.map(({ ending }) => `\\${ending}`).join('|')}|${page}/(?:${feedFormats.map(({ name }) => name.replace('.', String.raw`\.`)).join('|')})|/page/\\d+`;
const endsBelow = new RegExp(`.(?:${below})$`);

/**
 * What nginx looks up for the path of a request, for its `http` block: which policy and which other headers it has, and
 * where it leads if it is an old address. `site` is the address of the site, `title` the name of the title, if it has one.
 */
export function mapsFile(
  manifest: Manifest,
  site: string,
  policies: ReadonlyMap<PolicyKind, string>,
  title: string | undefined,
): string {
  const redirects = {
    of: new Map<string, string>(),
    exact: new Map<string, string>(),
    query: new Map<string, string>(),
  };
  for (const { path, target } of manifest.eachRedirect())
    redirects[path.includes('?') ? 'query' : endsBelow.test(path) ? 'exact' : 'of'].set(path, literal(encoded(target)));
  const links = new Map<string, string>();
  const robots = new Map<string, string>();
  for (const { path, head } of manifest.eachHead('headers IS NOT NULL')) {
    const { Link: link, 'X-Robots-Tag': tag } = head.headers ?? {};
    if (link !== undefined && link !== canonicalLink(site, path)) links.set(path, literal(link));
    if (tag !== undefined) robots.set(path, tag);
  }
  const inert = `\\.(?:${[...outputExtensions].map((each) => each.slice(1)).join('|')})$|/share\\.jpg$`;
  const icons = Object.keys(iconForms).map((path) => path.replaceAll('.', String.raw`\.`));
  const keys = [...Object.values(redirects).flatMap((map) => [...map.keys()]), ...links.keys(), ...robots.keys()];
  const lines = [
    '# Written by `dateline export`. Include it in the http block of nginx, and server.conf in a server block.',
    ...sizes(keys, title),
    lookup('$dateline_path', '$dateline_policy', [
      ['~^/(?:fonts|_next)/', ''],
      [`~^(?:/images/.*|${icons.join('|')})$`, picturePolicy],
      [`~${inert}`, inertPolicy],
      ...kindsOf(policies),
    ]),
    lookup('$dateline_path', '$dateline_caching', [
      ['~^/(?:fonts|_next)/', immutable],
      ['~^/images/', pictureCaching(Infinity)],
      [`~^(?:${icons.join('|')})$`, iconCaching],
      ['default', sharedCacheControl(Infinity)],
    ]),
    ...Object.entries(forAllOrigins).map(([, value], index) =>
      lookup('$dateline_path', `$dateline_origins_${index}`, [
        ['~^/images/', ''],
        [`~\\.(?:${[...outputExtensions].map((each) => each.slice(1)).join('|')})$`, value],
      ]),
    ),
    lookup('$request_uri', '$dateline_canonical', [
      [
        `~^(?<dateline_story>${day}/[^/?]+?)(?:${alternateFormats.map(({ ending }) => `\\${ending}`).join('|')})(?:\\?|$)`,
        `<${site}$dateline_story>; rel="canonical"`,
      ],
    ]),
    lookup('$dateline_path', '$dateline_link', [['default', '$dateline_canonical'], ...links]),
    lookup('$dateline_path', '$dateline_robots', [...robots]),
    lookup('$request_uri', '$dateline_without_slash', [
      [String.raw`~^(?<dateline_start>/[^?]*[^/?])/+(?<dateline_rest>\?.*)?$`, '$dateline_start$dateline_rest'],
    ]),
    lookup('"$dateline_path?$args"', '$dateline_moved_query', [...redirects.query]),
    lookup('$dateline_path', '$dateline_moved', [...redirects.exact]),
    lookup('$dateline_path', '$dateline_old', [
      [`~^(?<dateline_base>.+?)(?:${below})$`, '$dateline_base'],
      ['default', '$dateline_path'],
    ]),
    lookup('$dateline_path', '$dateline_below', [[`~^.+?(?<dateline_end>${below})$`, '$dateline_end']]),
    lookup('$dateline_old', '$dateline_present', [...redirects.of]),
    '',
  ];
  return ofTitle(lines.join('\n'), title);
}

/** The same with variables of the title's own: those of all titles are in one http block. */
function ofTitle(text: string, title: string | undefined): string {
  if (title === undefined) return text;
  const name = title.replaceAll('-', '_').replace(/[^a-z\d_]/gu, (character) => `x${character.codePointAt(0)}`);
  // Captures keep their names, which may have 32 characters at most.
  return text.replace(
    /\$dateline_(?=(?:path|policy|caching|origins_\d+|canonical|link|robots|without_slash|moved_query|moved|old|below|present)\b)/g,
    `$&${name}_`,
  );
}

function kindsOf(policies: ReadonlyMap<PolicyKind, string>): [string, string][] {
  return Object.entries(addresses).flatMap(([kind, pattern]): [string, string][] => {
    const policy = [...policies].find(([each]) => each === kind)?.[1];
    return policy === undefined ? [] : [[`~^${pattern}$`, policy]];
  });
}

/** The `Link` of an alternate whose page is the canonical one. `path` is that of the alternate. */
export function canonicalLink(site: string, path: string): string {
  return `<${site}${encodeURI(path.replace(/\.[a-z]+$/, ''))}>; rel="canonical"`;
}

/** nginx refuses to start if its tables are too small for the keys. It takes these lines once, so those of a title are a comment. */
function sizes(keys: readonly string[], title: string | undefined): string[] {
  if (keys.length === 0) return [];
  const longest = keys.reduce((most, key) => Math.max(most, Buffer.byteLength(key)), 0);
  const lines = [
    `map_hash_bucket_size ${64 * Math.ceil((longest + 64) / 64)};`,
    `map_hash_max_size ${2 ** Math.ceil(Math.log2(2 * keys.length + 2048))};`,
  ];
  return title === undefined
    ? lines
    : [`# The http block needs these numbers or larger ones, once for all titles: ${lines.join(' ')}`];
}

function lookup(from: string, to: string, lines: readonly (readonly [key: string, value: string])[]): string {
  return [`map ${from} ${to} {`, ...lines.map(([key, value]) => `  ${quoted(key)} ${quoted(value)};`), '}'].join('\n');
}

/** An address in which nginx sees no variable. */
function literal(address: string): string {
  return address.replaceAll('$', '%24');
}

/** A text as nginx reads it between quotation marks; backslashes of regular expressions stay as they are. */
function quoted(text: string): string {
  return `"${text.startsWith('~') ? text : text.replaceAll('\\', String.raw`\\`).replaceAll('"', String.raw`\"`)}"`;
}

/** How nginx serves the files, for a `server` block whose `root` is the folder `site` beside this file's. */
export function serverFile(manifest: Manifest, title: string | undefined): string {
  const { main, others } = typesIn(manifest);
  const headers = [
    ...Object.entries(securityHeaders).map(([name, value]) => `add_header ${name} "${value}" always;`),
    'add_header Content-Security-Policy $dateline_policy always;',
    'add_header Cache-Control $dateline_caching always;',
    ...Object.keys(forAllOrigins).map((name, index) => `add_header ${name} $dateline_origins_${index} always;`),
    'add_header Link $dateline_link;',
    'add_header X-Robots-Tag $dateline_robots;',
  ];
  const special = [...others].flatMap(([type, names]) => [
    `location ~ "/(?:${names.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})$" {`,
    `  types {} default_type "${type}"; try_files $uri @dateline_other;`,
    '}',
  ]);
  const lines = [
    '# Written by `dateline export`. Include it in a server block of nginx, and maps.conf in the http block.',
    '# The block needs the root: root FOLDER/current/site;',
    'set $dateline_path $uri;',
    'absolute_redirect off;',
    'charset off;',
    'default_type application/octet-stream;',
    'types {',
    ...[...main].map(([ending, type]) => `  "${type}" ${ending};`),
    '}',
    ...headers,
    'gzip on;',
    'gzip_vary on;',
    `gzip_types ${[...new Set([...main.values(), ...others.keys()])]
      .filter(isText)
      .map((type) => `"${type}"`)
      .join(' ')};`,
    'error_page 404 /404.html;',
    'error_page 410 @dateline_gone;',
    'if ($dateline_moved_query) { return 308 $dateline_moved_query; }',
    'location = / { try_files /index.html =404; }',
    'location = /404.html { internal; }',
    `location ^~ /${goneFolder}/ { internal; }`,
    'location ~ "^/_(?:headers|redirects)$" { return 404; }',
    'location ~ "/$" { return 308 $dateline_without_slash; }',
    ...special,
    String.raw`location ~ "\.html$" { try_files /${goneFolder}/none @dateline_other; }`,
    'location / { try_files $uri.html $uri @dateline_other; }',
    'location @dateline_other {',
    '  if ($dateline_moved) { return 308 $dateline_moved; }',
    '  if ($dateline_present) { return 308 $dateline_present$dateline_below; }',
    `  if (-f $document_root/${goneFolder}$dateline_path.html) { return 410; }`,
    `  if (-f $document_root/${goneFolder}$dateline_path.txt) { return 410; }`,
    '  return 404;',
    '}',
    `location @dateline_gone { set $dateline_path /${goneFolder}$dateline_path; try_files $dateline_path.html $dateline_path.txt =404; }`,
    '',
  ];
  return ofTitle(lines.join('\n'), title);
}

/** Whether nginx is to compress a type. It refuses to start with a longer name than these have. */
function isText(type: string): boolean {
  return /text|xml|json/.test(type) && type.length <= 45;
}

/** The type of each ending of a file, and the names of the files of another type. */
function typesIn(manifest: Manifest): { main: Map<string, string>; others: Map<string, string[]> } {
  const names = new Map<string, Map<string, Set<string>>>();
  const add = (path: string, type: string): void => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!/^[a-z\d]+$/.test(ending)) return;
    const types = names.get(ending) ?? new Map<string, Set<string>>();
    names.set(ending, types);
    const known = types.get(type) ?? new Set<string>();
    types.set(type, known);
    // The names of the many are not kept: they have the type of their ending.
    if (known.size < mostNames) known.add(name);
  };
  for (const { path, head } of manifest.eachHead())
    if (head.type !== htmlType && head.status === 200) add(head.address ?? path, head.type);
  for (const { address, type } of manifest.eachAsset()) add(decodeURIComponent(address), type);
  const main = new Map([['html', htmlType]]);
  const others = new Map<string, string[]>();
  for (const [ending, types] of names) {
    const [first, ...rest] = [...types].toSorted(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1));
    if (first) main.set(ending, first[0]);
    for (const [type, own] of rest) others.set(type, [...(others.get(type) ?? []), ...own].toSorted());
  }
  return { main: new Map([...main].toSorted(([a], [b]) => (a < b ? -1 : 1))), others };
}

const mostNames = 1000;
