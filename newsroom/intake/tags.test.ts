import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from '../../elements/elements.ts';
import { textOf } from '../../elements/inline/inline.ts';
import { readBody } from './body.ts';

/** The problems of a body that begins on line 1, as `code line:column field`. */
function problemsOf(text: string): string[] {
  return readBody('x.mdx', text, 1).problems.map(
    ({ code, line, column, field }) => `${code} ${line}:${column}${field === null ? '' : ` ${field}`}`,
  );
}

function elementsOf(text: string): Element[] {
  const { body, problems } = readBody('x.mdx', text, 1);
  assert.deepEqual(problems, []);
  return body.elements;
}

function paragraphsOf(text: string): string[] {
  return elementsOf(text).map((element) => (element.type === 'paragraph' ? textOf(element.children) : element.type));
}

const list = '- One\n- Two';
const table = '| A | B |\n|---|--:|\n| 1 | 2 |';

test('each element with its attributes', () => {
  assert.deepEqual(
    elementsOf('<Figure src="a/b.jpg" alt="A &quot;b&quot;" caption=\'It\'s\' credit="C" />'.replace("It's", 'Its')),
    [{ type: 'figure', src: 'a/b.jpg', alt: 'A "b"', caption: 'Its', credit: 'C' }],
  );
  const [quote] = elementsOf('<PullQuote by="Ann">\nWords.\n</PullQuote>');
  assert.ok(quote?.type === 'pull-quote' && quote.by === 'Ann' && quote.children.length === 1);
  const [box] = elementsOf(`<FactBox title="T">\n\n## Head\n\nText.\n\n${list}\n\n${table}\n\n</FactBox>`);
  assert.ok(box?.type === 'fact-box' && box.title === 'T');
  assert.deepEqual(
    box.children.map(({ type }) => type),
    ['crosshead', 'paragraph', 'list', 'table'],
  );
  const [points] = elementsOf(`<KeyPoints title="T">\n${list}\n</KeyPoints>`);
  assert.ok(points?.type === 'key-points' && points.title === 'T' && points.items.length === 2);
  const [captioned] = elementsOf(`<Table caption="T" source="S">\n${table}\n</Table>`);
  assert.ok(captioned?.type === 'table' && captioned.caption === 'T' && captioned.source === 'S');
  assert.deepEqual(captioned.align, [null, 'right']);
});

test('a timeline’s items open with their time', () => {
  const [line] = elementsOf('<Timeline>\n- **October** They *meet*.\n- **January**: Again.\n- **Later**\n</Timeline>');
  assert.ok(line?.type === 'timeline' && line.title === undefined);
  assert.deepEqual(
    line.events.map(({ time, children: [first] }) => [
      textOf(time),
      first?.type === 'paragraph' ? textOf(first.children) : '',
    ]),
    [
      ['October', 'They meet.'],
      ['January', 'Again.'],
      ['Later', ''],
    ],
  );
});

test('different ways to write the same element', async (t) => {
  const same = [
    '<PullQuote by="A b">\n\nWords.\n\n</PullQuote>',
    '<PullQuote\n  by="A b"\n>\nWords.\n</PullQuote>',
    '<PullQuote by="A\n  b">\nWords.\n</PullQuote>  ',
    '  <PullQuote   by = "A b" >\nWords.\n  </PullQuote>',
    "<PullQuote by='A b'>\nWords.\n</PullQuote >",
  ];
  const [expected] = same.map(elementsOf);
  for (const text of same) await t.test(JSON.stringify(text), () => assert.deepEqual(elementsOf(text), expected));
  await t.test('a tag ends a paragraph, and its content follows at once', () => {
    assert.deepEqual(
      elementsOf(`Before.\n${same[0]}\nAfter.`).map(({ type }) => type),
      ['paragraph', 'pull-quote', 'paragraph'],
    );
  });
});

test('tags in the wrong place', async (t) => {
  const cases: [text: string, ...problems: string[]][] = [
    ['<FactBox title="T">\nText.', 'element-unclosed 1:1'],
    ['Text.\n\n</FactBox>', 'element-unopened 3:1'],
    ['<FactBox title="T">\nText.\n</KeyPoints>\n</FactBox>', 'element-unopened 3:1'],
    [
      `<FactBox title="T">\n<KeyPoints>\n${list}\n</KeyPoints>\n</FactBox>`,
      'element-place 2:1',
      'element-unclosed 1:1',
      'element-unopened 6:1',
    ],
    ['<FactBox title="T">\nText.\n<Figure src="a.jpg" alt="A" />\n</FactBox>', 'element-place 3:1'],
    ['- One\n\n  <Figure src="a.jpg" alt="A" />', 'element-place 3:3'],
    ['> <Figure src="a.jpg" alt="A" />', 'element-place 1:3'],
    ['Text <Figure src="a.jpg" alt="A" /> goes on.', 'element-place 1:6'],
    ['Text <Figure src="a.jpg" alt="A" /> and\n<FactBox title="T"> goes on.', 'element-place 1:6', 'element-place 2:1'],
    ['<Figure src="a.jpg" alt="A"', 'element-place 1:1'],
    ['<Figure src="a.jpg alt="A" />', 'element-place 1:1'],
    ['<factbox title="T">', 'element-place 1:1'],
    ['<Box>\nText.\n</Box>', 'element-unknown 1:1', 'element-unknown 3:1'],
    ['<Nara>', 'element-unknown 1:1'],
    ['<figure src="a.jpg">', 'html-unsupported 1:1'],
    ['<div>Text.</div>', 'html-unsupported 1:1'],
    ['A <b>bold</b> word.', 'html-unsupported 1:3'],
  ];
  for (const [text, ...expected] of cases)
    await t.test(JSON.stringify(text), () => assert.deepEqual(problemsOf(text).toSorted(), expected.toSorted()));
});

test('wrong attributes', async (t) => {
  const cases: [text: string, ...problems: string[]][] = [
    ['<Figure src="a.jpg" />', 'element-attribute 1:1 alt'],
    ['<Figure src="a.jpg" alt="" />', 'element-attribute 1:1 alt'],
    ['<Figure alt="A" />', 'element-attribute 1:1 src'],
    ['<Figure src="a.jpg" alt="A" width="3" />', 'element-attribute 1:29 width'],
    ['<Figure src="a.jpg" alt="A" constructor="x" />', 'element-attribute 1:29 constructor'],
    ['<Figure src="a.jpg" alt={alt} />', 'element-attribute 1:21 alt'],
    ['<Figure src="a.jpg" alt={`${process.exit(3)}`} />', 'element-attribute 1:21 alt', 'element-attribute 1:45'],
    ['<Figure src="a.jpg" alt=A />', 'element-attribute 1:21 alt'],
    ['<Figure src="a.jpg" alt />', 'element-attribute 1:21 alt'],
    ['<Figure {...props} />', 'element-attribute 1:9', 'element-attribute 1:1 src', 'element-attribute 1:1 alt'],
    ['<Figure\n  src="a.jpg"\n  alt="A"\n  onclick="x()"\n/>', 'element-attribute 4:3 onclick'],
    [`<Table>\n${table}\n</Table>`, 'element-attribute 1:1 caption'],
    ['<FactBox>\nText.\n</FactBox>', 'element-attribute 1:1 title'],
    ['<Figure src="https://elsewhere.example/a.jpg" alt="A" />', 'link-invalid 1:1 src'],
    ['<Figure src="../../etc/passwd" alt="A" />', 'link-invalid 1:1 src'],
    ['<Figure src="javascript:alert(1)" alt="A" />', 'link-invalid 1:1 src'],
  ];
  for (const [text, ...expected] of cases)
    await t.test(JSON.stringify(text), () => assert.deepEqual(problemsOf(text).toSorted(), expected.toSorted()));
});

test('wrong content', async (t) => {
  const cases = [
    '<PullQuote>\n\n</PullQuote>',
    `<PullQuote>\n${list}\n</PullQuote>`,
    `<KeyPoints>\nText.\n</KeyPoints>`,
    `<KeyPoints>\n${list}\n\nText.\n</KeyPoints>`,
    '<Timeline>\n- October: no bold.\n</Timeline>',
    `<Table caption="T">\n${list}\n</Table>`,
    '<FactBox title="T">\n> A quotation.\n</FactBox>',
    '<Figure src="a.jpg" alt="A">\nText.\n</Figure>',
  ];
  for (const text of cases)
    await t.test(JSON.stringify(text), () => assert.deepEqual(problemsOf(text), ['element-content 1:1']));
});

test('prose that looks like code stays as it is', async (t) => {
  const prose = [
    'Fewer than <100 people came.',
    'If a < b > c, then {a} and ${b} and {{c}}.',
    'AT&T & Co. made 5 * 3 * 2 of them, at 2_000_000 each.',
    'In <Nara> they met, and <NaraTwo /> too.',
    'import x from "y"',
    'export const a = 1;',
    '<3 and <- and <= and <> and </> and < div>',
    '~100 and ~200',
    '100% of $5 | #1 @home',
  ];
  for (const text of prose) await t.test(text, () => assert.deepEqual(paragraphsOf(text), [text]));
});

test('a backslash makes a tag plain text', () => {
  assert.deepEqual(paragraphsOf('\\<Figure src="a.jpg" alt="A" />'), ['<Figure src="a.jpg" alt="A" />']);
  assert.deepEqual(paragraphsOf('\\<Nara>'), ['<Nara>']);
  assert.deepEqual(paragraphsOf('A \\<b> word.'), ['A <b> word.']);
});

test('tags inside code are text', () => {
  assert.deepEqual(paragraphsOf('`<Figure />` and `</FactBox>`.'), ['<Figure /> and </FactBox>.']);
  assert.deepEqual(elementsOf('```\n<Figure src="a.jpg" />\n{x}\n```'), [
    { type: 'preformatted', text: '<Figure src="a.jpg" />\n{x}' },
  ]);
  assert.deepEqual(elementsOf('    <Box>'), [{ type: 'preformatted', text: '<Box>' }]);
});

test('the line of an element counts from the line on which the body begins', () => {
  const { problems } = readBody('x.mdx', 'Text.\n\n<Box>\n', 9);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [11],
  );
});
