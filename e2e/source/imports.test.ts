import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../root.ts';

/**
 * The directions of imports between folders (docs/adr/0011). A folder imports from itself and from what its row names; a
 * row for a folder inside another replaces the row of the outer one. Imports of types count too. Tests and their helpers
 * may import anything. `.oxlintrc.json` says which packages a folder may not import.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  elements: [],
  'newsroom/model': ['elements'],
  'newsroom/markdown': ['elements', 'newsroom/model'],
  'newsroom/store': ['elements', 'newsroom/model'],
  'newsroom/intake': ['elements', 'newsroom/model', 'newsroom/markdown'],
  'newsroom/history': ['elements', 'newsroom/model', 'newsroom/store', 'newsroom/intake'],
  'newsroom/text-analysis': [],
  'newsroom/search': ['elements', 'newsroom/model', 'newsroom/store', 'newsroom/text-analysis'],
  'newsroom/related': ['elements', 'newsroom/model', 'newsroom/store', 'newsroom/text-analysis'],
  'newsroom/edition': [
    'elements',
    'newsroom/model',
    'newsroom/store',
    'newsroom/history',
    'newsroom/text-analysis',
    'newsroom/search',
    'newsroom/related',
  ],
  newsroom: ['elements'],
  site: ['elements', 'newsroom/model', 'newsroom/history', 'newsroom/search/query.ts', 'newsroom/edition'],
  formats: ['elements', 'newsroom/model', 'newsroom/markdown', 'newsroom/edition', 'site'],
  server: ['elements', 'newsroom', 'site', 'formats'],
  app: ['elements', 'newsroom/model', 'newsroom/edition', 'newsroom/settings.ts', 'site', 'formats', 'server'],
  import: ['elements', 'newsroom/model', 'newsroom/markdown', 'newsroom/intake'],
  cli: ['elements', 'newsroom', 'site', 'formats', 'server', 'import'],
};
const folders = Object.keys(mayImport);

/** Two files, as paths from the project's folder. */
interface Import {
  from: string;
  to: string;
}

function importsInProject(): Import[] {
  return globSync(`{${folders.filter((folder) => !folder.includes('/')).join()}}/**/*.{ts,tsx}`, { cwd: root })
    .flatMap((from) =>
      importedPaths(readFileSync(join(root, from), 'utf8')).map((path) => ({ from, to: join(dirname(from), path) })),
    )
    .filter(({ from, to }) => !isForTests(from) && !isForTests(to));
}

function isForTests(path: string): boolean {
  return /\.test\.tsx?$|(?:^|\/)(?:testing|testing-pages|test-[\w-]+|run-jsx)\.tsx?$/.test(path);
}

/** The relative paths that a file imports or re-exports: values, types, styles, and what it loads later. */
function importedPaths(text: string): string[] {
  const statement =
    /^(?:import|export)\b[^;'"]*?\bfrom '(\.[^']+)'|^import '(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)/gm;
  return [...text.matchAll(statement)].flatMap(([, from, style, later]) => from ?? style ?? later ?? []);
}

/** The longest key of the table that holds a path. */
function folderOf(path: string): string | undefined {
  return folders.filter((folder) => path.startsWith(`${folder}/`)).toSorted((a, b) => b.length - a.length)[0];
}

function isAllowed({ from, to }: Import): boolean {
  const folder = folderOf(from);
  if (folder === undefined || folderOf(to) === undefined) return true;
  return [folder, ...(mayImport[folder] ?? [])].some((each) => to === each || to.startsWith(`${each}/`));
}

/**
 * The imports that are part of a cycle of folders. A folder and one inside it may import each other: the outer one holds
 * the table of the inner ones, and what they share.
 */
function inCycles(imports: readonly Import[]): Import[] {
  const between = imports.filter(({ from, to }) => {
    const [a, b] = [`${dirname(from)}/`, `${dirname(to)}/`];
    return !a.startsWith(b) && !b.startsWith(a);
  });
  const next = Map.groupBy(between, ({ from }) => dirname(from));
  const leads = (start: string, end: string): boolean => {
    // A set is iterated to its end, with what is added on the way.
    const reached = new Set([start]);
    for (const folder of reached) for (const { to } of next.get(folder) ?? []) reached.add(dirname(to));
    return reached.has(end);
  };
  return between.filter(({ from, to }) => leads(dirname(to), dirname(from)));
}

const imports = importsInProject();
const inWords = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} imports ${to}`);

test('a folder imports only from the folders that it may know', () => {
  assert.ok(imports.length > 500, `only ${imports.length} imports were found`);
  assert.deepEqual(inWords(imports.filter((each) => !isAllowed(each))), []);
});

test('no folders import each other, not even through others', () => {
  assert.deepEqual(inWords(inCycles(imports)), []);
});

test('these checks find an import of each form, a wrong direction, and a cycle', () => {
  const text = [
    "import type { A } from './a.ts';",
    "import {\n  b,\n} from '../b.ts';",
    "import './c.css';",
    "export * from './d.ts';",
    "const e = await import('./e.ts');",
    "import { f } from 'node:f';",
  ].join('\n');
  assert.deepEqual(importedPaths(text), ['./a.ts', '../b.ts', './c.css', './d.ts', './e.ts']);
  const wrong = [
    { from: 'elements/figure/syntax.ts', to: 'newsroom/model/article.ts' },
    { from: 'newsroom/store/store.ts', to: 'newsroom/compile/compile.ts' },
    { from: 'site/article/view.ts', to: 'newsroom/store/store.ts' },
    { from: 'app/page.tsx', to: 'cli/print.ts' },
  ];
  const right = [
    { from: 'newsroom/compile/compile.ts', to: 'newsroom/history/git.ts' },
    { from: 'newsroom/store/store.ts', to: 'newsroom/model/article.ts' },
    { from: 'site/article/page.tsx', to: 'elements/components.tsx' },
  ];
  assert.deepEqual(
    [...wrong, ...right].filter((each) => !isAllowed(each)),
    wrong,
  );
  const cycle = [
    { from: 'a/b/x.ts', to: 'a/c/x.ts' },
    { from: 'a/c/y.ts', to: 'd/x.ts' },
    { from: 'd/y.ts', to: 'a/b/y.ts' },
  ];
  const table = [
    { from: 'a/table.ts', to: 'a/b/x.ts' },
    { from: 'a/b/x.ts', to: 'a/table.ts' },
  ];
  assert.deepEqual(inCycles([...cycle, ...table, { from: 'e/x.ts', to: 'd/x.ts' }]), cycle);
});
