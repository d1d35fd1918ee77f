import type { Change } from '../../newsroom/model/version.ts';

const changeWords = {
  first: 'First version',
  correction: 'Correction',
  update: 'Update',
  typo: 'Spelling or punctuation',
} as const satisfies Record<Change, string>;

/** What a change between two versions of a story is called. `partial`: there may be versions before the first that is known. */
export function changeInWords(change: Change, partial: boolean | undefined): string {
  return change === 'first' && partial ? 'The first on record' : changeWords[change];
}
