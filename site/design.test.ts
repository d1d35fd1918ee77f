import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const base = text('site/shell/base.css');
const guide = text('docs/design.md');

/** The rows of the guide's tables that begin with a custom property, as their cells. */
const rows = [...guide.matchAll(/^\| `--([\w-]+)` \| (.+) \|$/gm)].map(([, name = '', cells = '']) => ({
  name,
  cells: cells.split(' | '),
}));

/** The value of a custom property where `base.css` sets it first, for the root. */
function valueOf(name: string): string | undefined {
  return new RegExp(`--${name}: ([^;]+);`).exec(base)?.[1];
}

test('the guide names every size, leading and colour of the design, with its value', () => {
  const sizes = rows.filter(({ cells }) => cells.length === 2);
  const colours = rows.filter(({ cells }) => cells.length === 3);
  for (const { name, cells } of sizes) assert.equal(cells[0], valueOf(name), name);
  for (const { name, cells } of colours)
    assert.equal(`light-dark(${cells.slice(0, 2).join(', ')})`, valueOf(name), name);
  const declared = [...base.matchAll(/^ {2}--([\w-]+): (?:light-dark|clamp|[\d.]+(?:rem)?;)/gm)].map(
    ([, name]) => name,
  );
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), [...new Set(declared)].toSorted());
});

test('the guide names the widths, the margin, the measure and the breakpoints of the frame', () => {
  const named = (value: string): boolean => guide.includes(value);
  const wrap = /\.wrap \{[^}]*\}/.exec(base)?.[0] ?? '';
  const [, width = ''] = /max-width: ([^;]+);/.exec(wrap) ?? [];
  const [, margin = ''] = /padding-inline: ([^;]+);/.exec(wrap) ?? [];
  const breakpoints = [...`${base}${text('site/shell/list.css')}`.matchAll(/@media \(m\w+-width: ([\d.]+rem)\)/g)];
  const [measure = ''] = /[\d.]+rem(?=\) \[text-end\])/.exec(text('site/article/page.css')) ?? [];
  for (const value of [width, margin, measure, ...breakpoints.map(([, breakpoint = '']) => breakpoint)])
    assert.ok(value !== '' && named(value), `docs/design.md does not name ${value}`);
});
