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

/** `8 days earlier`, from the days between two publications; negative where the other story is older. */
export function dayGapInWords(words: Words, days: number): string {
  const { reasons } = words;
  if (days === 0) return reasons.sameDay;
  const size = Math.abs(days);
  const earlier = days < 0;
  if (size >= 730) return counted(words, earlier ? reasons.yearsEarlier : reasons.yearsLater, Math.round(size / 365));
  if (size >= 60) return counted(words, earlier ? reasons.monthsEarlier : reasons.monthsLater, Math.round(size / 30.4));
  return counted(words, earlier ? reasons.daysEarlier : reasons.daysLater, size);
}
