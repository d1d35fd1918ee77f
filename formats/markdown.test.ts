import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { articleIds, readBody } from '../newsroom/intake/body.ts';
import { readArticle } from '../newsroom/intake/read-article.ts';
import type { Body } from '../elements/body.ts';
import { absoluteHref } from '../site/addresses/absolute.ts';
import { bodyMarkdown, type Dialect } from './markdown.ts';
import { bodyText } from './plain-text.ts';

const base = { site: 'https://test.example', path: '/2026/01/02/one' };
const content = join(import.meta.dirname, '../content');

function read(text: string): Body {
  const { body, problems } = readBody('test.mdx', text, 1, articleIds);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
    text,
  );
  return body;
}

/** A body whose links have the form that all formats give them. */
function withAbsoluteLinks(body: Body): unknown {
  const change = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => change(each, ''));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, name)]));
    return key === 'href' && typeof value === 'string' && !value.startsWith('#')
      ? absoluteHref(base, value).replaceAll('\\', '%5C')
      : value;
  };
  return change(body, '');
}

test('a body that is written as an article file has it is read back as the same body', () => {
  const files = globSync('articles/**/*.mdx', { cwd: content });
  assert.ok(files.length > 40);
  for (const file of files) {
    const { article } = readArticle(file, readFileSync(join(content, file), 'utf8'));
    assert.ok(article, file);
    const back = read(bodyMarkdown(article.body, 'article', base));
    assert.deepEqual(withAbsoluteLinks(back), withAbsoluteLinks(article.body), file);
  }
});

test('texts with characters that are active in Markdown come back as they were', () => {
  for (const text of [
    '**_both_** and ***both*** and *_twice_*',
    '*one***two** and **three**_four_',
    'a*b*c and **d**e',
    'x [a *b*](https://example.org/a_(b)?c=1&d=2 "A “title” \\"quoted\\"") y',
    '`` code with ` a tick `` and `a|b`',
    '<100 people, {braces}, \\*stars\\*, 1\\. no list, \\# no crosshead',
    '> - a list\n>   1. in a quotation\n\n- item\n\n  second paragraph\n- [x] done\n- [ ] not\n\n3. three\n4. four',
    '- one\n- two\n\n* another list\n',
    '```\n``` inside\n    indented\n```\n',
    '| a \\| b | `c\\|d` | **e** |\n|:--|:-:|--:|\n| 1 | [x](https://example.org/?a=1\\|2) | 3 |\n| short |',
    'Text.[^b] More.[^a]\n\n[^a]: The second, citing another.[^c]\n\n    In two paragraphs.\n[^b]: The first.\n[^c]: The third.',
    '<FactBox title="Q&amp;A: &quot;a&quot; \\\\*b* <c>">\nText\n\n### Crosshead\n\n- list\n</FactBox>',
    '<Timeline>\n- **2025** *It* began.\n- **2026**\n  - nested\n- **2027** [A link](https://example.org/)\n</Timeline>',
    '<Figure src="100% sure.svg" alt="A &lt;b&gt; &amp; “c”" caption="x" />',
    'A line\\\nbroken, and 日本\n語 joined.',
    '#### Deep\n\n## Up\n\n### Down',
    '---\n\n***',
  ]) {
    const body = read(text);
    const once = bodyMarkdown(body, 'article', base);
    assert.deepEqual(withAbsoluteLinks(read(once)), withAbsoluteLinks(body), once);
    assert.equal(bodyMarkdown(read(once), 'article', base), once);
  }
});

/** A fixed linear congruential generator: the test is the same on every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('property: whatever an editor writes comes back as it was read', () => {
  const next = chance(20260113);
  const pieces = [
    'word¦a¦é¦日本¦12¦ ¦  ¦\n¦\n\n¦. ¦, ¦“¦”¦- ¦1. ¦> ¦## ¦| ¦ |',
    '*¦**¦***¦_¦__¦~~¦`¦``¦[¦]¦](https://example.org/x)¦](/topics/a "b")',
    '<¦>¦&amp;¦&¦\\¦\\*¦{¦}¦[^1]¦https://example.org/_b_',
    '\n- ¦\n  - ¦\n\n> ¦\n|-|-|\n¦\n\n---\n\n¦\n```\n¦  \n¦<b>¦:¦#¦+¦=',
  ].flatMap((group) => group.split('¦'));
  for (let number = 0; number < 1500; number += 1) {
    const source = `${Array.from({ length: next(14) + 1 }, () => pieces[next(pieces.length)] ?? '').join('')}\n\n[^1]: Note.\n`;
    const { body, problems } = readBody('test.mdx', source, 1, articleIds);
    if (problems.some(({ severity }) => severity === 'error')) continue;
    const once = bodyMarkdown(body, 'article', base);
    assert.deepEqual(withAbsoluteLinks(read(once)), withAbsoluteLinks(body), JSON.stringify([source, once]));
  }
});

test('plain Markdown has no tags, and every word of the body in its order', () => {
  for (const file of globSync('articles/**/*.mdx', { cwd: content })) {
    const { article } = readArticle(file, readFileSync(join(content, file), 'utf8'));
    assert.ok(article, file);
    const withoutFigures = { ...article.body, elements: article.body.elements.filter(({ type }) => type !== 'figure') };
    const plain = bodyMarkdown(withoutFigures, 'plain', base);
    assert.doesNotMatch(plain, /^<\/?[A-Z]/m, file);
    assert.deepEqual(wordsOf(read(plain)), wordsOf(withoutFigures), file);
  }
});

/** The words of a body in their order, whatever element they are in. */
function wordsOf(body: Body): string[] {
  return bodyText(body).match(/[\p{L}\p{N}]+/gu) ?? [];
}

test('every address is absolute, except those of pictures in an article file', () => {
  const body = read(
    '[a](/topics/space) [b](#part) [c](mailto:a@example.org)\n\n<Figure src="a/b.svg" alt="x" caption="Its words" />\n\n- ![y](c.svg) in a line',
  );
  const written = (dialect: Dialect): string => bodyMarkdown(body, dialect, base);
  assert.match(written('plain'), /\[a\]\(https:\/\/test\.example\/topics\/space\)/);
  assert.match(written('plain'), /\[b\]\(https:\/\/test\.example\/2026\/01\/02\/one#part\)/);
  assert.match(written('plain'), /!\[x\]\(https:\/\/test\.example\/images\/a\/b\.svg\)\n\n\*Its words\*/);
  assert.match(written('article'), /\[b\]\(#part\)/);
  assert.match(written('article'), /<Figure src="a\/b\.svg" alt="x" caption="Its words" \/>/);
});
