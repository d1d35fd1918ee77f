import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseInFull } from '../newsroom/markdown/parse.ts';
import { elements, nodeSyntaxes, tagSyntaxes } from './elements.ts';

const types = Object.keys(elements);

test('each element has a folder with its parts, and each such folder is in the table', () => {
  for (const type of types)
    for (const part of ['syntax.ts', 'forms.ts', `${type}.tsx`, 'golden.test.ts'])
      assert.ok(existsSync(join(import.meta.dirname, type, part)), `elements/${type}/${part}`);
  const folders = globSync('*/syntax.ts', { cwd: import.meta.dirname }).map(dirname);
  assert.deepEqual(folders.toSorted(), types.toSorted());
});

test('each tag and each node of Markdown belongs to one element', () => {
  const syntaxes = Object.values(elements).map(({ syntax }) => syntax);
  assert.equal(tagSyntaxes.size, syntaxes.filter(({ tag }) => tag).length);
  assert.equal(nodeSyntaxes.size, syntaxes.filter(({ node }) => node).length);
  for (const { node, tag } of syntaxes) assert.ok(node ?? tag);
  for (const name of tagSyntaxes.keys()) assert.match(name, /^[A-Z][A-Za-z0-9]*$/);
});

test('each block that the parser of Markdown knows is an element, a definition or a comment', () => {
  const tree = parseInFull(
    'Text\n====\n\n# A\n\n- b\n\n> c\n\n***\n\n```\nd\n```\n\n    e\n\n| f |\n|---|\n\n<div>g</div>\n\n<!-- h -->\n\n[i]: j\n\n[^k]: l\n',
  );
  const found = new Set(tree.children.map(({ type }) => type));
  assert.deepEqual(found, new Set([...nodeSyntaxes.keys(), 'definition', 'footnoteDefinition', 'comment']));
});
