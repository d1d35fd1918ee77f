/** Whether two texts are versions of one story or two stories under one headline. */

// A rewritten story keeps a good part of its sentences; two stories of a day share little but the headline.
const SHARED_AT_LEAST = 0.2;
const SHINGLE = 3;

/** A version of a story, as far as it can be compared. */
export interface Version {
  headline: string;
  agency: string | null;
  body: string;
}

/** How much of the shorter version's wording stands in the other: 0 to 1. Other agencies' copy is never the same story. */
export function likeness(a: Version, b: Version): number {
  if (a.agency !== null && b.agency !== null && a.agency !== b.agency) return 0;
  if (a.headline === b.headline && a.body.trim() === b.body.trim()) return 1;
  const [first, second] = [shinglesOf(a), shinglesOf(b)];
  const shorter = Math.min(first.size, second.size);
  return shorter === 0 ? 0 : ([...first].filter((shingle) => second.has(shingle)).length / shorter) * 0.999;
}

/** Whether the likeness is that of one story. */
export const isSameStory = (share: number): boolean => share >= SHARED_AT_LEAST;

function shinglesOf({ headline, body }: Version): Set<string> {
  const words = `${headline} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  return shingles;
}
