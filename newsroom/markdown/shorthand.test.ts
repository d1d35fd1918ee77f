import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { parseInFull, parseMarkdown } from './parse.ts';
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

test('and over the articles of the demonstration newsroom', () => {
  const content = join(import.meta.dirname, '../../content');
  const files = globSync('**/*.mdx', { cwd: content });
  assert.ok(files.length > 40);
  for (const file of files) {
    const text = readFileSync(join(content, file), 'utf8');
    assertSame(text.replace(/^---\n[\s\S]*?\n---\n/, ''), file);
  }
});

test('property: and over any mixture of words and marks', () => {
  // A fixed linear congruential generator: the test is the same on every run.
  let seed = 20260113;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
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
