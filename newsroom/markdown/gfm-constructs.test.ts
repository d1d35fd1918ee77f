import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayHaveBareAddresses } from './gfm-constructs.ts';
import { parseInFull, parseMarkdown } from './parse.ts';

const TEXTS: [string, boolean][] = [
  ['No address.', false],
  ['[a](https://a.example/b?c=d#e)', false],
  ['One [a](<https://a.example/b>) and [b](http://b.example).', false],
  ['[www](https://a.example)', false],
  ['https://a.example', true],
  ['[a](https://a.example) www.b.example', true],
  ['[a](https://a.example) a@b.example', true],
  ['a](https://a.example)', true],
  ['\\[a](https://a.example)', true],
  ['[a\\](https://a.example)', true],
  ['`[a`](https://a.example)', true],
  ['[a]: https://a.example', true],
  ['![a](https://a.example)', true],
  ['[www.a.example](https://a.example)', false],
  ['[https://a.example](https://a.example)', true],
  ['[a](https://a.example/(b))', true],
  ['| a |\n|---|\n| [b](https://a.example|c) |', true],
  ['[a] (https://a.example)', true],
];
const OTHERS = [
  '~~a~~ ~b~',
  '| a |\n|-|\n| b |',
  'a[^1]\n\n[^1]: b',
  '- [ ] a\n- [x] b\n-\t[\t] c',
  '> a[^1] | ~~b~~',
  'a[^1',
];
for (const [text, may] of [...TEXTS, ...OTHERS.map((other): [string, boolean] => [other, false])]) {
  test(`constructs of GFM in ${JSON.stringify(text)}`, () => {
    assert.equal(mayHaveBareAddresses(text), may);
    // The offsets of a text that was shortened are not known.
    const tree = (read: (markdown: string) => unknown): string =>
      JSON.stringify(read(text), (key, value: unknown) => (key === 'offset' ? undefined : value));
    assert.equal(tree(parseMarkdown), tree(parseInFull));
  });
}
