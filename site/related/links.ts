import type { LinkedStory, RelatedItem } from '../../newsroom/edition/related.ts';
import { pathOf } from '../addresses/routes.ts';
import { stateWords } from '../words/story-states.ts';
import { dayGapInWords, reasonInWords, topicInWords } from './reasons.ts';
import { linksTitle } from '../words/topics.ts';

/** A link with the reasons that are shown under it. */
export interface RelatedLink {
  href: string;
  title: string;
  reasons: string[];
  /** Outside this site. */
  external: boolean;
  /** Who publishes a page elsewhere, and what the editor says about it; they are among the reasons too. */
  source?: string;
  note?: string;
  /** The language of the title; of the reasons too, where it leads outside. The site's where it is missing. */
  lang?: string;
}

/** A line of Related Links in words. */
export function relatedLink(item: RelatedItem): RelatedLink {
  switch (item.kind) {
    case 'story':
      return storyLink(item.story, [reasonInWords(item.reason), dayGapInWords(item.dayGap)]);
    case 'topic':
      return {
        href: pathOf({ page: 'topic-links', slug: item.slug }),
        title: linksTitle(item),
        reasons: [topicInWords(item.links)],
        external: false,
      };
    case 'page': {
      const { href, title, source, note, lang, host } = item;
      const reasons = [note, source].filter((reason) => reason !== undefined);
      return {
        href,
        title,
        reasons: reasons.length > 0 ? reasons : [host],
        external: !href.startsWith('/'),
        ...(source !== undefined && { source }),
        ...(note !== undefined && { note }),
        ...(lang !== undefined && { lang }),
      };
    }
  }
}

/** A link to a story. A preview says first why the public does not see it. */
export function storyLink({ address, headline, lang, state }: LinkedStory, reasons: string[]): RelatedLink {
  const all = state ? [stateWords[state.kind], ...reasons] : reasons;
  return { href: address, title: headline, reasons: all, external: false, lang };
}
