import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBody } from './body.ts';
import { hostileBodies } from './hostile-bodies.ts';
import { excessIn } from './work.ts';

/** The hostile bodies that are read, though they have 4 MB: what they repeat costs no more than plain words. */
const cheap = new Set([
  'plain words',
  'short words',
  'one long word',
  'one-letter words',
  'fences that grow',
  'one attribute that never ends',
  'control characters',
  'returns',
]);

test('a hostile body of 4 MB is read, or refused by its count', async (t) => {
  for (const [name, make] of Object.entries(hostileBodies))
    await t.test(name, () => assert.equal(excessIn(make(4 * 1024 * 1024)) === undefined, cheap.has(name)));
});

test('a hostile body of 8 KB is read, or refused with a problem that has its place', async (t) => {
  for (const [name, make] of Object.entries(hostileBodies))
    await t.test(name, () => {
      const { problems } = readBody('x.mdx', make(8192), 5);
      for (const { code, line } of problems) if (code === 'body-too-complex') assert.ok(line >= 5);
    });
});

test('what is refused, and where', async (t) => {
  const cases: [name: string, text: string, line: number][] = [
    ['nesting', `A.\n\n${'>'.repeat(200)} b`, 3],
    ['nesting of items', `A.\n\n${'- '.repeat(200)}b`, 3],
    [
      'nesting by indentation',
      `A.\n\n${Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')}`,
      153,
    ],
    ['emphasis', `A.\n\n${'*_'.repeat(4000)}a`, 3],
    ['pictures in pictures', `A.\n\n${'!['.repeat(2000)}${'](a)'.repeat(2000)}`, 3],
    ['brackets in an item', `- a\n- ${']'.repeat(8000)}\n- b`, 2],
    ['a paragraph after a list', `- *a*\n- *b*\n\nA.\n\n${'*a* b\n'.repeat(3000)}`, 6],
    ['items inside a tag that does not end', `<FactBox title="\n${'- *a* *b* *c*\n'.repeat(1500)}`, 1],
    ['items inside a comment that does not end', `<!--\n\n${'- *a* *b* *c*\n'.repeat(1500)}`, 3],
    ['backticks', `A.\n\n${'`a ``b '.repeat(3000)}`, 3],
    ['lines', 'a\n'.repeat(40_000), 26_665],
  ];
  for (const [name, text, line] of cases)
    await t.test(name, () => {
      const { body, problems } = readBody('x.mdx', text, 1);
      assert.deepEqual(
        problems.map((each) => `${each.code} ${each.line}`),
        [`body-too-complex ${line}`],
      );
      assert.deepEqual(body.elements, []);
    });
});

const words = (count: number): string =>
  `**Name of number ${count}**, of [some place](/topics/place-${count}), who said *nothing* of it.`;
const lines = (count: number, line: (index: number) => string, end = '\n'): string =>
  Array.from({ length: count }, (_, index) => line(index)).join(end);

test('long texts that are real are read', async (t) => {
  const cases: [name: string, text: string][] = [
    ['paragraphs', lines(1200, (index) => `${words(index)} ${'More words follow. '.repeat(30)}`, '\n\n')],
    ['a list', lines(800, (index) => `- ${words(index)}`)],
    ['a numbered list', lines(800, (index) => `${index + 1}. ${words(index)}`)],
    ['a nested list', lines(400, (index) => `- ${words(index)}\n  - ${words(index)}`)],
    [
      'a table',
      `| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n${lines(800, (index) => `| **${index}** | [x](/a) | 3 | 4 | 5 | 6 |`)}`,
    ],
    ['quotations', lines(600, (index) => `> ${words(index)}`, '\n\n')],
    ['code', `\`\`\`\n${lines(2000, (index) => `  a[${index}] = *b | "x_${index}";`)}\n\`\`\``],
    ['a poem', lines(2000, (index) => `A line of verse, number ${index}  `)],
    [
      'notes',
      `${lines(300, (index) => `Text[^${index}].`, '\n\n')}\n\n${lines(300, (index) => `[^${index}]: ${words(index)}`)}`,
    ],
    ['an e-mail', lines(500, (index) => `${'> '.repeat(index % 8)}${words(index)}`, '\n\n')],
    ['Japanese', lines(2000, () => '昨日、委員会は三日目の会合を開いたが、結論は出なかった。'.repeat(8), '\n\n')],
  ];
  for (const [name, text] of cases) await t.test(name, () => assert.equal(excessIn(text), undefined));
});

test('and every text of the demonstration newsroom, ten times over', () => {
  const content = join(import.meta.dirname, '../../content');
  const files = globSync('**/*.mdx', { cwd: content });
  assert.ok(files.length > 40);
  for (const file of files) {
    const body = readFileSync(join(content, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    assert.equal(excessIn(`${body}\n\n`.repeat(10)), undefined, file);
  }
});
