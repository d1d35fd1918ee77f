import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { readPlainYaml } from './plain-yaml.ts';

/** Returns whether a text is plain. What is read of it must be what the package reads. */
function check(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  assert.deepEqual([...document.errors, ...document.warnings], [], text);
  assert.deepEqual(plain.data, document.toJS(), text);
  for (const [key, { line, column, written }] of plain.places) {
    const node: unknown = document.getIn(key.split('\n'), true);
    assert.ok(isNode(node) && node.range, text);
    assert.deepEqual({ line, col: column }, lines.linePos(node.range[0]), `${key} in ${text}`);
    assert.equal(written, isScalar(node) && node.type === 'PLAIN' ? node.source : undefined, text);
  }
  return true;
}

test('the fields of an article are plain', () => {
  const text = `
id: urn:uuid:e0941f5a-798d-81fb-abb0-2a59296de18c
headline: "Rain: falls on the just"
standfirst: It rains, and it’s wet; 5% more, they say!
dateline: { place: Lima, country: "PE", date: 2018-01-16 }
published: 2018-01-16T14:00:00-05:00
topics: [launch, space, art]
related:
  - /2018/01/15/one
  - "/2018/01/14/two"
aliases:
- /old/1
series: { name: Rain, part: 2 }
`;
  assert.ok(check(text));
  assert.ok(check('byline: []'));
});

test('property: what is read as plain is what the YAML package reads', () => {
  // A fixed linear congruential generator: the test is the same on every run.
  let seed = 20260113;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = (from: string): string => from.split('¦')[next(from.split('¦').length)] ?? '';
  const values =
    'Rain¦"in quotes: yes"¦2018-01-16¦2018-01-16T14:00:00-05:00¦7¦007¦1.5¦1e3¦0x1F¦true¦Null¦~¦a: b¦a:b¦a #b¦a#b¦it’s¦it\'s¦"a\\nb"¦\'single\'¦' +
    '&anchor x¦*alias¦!tag x¦|¦>-¦- x¦[a, b]¦[a, [b]]¦[ a , "b" ]¦[]¦[a,]¦{ a: b, c: 2 }¦{a: b}¦{a:b}¦{ a }¦{}¦[a b, c]¦ two ¦日本¦\u00a0x¦%x¦@x¦`x`¦a, b¦?x¦x?¦- ¦/a/b?c=d&e¦x\ty¦a]b¦a}b¦[1, 2018-01-01]¦no¦.5¦-1¦a "b" c¦"a" b¦"a"b';
  let count = 0;
  for (let run = 0; run < 20_000; run += 1) {
    let text = pick('\n¦');
    for (let length = next(4) + 1; length > 0; length -= 1) {
      text +=
        pick('a: ¦b: ¦c-d: ¦a:¦b:\n  - ¦b:\n- ¦  - ¦- ¦null: ¦e:  ¦f :¦ g: ¦"h": ') +
        (next(2) ? pick('Rain¦"x"¦/a/b') : pick(values));
      text += pick('\n¦\n¦\n¦ \n¦\n\n¦ # c\n¦\n  more\n¦');
    }
    if (check(text)) count += 1;
  }
  assert.ok(count > 500, String(count));
});
