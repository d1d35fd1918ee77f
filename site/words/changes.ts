import type { Change } from '../../newsroom/model/version.ts';

/** What a change between two versions of a story is called. */
export const changeWords = {
  first: 'First version',
  correction: 'Correction',
  update: 'Update',
  typo: 'Spelling or punctuation',
} as const satisfies Record<Change, string>;
