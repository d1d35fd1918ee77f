/** How similar two texts are: two versions of one article, or two articles under the same headline. */

// A rewritten article has many of its old sentences. Two articles of one day share little more than the headline.
const LEAST_OF_ONE_ARTICLE = 0.2;
// Under another headline, the wording is all that shows it.
const LEAST_OF_ONE_VERSION = 0.35;
const WORDS_PER_SHINGLE = 3;

/** The parts of an article that are compared. */
export interface ComparedArticle {
  headline: string;
  agency: string | null;
  body: string;
}

/**
 * The share of the shorter article's wording that is also in the other one: 0 to 1. Copy of two different agencies is
 * never the same article, so its similarity is 0.
 */
export function similarity(a: ComparedArticle, b: ComparedArticle): number {
  if (a.agency !== null && b.agency !== null && a.agency !== b.agency) return 0;
  if (a.headline === b.headline && a.body.trim() === b.body.trim()) return 1;
  const [first, second] = [shinglesOf(a), shinglesOf(b)];
  const shorter = Math.min(first.size, second.size);
  return shorter === 0 ? 0 : ([...first].filter((shingle) => second.has(shingle)).length / shorter) * 0.999;
}

/**
 * Whether two articles under one headline are versions of one article: much of the wording is the same and the same agency
 * names itself in both, or headline and text are the same.
 */
export function isSameArticle(a: ComparedArticle, b: ComparedArticle, share: number): boolean {
  return share >= (a.agency !== null && a.agency === b.agency ? LEAST_OF_ONE_ARTICLE : 1);
}

/**
 * Whether two texts under different headlines are versions of one article: the same agency names itself in both, and much
 * of the wording is the same.
 */
export const isVersionOf = (a: ComparedArticle, b: ComparedArticle): boolean =>
  a.agency !== null && a.agency === b.agency && similarity(a, b) >= LEAST_OF_ONE_VERSION;

/** All runs of three words. */
function shinglesOf({ headline, body }: ComparedArticle): Set<string> {
  const words = `${headline} ${body}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + WORDS_PER_SHINGLE <= words.length; at += 1)
    shingles.add(words.slice(at, at + WORDS_PER_SHINGLE).join(' '));
  return shingles;
}
