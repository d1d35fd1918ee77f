import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { parseInFull, parseMarkdown } from './parse.ts';
import { takePlainBlocks } from './plain-blocks.ts';
import { shorten } from './shorthand.ts';

/** Offsets count characters of the shortened text. Problems use lines and columns only. */
function withoutOffsets(node: Nodes): Nodes {
  delete node.position?.start.offset;
  delete node.position?.end.offset;
  if ('children' in node) for (const child of node.children) withoutOffsets(child);
  return node;
}

function assertSame(text: string, name: string): void {
  assert.deepEqual(withoutOffsets(parseMarkdown(text)), withoutOffsets(parseInFull(text)), name);
}

const words = 'the committee met for a third day without a result';

const bodies = [
  `A plain paragraph in which ${words}, and nothing else.`,
  `Two lines, and in the first ${words}\nwhile the second says that ${words}.`,
  `A line that breaks because ${words}  \nand goes on.`,
  `Some *${words}*, **${words}** and \`${words}\`, and_${words}_too.`,
  `A [link in which ${words}](/2026/01/13/a-rather-long-address-of-words "A title in which ${words}") and more.`,
  `A link that is none, [${words}](${words}), since its address has spaces.`,
  `An image ![${words}](a/picture.png) in a line.`,
  `Written out: https://example.org/${words.replaceAll(' ', '-')} and www.example.org and desk@example.org, ${words}.`,
  `Named characters: &#8211;96 percent of them, ${words} &amp; more &#8230; and ${words}.`,
  `<FactBox title="A title in which ${words}">\n${words}\n</FactBox>`,
  `<AnElementWithALongName title="A title in which ${words}">\n${words}\n</AnElementWithALongName>`,
  `<Lengthy attribution="A title in which ${words}">`,
  `A tag that is none <made-up:${words.replaceAll(' ', ',')}> and ${words}.`,
  `1. ${words}\n2. ${words}\n   - ${words}\n\n> ${words}\n> ${words}\n\n## A crosshead: ${words}\n\n${words}\n---\n`,
  `| ${words} | b |\n|---|:-:|\n| ${words} | ${words} |`,
  `A note[^1], and ${words}.\n\n[^1]: ${words}`,
  `A [Label In Which ${words}] and\n\n[label in which ${words}]: https://example.org`,
  `\`\`\`\n${words}\n\`\`\`\n\n${words}`,
  `    indented, ${words}\n\n\t${words}`,
  `~~${words}~~ and ~${words}~`,
  `昨日、${'委員会は三日目の会合を開いたが結論は出なかった'}。\n${'委員会は三日目の会合を開いたが結論は出なかった'}。`,
  `A character like a placeholder \u{F0001}, and ${words}.`,
];

test('the shortened text gives the same tree as the full text', () => {
  for (const body of bodies) assertSame(body, body);
});

test('plain words are shortened', () => {
  const short = shorten(`A plain paragraph in which ${words}, and nothing else.`);
  assert.ok(short && short.text.length < 30, short?.text);
});

test('plain blocks are read without the parser', () => {
  const text = `## A crosshead\n\nPlain *words*, and a [link](/a).\n\n${words}\n\n- an item`;
  assert.equal(takePlainBlocks(text)?.rest.trim(), 'x\n\n- an item');
});

test('and over the articles of the demonstration newsroom', () => {
  const content = join(import.meta.dirname, '../../content');
  const files = globSync('**/*.mdx', { cwd: content });
  assert.ok(files.length > 40);
  for (const file of files) {
    const text = readFileSync(join(content, file), 'utf8');
    assertSame(text.replace(/^---\n[\s\S]*?\n---\n/, ''), file);
  }
});

/** A fixed linear congruential generator: the tests are the same on every run. */
function numbersFrom(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

test('property: and over any mixture of words and marks', () => {
  const next = numbersFrom(20260113);
  const marks = [
    '*¦_¦~¦`¦<¦>¦#¦[¦]¦(¦)¦!¦&¦|¦\\¦-¦+¦=¦:¦;¦.¦,¦"¦{¦}¦1¦ ¦\n¦\t¦**¦***¦~~¦``¦](¦](/a "¦")¦]: ¦![',
    '\n\n¦  \n¦\n- ¦\n1. ¦\n> ¦\n## ¦\n|¦\n|-|-|\n¦\n---\n¦\n    ¦\n```\n¦[^1]¦\n[^1]: ',
    '&amp;¦&#8211;¦https://¦www.¦@¦<b>¦<Figure alt="¦" />¦\n<FactBox title="x">\n¦\n</FactBox>\n¦日本の委員会は三日目の会合を開いた',
  ].flatMap((group) => group.split('¦'));
  for (let run = 0; run < 3000; run += 1) {
    let text = '';
    for (let length = next(12) + 2; length > 0; length -= 1)
      text += next(3) > 0 ? (marks[next(marks.length)] ?? '') : words.slice(next(10), 12 + next(40));
    assertSame(text, JSON.stringify(text));
  }
});

test('property: and over any blocks, with any blank lines between them', () => {
  const next = numbersFrom(7);
  const common = [
    'Plain words here.¦“Quoted,” he said — and went on.¦12.5 per cent¦(in brackets)¦A [link](/2026/01/13/a-b) in it',
    'A [link](https://a.example/x?y=1#z) out¦*stress* at first¦**Strong** and *weak* words.¦## A crosshead',
  ].flatMap((group) => group.split('¦'));
  const others = [
    '*a**b*¦a*b*c¦* item¦*¦- item¦1. one¦12. Not a list?¦    code¦\tcode¦  two¦> quote¦## Head #¦#no¦| a | b |¦|---|---|',
    '---¦===¦***¦<FactBox title="x">¦</FactBox>¦<b>¦&amp; more¦a_b_c¦`code`¦```¦~~gone~~¦[^1]¦[^1]: note¦[a]: /x¦[a]',
    'Wow![pic](a.png)¦desk@a.example¦https://a.example¦日本の委員会は会合を開いた。¦**「重要」**です¦\\*plain\\*¦line  ¦{/* c¦*/}',
    '<!-- c¦-->¦!¦](/a)¦[a](/x "t")¦[ a](/x)¦[](/x)¦x\u00a0y¦\ufeffbom¦*[a](/x)*¦(*a*)¦**a****b**¦a\n*b*\nc¦*a\nb*¦[a\nb](/c)',
  ].flatMap((group) => group.split('¦'));
  const between = ['\n\n', '\n\n', '\n\n', '\n', '\n\n\n', ' ', '\n \n', '\n\t\n', ''];
  for (let run = 0; run < 3000; run += 1) {
    let text = '';
    for (let length = next(9) + 1; length > 0; length -= 1) {
      const blocks = next(3) > 0 ? common : others;
      text += (blocks[next(blocks.length)] ?? '') + (between[next(between.length)] ?? '');
    }
    assertSame(text, JSON.stringify(text));
  }
});
