import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import config from '../next.config.mjs';
import { pathOf, routeOf, siteFolders } from './addresses/routes.ts';
import { pages } from './pages.ts';
import { routesWith } from './testing.ts';

const root = join(import.meta.dirname, '..');
/** Routes of every kind of page that has an address, one for each form of the address. */
const samples = routesWith('/2026/01/13/a-story', 'a', [2]);

/** What has to fit together. */
interface Parts {
  /** The kinds in the table. */
  kinds: string[];
  /** The paths of the samples, with the kinds that answer at them. */
  paths: { path: string; kind: string }[];
  /** The text of each `page.tsx` in `app/`, by its folder there: `topics/[slug]`. */
  routes: Map<string, string>;
  /** The files of `site/`, such as `year/view.ts`. */
  files: Set<string>;
}

/** What does not fit, in sentences; empty where everything fits. */
function faultsOf({ kinds, paths, routes, files }: Parts): string[] {
  const faults: string[] = [];
  const known = new Set(kinds);
  const used = new Set<string>();
  const bound = new Map([...routes].map(([folder, text]) => [folder, boundKinds(text)]));
  const routed = paths.map(({ path, kind }) => ({ path, kind, folder: routeFor(path, [...routes.keys()]) }));
  for (const { path, kind, folder } of routed) {
    if (folder === undefined) {
      faults.push(`${path}: app/ has no page.tsx.`);
      continue;
    }
    used.add(folder);
    const found = String(bound.get(folder));
    if (found === kind) continue;
    const isOfAnother = routed.some((other) => other.folder === folder && other.kind === found);
    faults.push(
      isOfAnother
        ? `${path}: app/ has no page.tsx for it; app/${folder} takes the address.`
        : `${path}: app/${folder} binds “${found}”, and the kind is “${kind}”.`,
    );
  }
  for (const [folder, found] of bound) {
    if (found.length !== 1) faults.push(`app/${folder}: it binds ${found.length} kinds of pages.`);
    for (const kind of found) if (!known.has(kind)) faults.push(`app/${folder}: “${kind}” is not in the table.`);
    if (!used.has(folder)) faults.push(`app/${folder}: no address leads to it.`);
  }
  for (const kind of kinds) {
    for (const part of ['view.ts', 'head.ts', 'page.tsx'])
      if (!files.has(`${kind}/${part}`)) faults.push(`site/${kind}: there is no ${part}.`);
  }
  for (const file of files) {
    const [kind = '', part] = file.split('/');
    if (part === 'view.ts' && !known.has(kind)) faults.push(`site/${kind}: the kind is not in the table.`);
  }
  return faults;
}

/** The kinds whose components a route file imports. */
function boundKinds(text: string): string[] {
  return [...text.matchAll(/from '(?:\.\.\/)+site\/([\w-]+)\/(?:[\w-]+-)?page\.tsx'/g)].map(([, kind = '']) => kind);
}

/** Which paths `next.config.mjs` leads to the route of the newsroom's own pages. */
const [rewrite] = await rewritesAfterFiles();
const rewritten = new RegExp(`^/${rewrite?.source.replace(/^\/:path/, '')}$`);

async function rewritesAfterFiles(): Promise<{ source: string; destination: string }[]> {
  const all = await config.rewrites?.();
  return all === undefined || Array.isArray(all) ? [] : (all.afterFiles ?? []);
}

/** The folder that Next takes for a path: a fixed name goes before a rewrite, and a rewrite before a parameter. */
function routeFor(path: string, folders: readonly string[]): string | undefined {
  if (folders.includes(path.slice(1))) return path.slice(1);
  const own = 'static-page/[...path]';
  if (rewritten.test(path) && folders.includes(own)) return own;
  const parts = path.split('/').filter((part) => part !== '');
  const order = (folder: string): string =>
    split(folder)
      .map((name) => (name.startsWith('[') ? '1' : '0'))
      .join('');
  return folders
    .filter((folder) => {
      const names = split(folder);
      return (
        names.length === parts.length && names.every((name, index) => name.startsWith('[') || name === parts[index])
      );
    })
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))[0];
}

function split(folder: string): string[] {
  return folder.split('/').filter((name) => name !== '');
}

/** Everything as it is in the project. */
function allParts(): Parts {
  return {
    kinds: Object.keys(pages),
    // The page of 404 has a path at which only the server renders it.
    paths: [
      ...samples.map((route) => ({ path: pathOf(route), kind: route.page })),
      { path: '/not-found', kind: 'not-found' },
    ],
    routes: new Map(
      globSync('**/page.tsx', { cwd: join(root, 'app') }).map((file) => [
        file.slice(0, -'page.tsx'.length).replace(/\/$/, ''),
        readFileSync(join(root, 'app', file), 'utf8'),
      ]),
    ),
    files: new Set(globSync('*/*.{ts,tsx}', { cwd: join(root, 'site') })),
  };
}

test('every kind of page has its folder and its routes, and every route binds a kind', () => {
  const parts = allParts();
  assert.ok(parts.paths.length > 20 && parts.routes.size > 20 && parts.files.size > 50, 'there is something to check');
  assert.deepEqual(faultsOf(parts), []);
});

test('Next leads the addresses that a page of the newsroom can have to its route, and no others', () => {
  assert.equal(rewrite?.destination, '/static-page/:path');
  for (const path of ['/contact', '/about/ethics', '/26', '/imprints', '/topicsx', '/über/uns/hier', '/old/x.html'])
    assert.ok(rewritten.test(path), path);
  for (const folder of siteFolders)
    for (const path of [`/${folder}`, `/${folder}/x`]) assert.ok(!rewritten.test(path), path);
  for (const path of ['/', '/2026', '/2026/01/13/x']) assert.ok(!rewritten.test(path), path);
});

test('the addresses that are checked lead to their kinds', () => {
  for (const route of samples) assert.deepEqual(routeOf(pathOf(route)), route);
});

/** Each takes something away from the project, or adds what does not fit. */
const breaches: [name: string, breach: (parts: Parts) => void, faults: string[]][] = [
  [
    'a kind with an address and no route',
    ({ routes }) => routes.delete('[year]/[month]'),
    ['/2026/01: app/ has no page.tsx.'],
  ],
  [
    'a kind with an address that the route of another kind takes',
    ({ routes }) => routes.delete('corrections'),
    ['/corrections: app/ has no page.tsx for it; app/[year] takes the address.'],
  ],
  [
    'a new kind with an address, and nothing else',
    ({ kinds, paths }) => {
      kinds.push('crossword');
      paths.push({ path: '/crossword/for/a/few/words', kind: 'crossword' });
    },
    [
      '/crossword/for/a/few/words: app/ has no page.tsx for it; app/static-page/[...path] takes the address.',
      'site/crossword: there is no view.ts.',
      'site/crossword: there is no head.ts.',
      'site/crossword: there is no page.tsx.',
    ],
  ],
  [
    'a route that binds another kind',
    ({ routes }) => routes.set('[year]', "import { MonthPage } from '../../site/month/page.tsx';"),
    ['/2026: app/[year] binds “month”, and the kind is “year”.'],
  ],
  [
    'a route that binds no kind of the table',
    ({ routes }) => routes.set('crossword', "import { CrosswordPage } from '../../site/crossword/page.tsx';"),
    ['app/crossword: “crossword” is not in the table.', 'app/crossword: no address leads to it.'],
  ],
  [
    'a route that binds nothing',
    ({ routes }) => routes.set('topics', ''),
    ['/topics: app/topics binds “”, and the kind is “topics”.', 'app/topics: it binds 0 kinds of pages.'],
  ],
  [
    'a route without an address',
    ({ routes }) => routes.set('old', "import { TopicsPage } from '../../site/topics/page.tsx';"),
    ['app/old: no address leads to it.'],
  ],
  [
    'a kind whose folder lacks a part',
    ({ files }) => files.delete('gone/head.ts'),
    ['site/gone: there is no head.ts.'],
  ],
  [
    'a folder of a kind that is not in the table',
    ({ files }) => files.add('crossword/view.ts'),
    ['site/crossword: the kind is not in the table.'],
  ],
];

test('the check finds what does not fit', async (t) => {
  for (const [name, breach, faults] of breaches) {
    await t.test(name, () => {
      const parts = allParts();
      breach(parts);
      assert.deepEqual(faultsOf(parts), faults);
    });
  }
});
