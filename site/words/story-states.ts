import type { StoryState } from '../../newsroom/edition/public.ts';

/** Why the public may not see a story, in a word or two. Only a preview shows them. */
export const stateWords = {
  draft: 'Draft',
  withheld: 'Withheld',
  scheduled: 'Scheduled',
  embargoed: 'Under embargo',
  expired: 'Expired',
} as const satisfies Record<StoryState['kind'], string>;
