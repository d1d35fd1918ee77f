import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../../elements/inline/inline.ts';
import { readArticle } from './read-article.ts';
import { readBody } from './body.ts';

/** Both kinds of comment, with something in them that no reader may see. */
const kinds: [opening: string, closing: string][] = [
  ['<!--', '-->'],
  ['{/*', '*/}'],
  ['{ /*', '*/ }'],
];
const list = '- One\n- Two';

function read(text: string): { body: string; problems: string[]; words: number } {
  const { body, problems } = readBody('x.mdx', text, 1);
  return {
    body: JSON.stringify(body),
    words: body.words,
    problems: problems.map(({ code, line, column }) => `${code} ${line}:${column}`),
  };
}

/** The body that a text with comments makes is the same as that of another text, without comments. */
const hidden: [commented: string, without: string][] = [
  ['A ⟦SECRET⟧ B.', 'A B.'],
  ['A⟦SECRET⟧, B.', 'A, B.'],
  ['A⟦SECRET⟧ B.', 'A B.'],
  ['⟦SECRET⟧ A.', 'A.'],
  ['A. ⟦SECRET⟧', 'A.'],
  ['A.\n⟦SECRET⟧\nB.', 'A.\nB.'],
  ['A.\n⟦SECRET⟧ B.', 'A.\nB.'],
  ['A ⟦SECRET\nSECRET⟧ B.', 'A B.'],
  ['A.\n\n⟦SECRET⟧\n\nB.', 'A.\n\nB.'],
  ['A.\n\n⟦SECRET\n\nSECRET⟧\n\nB.', 'A.\n\nB.'],
  ['⟦\nSECRET\n⟧\nB.', 'B.'],
  ['A.\n⟦SECRET\n\nSECRET⟧\nB.', 'A.\n\nB.'],
  ['   ⟦SECRET⟧\n\nB.', 'B.'],
  ['⟦SECRET⟧   \nB.', 'B.'],
  ['⟦SECRET⟧⟦SECRET⟧ ⟦SECRET⟧', ''],
  ['⟦SECRET⟧', ''],
  ['⟦\n---\nstatus: SECRET\n---\n⟧\n\nB.', 'B.'],
  ['⟦\n# SECRET\n\n- SECRET\n\n> SECRET\n\n| SECRET |\n|---|\n⟧\n\nB.', 'B.'],
  ['⟦\n```\nSECRET\n⟧\n\nB.', 'B.'],
  ['⟦\n    SECRET\n⟧\n\nB.', 'B.'],
  ['A ⟦SECRET ` * [ ** _ ~~⟧ B.', 'A B.'],
  ['**A ⟦SECRET **⟧ B** C.', '**A B** C.'],
  ['*⟦SECRET⟧ A*', '*A*'],
  ['[A ⟦SECRET ]⟧ B](/c)', '[A B](/c)'],
  ['![A ⟦SECRET⟧ B](c.svg)', '![A B](c.svg)'],
  ['## A ⟦SECRET⟧', '## A'],
  ['A ⟦SECRET⟧\n===', 'A\n==='],
  ['## ⟦SECRET⟧\n\nB.', 'B.'],
  ['- A ⟦SECRET⟧\n- B', '- A\n- B'],
  ['- A\n- ⟦SECRET⟧\n- B', '- A\n- B'],
  ['- A\n\n  ⟦SECRET\n\n  SECRET⟧\n\n- B', '- A\n\n- B'],
  ['- A\n⟦SECRET⟧\n- B', '- A\n- B'],
  ['- ⟦SECRET⟧', ''],
  ['> A\n> ⟦SECRET\n>\n> SECRET⟧\n> B', '> A\n>\n> B'],
  ['> ⟦SECRET⟧', ''],
  ['| A ⟦SECRET⟧ | B |\n|---|---|\n| ⟦SECRET⟧ | D |', '| A | B |\n|---|---|\n|  | D |'],
  ['| A |\n|---|\n| B |\n⟦SECRET⟧\n| C |', '| A |\n|---|\n| B |\n| C |'],
  ['A[^1].\n\n[^1]: B ⟦SECRET⟧.', 'A[^1].\n\n[^1]: B .'],
  ['A[^1].\n\n[^1]: B.\n\n    ⟦SECRET\n\n    SECRET⟧', 'A[^1].\n\n[^1]: B.'],
  [`<KeyPoints>\n⟦SECRET⟧\n${list}\n⟦SECRET⟧\n</KeyPoints>`, `<KeyPoints>\n${list}\n</KeyPoints>`],
  [`⟦SECRET⟧\n<KeyPoints>\n${list}\n</KeyPoints>\n⟦SECRET⟧`, `<KeyPoints>\n${list}\n</KeyPoints>`],
  ['⟦\n<FactBox title="SECRET">\nSECRET\n</FactBox>\n⟧\n\nB.', 'B.'],
  ['⟦\n<Figure src="SECRET" />\n⟧\n\nB.', 'B.'],
  ['A ⟦SECRET⟧ B ⟦SECRET⟧ C.', 'A B C.'],
  ['A  \n⟦SECRET⟧\nB', 'A  \nB'],
  ['⟦SECRET, and a long run of plain words that the parser never sees at all⟧ A.', 'A.'],
  ['A ⟦SECRET [^1] [a][b] <b> www.secret.example⟧ B.', 'A B.'],
];

test('comments are not in the body, whatever is around them', async (t) => {
  for (const [opening, closing] of kinds)
    for (const [text, without] of hidden) {
      const source = text.replaceAll('⟦', opening).replaceAll('⟧', closing);
      await t.test(JSON.stringify(source), () => assert.deepEqual(read(source), read(without)));
    }
});

test('a comment that does not end, or that would be seen, is an error', async (t) => {
  const cases: [text: string, ...problems: string[]][] = [
    ['A ⟦SECRET', 'comment-unclosed 1:3'],
    ['⟦SECRET', 'comment-unclosed 1:1'],
    ['A.\n\n⟦SECRET\n\nB.', 'comment-unclosed 3:1'],
    ['A.\n⟦SECRET\n\nB.', 'comment-unclosed 2:1'],
    ['A ⟦SECRET\n\nB⟧.', 'comment-unclosed 1:3'],
    ['⟦SECRET\n\nSECRET⟧ B.', 'comment-unclosed 1:1'],
    ['> ⟦SECRET\n\nB⟧', 'comment-unclosed 1:3'],
    ['- ⟦SECRET\n- B⟧', 'comment-unclosed 1:3'],
    ['| A ⟦SECRET | SECRET⟧ |\n|---|---|', 'comment-unclosed 1:5'],
    ['[A](/b "C ⟦SECRET⟧")', 'comment-unclosed 1:1'],
    ['<Figure src="a.svg" alt="A ⟦SECRET⟧" />', 'comment-unclosed 1:21'],
    ['<FactBox title="A ⟦SECRET⟧">\nB.\n</FactBox>', 'comment-unclosed 1:10'],
    ['⟦SECRET ⟦SECRET⟧ SECRET⟧ B.', 'comment-unclosed 1:1'],
    ['⟦SECRET\n\n⟦SECRET⟧\n\nSECRET⟧', 'comment-unclosed 1:1'],
  ];
  for (const [opening, closing] of kinds.slice(0, 2))
    for (const [text, ...expected] of cases) {
      const source = text.replaceAll('⟦', opening).replaceAll('⟧', closing);
      await t.test(JSON.stringify(source), () => assert.deepEqual(read(source).problems, expected));
    }
  for (const text of [
    'A <!- SECRET -> B.',
    'A <! -- SECRET --> B.',
    'A < !-- SECRET --> B.',
    'A {// SECRET\n} B.',
    'A {\n/* SECRET */\n} B.',
  ])
    await t.test(JSON.stringify(text), () => assert.deepEqual(read(text).problems, ['comment-unclosed 1:3']));
  await t.test('a comment inside the tag of an element', () => {
    for (const text of [
      '<FactBox <!-- SECRET --> title="A">\nB.\n</FactBox>',
      '<FactBox {/* SECRET */} title="A">\nB.\n</FactBox>',
    ])
      assert.notDeepEqual(read(text).problems, []);
  });
});

test('in code, and with a backslash or as a reference, a comment is text', async (t) => {
  const cases: [text: string, shown: string][] = [
    ['`<!-- a -->` b', '<!-- a --> b'],
    ['`{/* a */}` b', '{/* a */} b'],
    ['``<!-- ` -->`` b', '<!-- ` --> b'],
    ['\\<!-- a --> b', '<!-- a --> b'],
    ['&lt;!-- a --&gt; b', '<!-- a --> b'],
    ['\\{/* a */} b', '{/* a */} b'],
    ['{\\/* a */} b', '{/* a */} b'],
    ['a --> b, c <- d, e */ f, g <! h', 'a --> b, c <- d, e */ f, g <! h'],
  ];
  for (const [text, shown] of cases)
    await t.test(text, () => {
      const { body, problems } = readBody('x.mdx', text, 1);
      assert.deepEqual(problems, []);
      const [first] = body.elements;
      assert.equal(first?.type === 'paragraph' && textOf(first.children), shown);
    });
  for (const text of ['```\n<!-- a\n{/* b */}\n```', '    <!-- a\n    {/* b */}'])
    await t.test(JSON.stringify(text), () =>
      assert.deepEqual(readBody('x.mdx', text, 1).body.elements, [{ type: 'preformatted', text: '<!-- a\n{/* b */}' }]),
    );
});

test('an article that holds a comment only has no text', () => {
  const head = '---\nid: urn:x\nheadline: A\npublished: 2026-01-13T12:00:00Z\n---\n\n';
  const { problems } = readArticle('articles/2026/01/13/x.mdx', `${head}<!-- SECRET -->\n`);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['body-empty'],
  );
});

test('a comment in a field is an error', () => {
  for (const written of ['A <!-- SECRET --> B', 'A {/* SECRET */} B', '<!-- SECRET -->']) {
    const fields = `id: urn:x\nheadline: A\nstandfirst: "${written}"\npublished: 2026-01-13T12:00:00Z\n`;
    const { problems } = readArticle('articles/2026/01/13/x.mdx', `---\n${fields}---\n\nText.\n`);
    assert.deepEqual(
      problems.map(({ code, line }) => `${code} ${line}`),
      ['field-invalid 4'],
    );
  }
});
