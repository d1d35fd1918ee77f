import type { RelatedReason } from '../../newsroom/edition/related.ts';
import { counted, fill } from '../words/fill.ts';
import { listIn } from '../words/numbers.ts';
import type { Words } from '../words/words.ts';

/** Titles that one reason names at most. */
const mostTitles = 3;

/** Why a story is among the related links of another. */
export function reasonInWords(words: Words, reason: RelatedReason): string {
  const { reasons } = words;
  switch (reason.kind) {
    case 'picked':
      return reason.note ?? reasons.picked;
    case 'same-storyline':
      return reasons.sameStoryline;
    case 'same-series':
      return reasons.sameSeries;
    case 'shared-words': {
      const list = listIn(words, reason.words);
      return reason.names ? fill(reasons.sharesNames, { names: list }) : fill(reasons.alsoAbout, { words: list });
    }
    case 'similar-text':
      return reasons.similarText;
    case 'shared-topics':
      return fill(reasons.sharesTopics, { topics: listIn(words, reason.titles.slice(0, mostTitles)) });
  }
}

/**
 * `8 days earlier`, from the days between two publications; negative where the other story is older. In months from 45 days
 * on, and in years from 18 months on. No line ends inside it.
 */
export function dayGapInWords(words: Words, days: number): string {
  const { reasons } = words;
  if (days === 0) return reasons.sameDay;
  const size = Math.abs(days);
  const earlier = days < 0;
  const inUnit = (forms: Parameters<typeof counted>[1], unit: number): string =>
    counted(words, forms, Math.round(size / unit)).replaceAll(' ', '\u00A0');
  if (size >= 548) return inUnit(earlier ? reasons.yearsEarlier : reasons.yearsLater, 365);
  if (size >= 45) return inUnit(earlier ? reasons.monthsEarlier : reasons.monthsLater, 30.4);
  return inUnit(earlier ? reasons.daysEarlier : reasons.daysLater, 1);
}
