import type { Store } from '../store/store.ts';
import { textOf } from '../store/store.ts';
import { reversed } from './write.ts';

/** Words from this length on may have one mistake, and from `twoMistakes` on two. Shorter ones resemble too many others. */
const [oneMistake, twoMistakes, longest] = [4, 6, 20];
/** Readers seldom mistake the first letter: in words from this length on, where it is the one mistake. */
const otherFirstLetter = 7;

/** How many mistakes a word of so many letters may have. */
export function mostMistakes(length: number): number {
  if (length < oneMistake || length > longest) return 0;
  return length < twoMistakes ? 1 : 2;
}

/**
 * The words of the store, and of `others`, that a misspelt word may stand for, with the number of mistakes. Most readers spell
 * the beginning or the end of a word right, so only words of the store with the same beginning or end are compared.
 */
export function similarWords(
  store: Store,
  folded: string,
  others: ReadonlySet<string> = new Set(),
): { word: string; mistakes: number }[] {
  const letters = [...folded];
  const most = mostMistakes(letters.length);
  if (most === 0) return [];
  const same = letters.length > twoMistakes ? 3 : 2;
  const span = { shortest: letters.length - most, longest: letters.length + most };
  const words = new Set(others);
  for (const [column, text] of [
    ['word', folded],
    ['reversed', reversed(folded)],
  ] as const) {
    const first = [...text].slice(0, same).join('');
    const sql = `SELECT word FROM search_word WHERE ${column} >= :first AND ${column} < :end
      AND length(word) BETWEEN :shortest AND :longest`;
    // No word has a character after U+10FFFF.
    for (const row of store.all(sql, { first, end: `${first}\u{10FFFF}`, ...span })) words.add(textOf(row, 'word'));
  }
  words.delete(folded);
  return [...words].flatMap((word) => {
    const written = [...word];
    const mistakes = mistakesBetween(letters, written, most);
    const isLike = written[0] === letters[0] || (mistakes === 1 && letters.length >= otherFirstLetter);
    return mistakes <= most && isLike ? [{ word, mistakes }] : [];
  });
}

/**
 * In how many letters two words differ: letters that are missing, too many, wrong, or two in the wrong order. More than
 * `most` where there are more.
 */
export function mistakesBetween(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const [above = 0, diagonal = 0, left = 0] = [last[j], last[j - 1], row[j - 1]];
      let cost = Math.min(above + 1, left + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
