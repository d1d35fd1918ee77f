import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../root.ts';

const file = 'docs/publishing-rules.md';
const list = String.raw`[A-Z]\d{1,2}(?:(?:–|, | and )[A-Z]\d{1,2})*`;
/** A rule where a comment, a `rule` field, a test's name or a note cites it. */
const citation = new RegExp(
  String.raw`\brules?\s+(?:(?:\*|//)\s+)?(${list})|\brule: '(${list})'|(?:['"\x60(]|// )(${list})[:)]`,
  'g',
);

/** `E1–E3` is E1, E2 and E3. */
function numbersIn(text: string): string[] {
  return text.split(/, | and /).flatMap((part) => {
    const [, letter = '', first = '', last = first] = /^([A-Z])(\d+)(?:–[A-Z](\d+))?$/.exec(part) ?? [];
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${letter}${Number(first) + index}`);
  });
}

test('every rule that is cited is in the document, and every folder that the document names is there', () => {
  const document = readFileSync(join(root, file), 'utf8');
  const rows = document.split('\n').filter((line) => /^\| [A-Z]\d+ \|/.test(line));
  const known = new Set(rows.map((row) => row.split(' ')[1]));
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.css', '*.md', ':!content', `:!${file}`], {
    cwd: root,
    encoding: 'utf8',
  });
  const cited = files
    .trim()
    .split('\n')
    .flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(citation)]
        .flatMap(([, words, field, name]) => numbersIn(words ?? field ?? name ?? ''))
        .map((rule) => ({ path, rule })),
    );
  assert.ok(cited.length > 0);
  assert.deepEqual(
    cited.filter(({ rule }) => !known.has(rule)),
    [],
  );
  const folders = rows.flatMap((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, folder = '']) => folder),
  );
  assert.deepEqual(
    folders.filter((folder) => !existsSync(join(root, folder))),
    [],
  );
});
