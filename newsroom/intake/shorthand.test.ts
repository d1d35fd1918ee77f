import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { needing, sharedPath } from '../testing.ts';
import { readMarkdown, readWhole } from './markdown.ts';
import { shorten } from './shorthand.ts';

/** Offsets count letters of the text as it was parsed; lines and columns are what problems are told by. */
function withoutOffsets(node: Nodes): Nodes {
  delete node.position?.start.offset;
  delete node.position?.end.offset;
  if ('children' in node) for (const child of node.children) withoutOffsets(child);
  return node;
}

function assertSame(text: string, name: string): void {
  assert.deepEqual(withoutOffsets(readMarkdown(text)), withoutOffsets(readWhole(text)), name);
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
  `A tag that is none <made-up:${words.replaceAll(' ', ',')}> and ${words}.`,
  `1. ${words}\n2. ${words}\n   - ${words}\n\n> ${words}\n> ${words}\n\n## A crosshead: ${words}\n\n${words}\n---\n`,
  `| ${words} | b |\n|---|:-:|\n| ${words} | ${words} |`,
  `A note[^1], and ${words}.\n\n[^1]: ${words}`,
  `A [Label In Which ${words}] and\n\n[label in which ${words}]: https://example.org`,
  `\`\`\`\n${words}\n\`\`\`\n\n${words}`,
  `    indented, ${words}\n\n\t${words}`,
  `~~${words}~~ and ~${words}~`,
  `昨日、${'委員会は三日目の会合を開いたが結論は出なかった'}。\n${'委員会は三日目の会合を開いたが結論は出なかった'}。`,
  `A sign of its own \u{F0001} stands here, and ${words}.`,
];

test('the short way gives the tree of the long one', () => {
  for (const body of bodies) assertSame(body, body);
});

test('plain words are what is shortened', () => {
  const short = shorten(`A plain paragraph in which ${words}, and nothing else.`);
  assert.ok(short && short.text.length < 30, short?.text);
});

const corpora = 'corpora/';

test('and so it does over real bodies', needing(corpora), () => {
  const folder = sharedPath(corpora);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  assert.ok(names.length > 3000);
  // Every twentieth, in the order of their names: the rest adds minutes, not kinds.
  for (const name of names.toSorted().filter((_, index) => index % 20 === 0)) {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll(/\r\n?/g, '\n');
    assertSame(text.replace(/^---\n[\s\S]*?\n---\n/, ''), name);
  }
});
