/** Crossheads: short lines between paragraphs that are marked in one of the ways of the agencies. */

const LONGEST = 60;
const MOST_WORDS = 9;

// The mark must be the same on both sides, and not be in between: `- yes - he said` is speech.
const DASHED = /^(--?|—|–|___?|_)\s+(\S(?:.*\S)?)\s+\1$/u;
const STARRED = /^\*{1,3}\s?([^*]*[^*\s])\s?\*{1,3}$/u;
const CAPITALS = /^[\p{Lu}\p{N}][\p{Lu}\p{N}\p{M}\s'’"“”&,:?!/()-]*$/u;
const COLON = /^(\p{Lu}[^:.!?]*):$/u;

// A line that ends in a colon is not a crosshead if one of these words shows that it introduces the next line.
const LEADS_IN =
  /\b(?:said|says|say|read|reads|added|wrote|writes|asked|told|tells|stated|states|follows?|following|is|are|was|were|include[sd]?|including|these|this|that|here|below)\b/i;

function fits(text: string): boolean {
  return text.length <= LONGEST && text.split(/\s+/).length <= MOST_WORDS && /\p{L}{2}/u.test(text);
}

/** Whether a line is a crosshead between dashes. The lines around it do not matter. */
export const isDashedCrosshead = (text: string): boolean => dashedTitle(text) !== null;

function dashedTitle(text: string): string | null {
  const [, mark = '-', title] = DASHED.exec(text) ?? [];
  return title !== undefined && fits(title) && !title.includes(` ${mark} `) ? title : null;
}

/** The title of a paragraph that is a crosshead, with the rule that says so; null if it is not a crosshead. */
export function readCrosshead(text: string): { title: string; rule: string } | null {
  const dashed = dashedTitle(text);
  if (dashed !== null) return { title: dashed, rule: 'crosshead-dashes' };
  const starred = STARRED.exec(text)?.[1];
  if (starred !== undefined && fits(starred) && !/[.]$/.test(starred))
    return { title: starred, rule: 'crosshead-stars' };
  const colon = COLON.exec(text)?.[1];
  if (
    colon !== undefined &&
    fits(colon) &&
    colon.split(' ').length <= 4 &&
    !colon.includes(',') &&
    !LEADS_IN.test(colon)
  )
    return { title: colon, rule: 'crosshead-colon' };
  if (CAPITALS.test(text) && fits(text) && /\p{Lu}{3}/u.test(text) && (text.includes(' ') || text.length >= 6))
    return { title: text, rule: 'crosshead-capitals' };
  return null;
}
