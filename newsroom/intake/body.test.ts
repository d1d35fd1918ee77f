import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '../../elements/body.ts';
import type { Element } from '../../elements/elements.ts';
import { textOf, type Inline } from '../../elements/inline/inline.ts';
import { readBody } from './body.ts';
import type { Reference } from './reader.ts';

function read(text: string): { body: Body; references: Reference[]; problems: string[] } {
  const { body, references, problems } = readBody('x.mdx', text, 1);
  return { body, references, problems: problems.map(({ code, line, column }) => `${code} ${line}:${column}`) };
}

function inlinesOf(text: string): Inline[] {
  const [first] = read(text).body.elements;
  return first?.type === 'paragraph' ? first.children : [];
}

test('footnotes are numbered by their first use, and know how often they are used', () => {
  const { body, problems } = read('One[^b], two[^a], three[^b].\n\n[^a]: Note A.\n\n[^b]: Note B.\n');
  assert.deepEqual(problems, []);
  assert.deepEqual(
    body.footnotes.map(({ number, uses }) => [number, uses]),
    [
      [1, 2],
      [2, 1],
    ],
  );
  assert.deepEqual(
    body.footnotes.map(({ children: [first] }) => first?.type === 'paragraph' && textOf(first.children)),
    ['Note B.', 'Note A.'],
  );
  const marks = inlinesOf('One[^b], two[^a], three[^b].\n\n[^a]: A.\n\n[^b]: B.\n').filter(
    ({ type }) => type === 'footnote',
  );
  assert.deepEqual(marks, [
    { type: 'footnote', number: 1, use: 1 },
    { type: 'footnote', number: 2, use: 1 },
    { type: 'footnote', number: 1, use: 2 },
  ]);
});

test('a footnote may refer to another one, wherever that is written', () => {
  for (const text of ['One[^a].\n\n[^a]: See[^b].\n\n[^b]: There.\n', 'One[^a].\n\n[^b]: There.\n\n[^a]: See[^b].\n']) {
    const { body, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      body.footnotes.map(({ number, uses }) => [number, uses]),
      [
        [1, 1],
        [2, 1],
      ],
    );
  }
});

test('a footnote inside a list or a quotation is not lost', () => {
  for (const text of ['One[^a].\n\n- Two.\n\n  [^a]: Note.\n', 'One[^a].\n\n> Two.\n>\n> [^a]: Note.\n']) {
    const { body, problems } = read(text);
    assert.deepEqual(problems, []);
    assert.equal(body.footnotes.length, 1);
  }
});

test('a footnote without a mark, a mark without a footnote, and two of one name', () => {
  assert.deepEqual(read('One[^a] two[^b].').problems, ['footnote-missing 1:4', 'footnote-missing 1:12']);
  assert.deepEqual(read('One.\n\n[^a]: Note.').problems, ['footnote-missing 3:1']);
  assert.deepEqual(read('One[^a].\n\n[^a]: Note.\n\n[^a]: Another.').problems, ['footnote-missing 5:1']);
  assert.deepEqual(read('One \\[^a].').problems, []);
});

test('a link with an address that is not valid becomes its text', async (t) => {
  const good = [
    'https://example.org/a?b#c',
    'http://example.org/',
    'mailto:desk@example.org',
    'tel:+431234',
    '#part',
    '/2026/01/13/x',
    '/topics/x/links',
    '/about',
  ];
  for (const href of good) {
    await t.test(href, () =>
      assert.deepEqual(inlinesOf(`[Text](${href})`), [
        { type: 'link', href, children: [{ type: 'text', text: 'Text' }] },
      ]),
    );
  }
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'relative.html',
    '../up',
    'https://',
    'http://www.[agency].example/open',
    'https://bank.example@elsewhere.example/',
    '',
  ];
  for (const href of bad) {
    await t.test(`not ${href}`, () => {
      const { body, problems } = read(`[Text](<${href}>)`);
      assert.deepEqual(problems, ['link-invalid 1:1']);
      assert.deepEqual(body.elements, [{ type: 'paragraph', children: [{ type: 'text', text: 'Text' }] }]);
    });
  }
});

test('an address with characters that are not allowed is encoded, and leads to the same page', () => {
  assert.deepEqual(inlinesOf('[Text](https://example.org/##11) and [text](</a b|c>)'), [
    { type: 'link', href: 'https://example.org/#%2311', children: [{ type: 'text', text: 'Text' }] },
    { type: 'text', text: ' and ' },
    { type: 'link', href: '/a%20b%7Cc', children: [{ type: 'text', text: 'text' }] },
  ]);
});

test('links by reference, with the definition anywhere in the text', () => {
  assert.deepEqual(inlinesOf('[Text][a]\n\n> [a]: https://example.org "Title"\n'), [
    { type: 'link', href: 'https://example.org/', title: 'Title', children: [{ type: 'text', text: 'Text' }] },
  ]);
});

test('the references of a body to other files', () => {
  const { references } = read(
    '[a](/2026/01/13/caf%C3%A9) [b](/2026/01/13/X.json#y) [c](/topics/t/links) [d](/people/p) [e](/storylines/s)\n\n![alt](/images/a%20b.png)\n',
  );
  assert.deepEqual(
    references.map(({ kind, target }) => `${kind} ${target}`),
    ['article /2026/01/13/café', 'article /2026/01/13/x', 'topic t', 'person p', 'storyline s', 'picture a b.png'],
  );
});

test('a picture needs an alternative text, and is a file of this newsroom', () => {
  assert.deepEqual(read('![A garden](nara/garden.jpg)').body.elements, [
    { type: 'figure', src: 'nara/garden.jpg', alt: 'A garden' },
  ]);
  assert.deepEqual(inlinesOf('In ![a flag](flag.svg) colours.')[1], { type: 'image', src: 'flag.svg', alt: 'a flag' });
  assert.deepEqual(read('![](a.jpg)').problems, ['picture-invalid 1:1']);
  for (const src of [
    'https://elsewhere.example/a.jpg',
    '//elsewhere.example/a.jpg',
    'data:image/png;base64,AA',
    '../a.jpg',
    'a/../../b.jpg',
    '%2e%2e/a.jpg',
  ]) {
    assert.deepEqual(read(`![A](${src})`).problems, ['link-invalid 1:1'], src);
  }
});

test('the path of a picture may be written as editors encode it', async (t) => {
  const cases: [written: string, src: string][] = [
    ['a b.svg', 'a b.svg'],
    ['a%20b.svg', 'a b.svg'],
    ['/images/a%20b.svg', 'a b.svg'],
    ['salt%26pepper.svg', 'salt&pepper.svg'],
    ['salt&pepper.svg', 'salt&pepper.svg'],
    ['part%232.svg', 'part#2.svg'],
    ['part#2.svg', 'part#2.svg'],
    ['one%2Ctwo.svg', 'one,two.svg'],
    ['one%3Btwo%3F.svg', 'one;two?.svg'],
    ['50%25.svg', '50%.svg'],
    ['50%.svg', '50%.svg'],
    ['50%2520.svg', '50%20.svg'],
    ['2026%2Fa.svg', '2026/a.svg'],
    ['caf%C3%A9.svg', 'café.svg'],
    ['cafe%CC%81.svg', 'café.svg'],
    ['cafe\u0301.svg', 'café.svg'],
    ['caf%E9.svg', 'caf%E9.svg'],
  ];
  for (const [written, src] of cases)
    await t.test(written, () => {
      for (const text of [
        `![A](<${written}>)`,
        `<Figure src="${written}" alt="A" />`,
        `![A][b]\n\n[b]: <${written}>`,
      ]) {
        const { body, references, problems } = read(text);
        assert.deepEqual(problems, [], text);
        assert.deepEqual(body.elements, [{ type: 'figure', src, alt: 'A' }], text);
        // The check and the page know it by one name.
        assert.deepEqual(
          references.map(({ target }) => target),
          [src],
        );
      }
    });
  for (const written of ['a%00.svg', '%2e%2e%2fa.svg', 'a%01.svg'])
    assert.deepEqual(read(`![A](${written})`).problems, ['link-invalid 1:1'], written);
});

test('each row of a table has a cell for each column', async (t) => {
  const cases: [rows: string, shown: string[], ...problems: string[]][] = [
    ['| 1 |', ['1', '']],
    ['| 1 | 2 | 3 |', ['1', '2'], 'content-left-out 3:1'],
    ['| 1 | 2 | |', ['1', '2']],
    ['1', ['1', '']],
    ['| | 2', ['', '2']],
    ['|', ['', '']],
    ['| 1 \\| 2 | 3 |', ['1 | 2', '3']],
    ['| `1 | 2` | 3 |', ['`1', '2`'], 'content-left-out 3:1'],
  ];
  for (const [row, shown, ...expected] of cases)
    await t.test(row, () => {
      const { body, problems } = read(`| A | B |\n|---|---|\n${row}`);
      assert.deepEqual(problems, expected);
      const [table] = body.elements;
      assert.ok(table?.type === 'table');
      assert.deepEqual(
        table.rows.map((cells) => cells.map(textOf)),
        [shown],
      );
    });
});

test('emphasis beside the marks of Chinese, Japanese and Korean', async (t) => {
  const cases: [text: string, shown: string][] = [
    ['これは**「大事」**です', 'これは<strong>「大事」</strong>です'],
    ['**大事：**読む', '<strong>大事：</strong>読む'],
    ['*「大事」*です', '<emphasis>「大事」</emphasis>です'],
    ['~~「大事」~~です', '<delete>「大事」</delete>です'],
    ['他说**“好”**就走', '他说<strong>“好”</strong>就走'],
    ['**注意。**请看', '<strong>注意。</strong>请看'],
    ['**강조(強調)**를', '<strong>강조(強調)</strong>를'],
    ['***「大事」***です', '<emphasis><strong>「大事」</strong></emphasis>です'],
    ['2 * 3 * 4，a*b', '2 * 3 * 4，a*b'],
    ['snake_case_大事', 'snake_case_大事'],
    ['a**"b"**c', 'a**"b"**c'],
  ];
  const shownOf = (runs: readonly Inline[]): string =>
    runs
      .map((run) => ('children' in run ? `<${run.type}>${shownOf(run.children)}</${run.type}>` : textOf([run])))
      .join('');
  for (const [text, shown] of cases) await t.test(text, () => assert.equal(shownOf(inlinesOf(text)), shown));
});

test('escaped HTML is text', async (t) => {
  for (const [text, shown] of [
    ['\\<em\\>a\\</em\\>', '<em>a</em>'],
    ['\\<em>a\\</em>', '<em>a</em>'],
    ['&lt;em&gt;a&lt;/em&gt;', '<em>a</em>'],
    ['&#60;em&#x3e;', '<em>'],
    ['\\<div class="a"\\>', '<div class="a">'],
    ['<em\\>', '<em>'],
    ['\\<script>alert(1)\\</script>', '<script>alert(1)</script>'],
    ['\\<FactBox title="a">', '<FactBox title="a">'],
    ['\\[^a]', '[^a]'],
    ['a \\{b\\} \\* \\- \\!', 'a {b} * - !'],
  ] as const)
    await t.test(text, () => {
      assert.deepEqual(read(text).problems, []);
      assert.equal(textOf(inlinesOf(text)), shown);
    });
  assert.deepEqual(read('<em> and \\<em>').problems, ['html-unsupported 1:1']);
});

test('crossheads skip no level, and no two have the same id', () => {
  const heads = read('# A\n\n#### A\n\n## A 2\n\n## Content\n\n## Note 1\n\n## 😀\n').body.elements;
  assert.deepEqual(
    heads.map((head) => head.type === 'crosshead' && `${head.level} ${head.id}`),
    ['2 a', '3 a-2', '2 a-2-2', '2 content-2', '2 part-note-1', '2 part'],
  );
});

test('blocks of Markdown', () => {
  const types = (text: string): Element['type'][] => read(text).body.elements.map(({ type }) => type);
  assert.deepEqual(types('Text.\n\n- a\n- b\n\n1. c\n\n> d\n\n***\n\n```\ne\n```\n\n| f |\n|---|\n| g |\n'), [
    'paragraph',
    'list',
    'list',
    'quote',
    'divider',
    'preformatted',
    'table',
  ]);
  const [list] = read('3. a\n4. b').body.elements;
  assert.ok(list?.type === 'list' && list.ordered && list.start === 3);
  const [tasks] = read('- [x] a\n- [ ] b').body.elements;
  assert.ok(tasks?.type === 'list');
  assert.deepEqual(
    tasks.items.map(({ checked }) => checked),
    [true, false],
  );
});

test('a line break in the source is a space, but not in scripts without spaces', () => {
  assert.deepEqual(inlinesOf('one\ntwo'), [{ type: 'text', text: 'one two' }]);
  assert.deepEqual(inlinesOf('東京で\n会った'), [{ type: 'text', text: '東京で会った' }]);
  assert.deepEqual(
    inlinesOf('one  \ntwo').map(({ type }) => type),
    ['text', 'break', 'text'],
  );
});

test('words are counted, in captions and notes too', () => {
  assert.equal(read('One two-three, don’t.').body.words, 3);
  assert.equal(read('東京で会った').body.words, 3);
  assert.equal(
    read('One[^a].\n\n[^a]: Two three.\n\n<Figure src="a.jpg" alt="four" caption="five" />\n').body.words,
    5,
  );
});

test('nesting that is too deep is reported once', () => {
  assert.deepEqual(read(`${'> '.repeat(100)}Text.`).problems, ['element-place 1:83']);
  assert.deepEqual(
    read(Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')).problems.length,
    1,
  );
});
