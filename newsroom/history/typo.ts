import { diffArrays } from 'diff';
import { contractedNegation, negations, numberWords } from './typo-words.ts';

/** More changed words than this are not a typo, however small each change is. */
const mostWords = 12;

/**
 * Whether two texts differ only in spelling and punctuation. When in doubt they do not: a typo that is listed as an
 * update does less harm than an update that is not listed. A change is a typo when
 * - the numbers (in digits or in words), the negations, and the numbers of quotation and question marks are the same;
 * - at most twelve words change. In each of them one letter differs (two from eight letters on; in words of up to three
 *   letters two neighbouring letters may only be swapped), the first letter is the same, the new word is not the old one
 *   with a prefix (`legal`, `illegal`), and neither word begins with a capital, since it may be a name;
 * - no word is added or removed, except one that was there twice; words may be joined or split, or change their case;
 * - the letters are of a script with capitals: in other scripts names cannot be recognized, and one character can be a
 *   word.
 */
export function isTypo(before: string, after: string): boolean {
  const [old, now] = [before.normalize('NFC'), after.normalize('NFC')];
  if (factsOf(old) !== factsOf(now)) return false;
  const parts = diffArrays(wordsOf(old), wordsOf(now), { maxEditLength: mostWords * 2 });
  if (!parts) return false;
  let changed = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part?.added && !part?.removed) continue;
    const other = parts[index + 1];
    const paired = other && (other.added || other.removed) ? other : undefined;
    const removed = [part, paired].find((side) => side?.removed)?.value ?? [];
    const added = [part, paired].find((side) => side?.added)?.value ?? [];
    const left = parts[index - 1]?.value.at(-1);
    if (paired) index += 1;
    const right = parts[index + 1]?.value[0];
    changed += Math.max(removed.length, added.length);
    if (changed > mostWords || !isTypoOf(removed, added, [left, right])) return false;
  }
  return true;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

const number = /[-−+±]?[$€£¥₩₹]?\p{N}+(?:[.,:/'’–-]\p{N}+)*\s?[%‰°$€£¥₩₹]?/gu;

/** What a typo does not change, in order. */
function factsOf(text: string): string {
  const decisive = wordsOf(text.toLowerCase()).filter(
    (each) => negations.has(each) || numberWords.has(each) || contractedNegation.test(each),
  );
  const marks = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return JSON.stringify([
    text.match(number)?.map((each) => each.trim()) ?? [],
    decisive.map((each) => each.replace('’', "'")),
    marks(/["“”„«»「」『』]/g),
    marks(/[?？؟]/g),
  ]);
}

function isTypoOf(removed: readonly string[], added: readonly string[], around: (string | undefined)[]): boolean {
  if (plain(removed.join('')) === plain(added.join(''))) return true;
  if (removed.length + added.length === 1) {
    const [only = ''] = [...removed, ...added];
    return around.some((neighbour) => neighbour !== undefined && plain(neighbour) === plain(only));
  }
  return removed.length === added.length && removed.every((each, index) => isMisspelling(each, added[index] ?? ''));
}

function isMisspelling(before: string, after: string): boolean {
  const [old, now] = [plain(before), plain(after)];
  if (old === now) return true;
  if (/\p{N}|\p{Lo}|^\p{Lu}/u.test(before) || /\p{N}|\p{Lo}|^\p{Lu}/u.test(after)) return false;
  if (old.endsWith(now) || now.endsWith(old)) return false;
  const shorter = Math.min(old.length, now.length);
  const swapped = old.length === now.length && [...old].toSorted().join('') === [...now].toSorted().join('');
  if (old[0] !== now[0] && !(swapped && old[0] === now[1] && old[1] === now[0])) return false;
  return differingLetters(old, now) <= (shorter >= 8 ? 2 : 1) && (shorter > 3 || swapped);
}

/** A word in lower case, without apostrophes. */
function plain(text: string): string {
  return text.toLowerCase().replace(/['’]/g, '');
}

/** How many letters are replaced, added, removed or swapped with their neighbour (optimal string alignment). */
function differingLetters(a: string, b: string): number {
  let last: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (last[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    last = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
