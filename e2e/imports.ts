import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './root.ts';

/**
 * Checks the directions of imports between folders (docs/adr/0011): a top folder imports only from those that it may use, and
 * no folders import each other in a circle. Imports of types count too. A folder and one inside it may import each other: the
 * outer one holds the table of the inner ones, and what they share. Tests and their helpers may import anything. Prints
 * what is wrong, and ends with 1.
 */

/** Which other top folders each may use. */
const uses: Readonly<Record<string, readonly string[]>> = {
  elements: [],
  newsroom: ['elements'],
  site: ['elements', 'newsroom'],
  formats: ['elements', 'newsroom', 'site'],
  server: ['elements', 'newsroom', 'site', 'formats'],
  app: ['elements', 'newsroom', 'site', 'formats', 'server'],
  import: ['elements', 'newsroom'],
  cli: ['elements', 'newsroom', 'site', 'formats', 'server', 'import'],
};

interface Import {
  from: string;
  to: string;
}

const statement =
  /^\s*(?:import|export)\b[^'"]*?from\s*['"](\.[^'"]+)['"]|^\s*import\s*['"](\.[^'"]+)['"]|import\(\s*(?:\/\*.*?\*\/\s*)?['"](\.[^'"]+)['"]/gm;

/** The imports of the product's own files, in the paths of the repository. */
function readImports(): Import[] {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  });
  return files.split('\0').flatMap((from) => {
    if (!Object.hasOwn(uses, top(from)) || isForTests(from)) return [];
    return [...readFileSync(join(root, from), 'utf8').matchAll(statement)].flatMap(([, named, bare, dynamic]) => {
      const to = normalize(join(dirname(from), named ?? bare ?? dynamic ?? ''));
      return isForTests(to) ? [] : [{ from, to }];
    });
  });
}

function top(path: string): string {
  return path.split('/')[0] ?? '';
}

function isForTests(path: string): boolean {
  return /\.test\.tsx?$|(?:^|\/)(?:testing|test-[\w-]+|run-jsx|rendering)\.tsx?$/.test(path);
}

/** Imports from a top folder that the importing one may not use. */
function wrongDirections(imports: readonly Import[]): string[] {
  return imports
    .filter(({ from, to }) => {
      const [a, b] = [top(from), top(to)];
      return a !== b && Object.hasOwn(uses, b) && !uses[a]?.includes(b);
    })
    .map(({ from, to }) => `${from} imports ${to}, but ${top(from)}/ may not use ${top(to)}/.`);
}

/** Circles of folders: each with one import for every step. */
function circles(imports: readonly Import[]): string[] {
  const steps = new Map<string, Map<string, Import>>();
  for (const each of imports) {
    const [a, b] = [dirname(each.from), dirname(each.to)];
    if (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`)) continue;
    const next = steps.get(a) ?? new Map<string, Import>();
    steps.set(a, next);
    if (!next.has(b)) next.set(b, each);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (folder: string, way: Import[]): void => {
    const start = way.findIndex(({ from }) => dirname(from) === folder);
    if (start >= 0) {
      const lines = way.slice(start).map(({ from, to }) => `  ${from} imports ${to}`);
      found.push(`These folders import each other in a circle:\n${lines.join('\n')}`);
      return;
    }
    if (done.has(folder)) return;
    for (const [next, step] of steps.get(folder) ?? []) visit(next, [...way, step]);
    done.add(folder);
  };
  for (const folder of steps.keys()) visit(folder, []);
  return found;
}

const imports = readImports();
const faults = [...wrongDirections(imports), ...circles(imports)];
if (imports.length < 500) faults.push(`Only ${imports.length} imports were found: the pattern misses some.`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
