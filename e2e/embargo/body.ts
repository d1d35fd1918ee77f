import type { Chance } from '../../bench/random.ts';

/** The parts of a body that may hold a canary, each with a function that writes it. */
const parts: readonly [name: string, write: (word: string) => string][] = [
  ['crosshead', (word) => `## About ${word} and more`],
  ['key point', (word) => `<KeyPoints title="In short">\n- A point on ${word}.\n- Another.\n</KeyPoints>`],
  ['pull quote', (word) => `<PullQuote by="A line">\nSomebody said ${word}.\n</PullQuote>`],
  ['fact box', (word) => `<FactBox title="Facts of ${word}">\nA paragraph.\n</FactBox>`],
  ['timeline', (word) => `<Timeline title="Steps">\n- **May** Then came ${word}.\n</Timeline>`],
  ['table', (word) => `<Table caption="Figures" source="Of ${word}, 2025">\n| a | b |\n|---|---|\n| c | d |\n</Table>`],
  ['cell', (word) => `| a | b |\n|---|---|\n| ${word} | d |`],
  ['quotation', (word) => `> They wrote: ${word}.`],
  ['list', (word) => `- One\n- Two, and ${word}`],
  ['code', (word) => `The code is \`${word}\`.`],
  ['emphasis', (word) => `It was *${word}* and **${word}**.`],
  ['footnote', (word) => `It is noted.[^1]\n\n[^1]: The note on ${word}.`],
  ['escaped', (word) => `A & B < “${word}” > C.`],
  ['capitals', (word) => `THE ${word.toUpperCase()} AFFAIR.`],
];

/** A body of a few parts, each with a canary from `mint`. Its first paragraph holds `links`, which are Markdown. */
export function writeBody(
  chance: Chance,
  mint: (meaning: string) => string,
  links: readonly string[],
): { body: string; shown: string[] } {
  const first = mint('first paragraph');
  const shown = [first];
  const written = [`It began with ${first}${links.map((link) => `, ${link}`).join('')}.`];
  for (const [name, write] of parts) {
    if (!chance.happens(0.2)) continue;
    const word = mint(name);
    shown.push(word);
    written.push(write(word));
  }
  return { body: written.join('\n\n'), shown };
}
