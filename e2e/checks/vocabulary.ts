import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { pagesOf, type Check } from './check.ts';

/** Classes, properties and types of values, by schema.org. */
export const vocabularyCheck: Check = {
  rule: 'D6–D8',
  says: 'descriptions use classes and properties of schema.org, with values of the right kind',
  find: (walked) =>
    vocabularyFaults(
      pagesOf(walked).flatMap(({ path, markup }) =>
        markup.jsonLd().map((graph) => ({ place: decodeURI(path), graph })),
      ),
    ),
};

/**
 * The type errors that the project's compiler finds in descriptions, which are written as literals of the `Graph` type of
 * schema-dts: a property that the class does not have, an unknown class, a value of another type. Of descriptions that
 * differ only in their texts, one is compiled.
 */
export function vocabularyFaults(descriptions: readonly { place: string; graph: unknown }[]): string[] {
  const alike = new Map(descriptions.map((description) => [shapeOf(description.graph), description]));
  const lines = [`import type { Graph } from '${join(root, 'node_modules/schema-dts/dist/schema.d.ts')}';`];
  const placeOfLine: string[] = [''];
  for (const { place, graph } of alike.values()) {
    const text = `export const g${lines.length}: Graph = ${JSON.stringify(graph, null, 1)};`.split('\n');
    lines.push(...text);
    placeOfLine.push(...text.map(() => place));
  }
  const folder = mkdtempSync(join(tmpdir(), 'dateline-vocabulary-'));
  const file = join(folder, 'graphs.ts');
  try {
    writeFileSync(file, lines.join('\n'));
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false', '--types', ''];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, ...options, '--module', 'preserve', file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status === 0) return [];
    const errors = stdout.split('\n').filter((line) => /^\S.*error TS\d+/.test(line));
    return errors.length === 0
      ? [`The compiler did not run: ${stderr}${stdout}`]
      : errors.map((line) => {
          const [, number = '', message = line] = /\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? [];
          const index = Number(number) - 1;
          return `${placeOfLine[index] ?? '?'}: ${lines[index]?.trim()}: ${message.slice(0, 300)}`;
        });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The shape of a value: without its texts, except those that are words of the vocabulary. */
function shapeOf(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((each) => shapeOf(each)))].join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}:${shapeOf(each, key)}`)
      .join()}}`;
  return name.startsWith('@') && name !== '@id' ? String(value) : typeof value;
}
