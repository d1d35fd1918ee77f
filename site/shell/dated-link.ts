import type { LinkedStory } from '../../newsroom/edition/related.ts';
import type { Story } from '../../newsroom/edition/public.ts';

/** A link to a story, with the instant of its publication. */
export type DatedLink = LinkedStory & Pick<Story, 'published'>;

/** What a link needs of a story, so that nothing else of it is in a view. */
export function datedLink({ address, headline, lang, state, published }: Story): DatedLink {
  return { address, headline, lang, state, published };
}
