import type { LinkedStory, PickedLink, RelatedLinks } from '../../newsroom/edition/related.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import type { SisterTitle } from '../../newsroom/edition/titles.ts';
import { absolute } from '../addresses/absolute.ts';
import { pathOf } from '../addresses/routes.ts';
import { dayGapInWords, reasonInWords } from './reasons.ts';
import { fill } from '../words/fill.ts';
import { linksTitle } from '../words/topics.ts';
import type { Words } from '../words/words.ts';

/** A link with the reasons that are shown under it. */
export interface RelatedLink {
  href: string;
  title: string;
  /** Set where it leads to another title of the newsroom: that title's name, and the words for both. */
  at?: { name: string; words: Words['links']['learnAt'] };
  reasons: string[];
  /** Outside the newsroom's sites. */
  external: boolean;
  /** Who publishes a page elsewhere, and what the editor says about a picked link; they are among the reasons too. */
  source?: string;
  note?: string;
  /** The language of the title; of the reasons too, where it leads outside. The site's where it is missing. */
  lang?: string;
  /** The language of what it leads to, where that is a story. */
  targetLang?: string;
}

/** Links under a common title. */
export interface LinkGroup {
  title: string;
  links: RelatedLink[];
}

/** The stories that are related to an article, in groups; some may be empty. */
export function relatedGroups(words: Words, { sameStory, background, more }: RelatedLinks): LinkGroup[] {
  const linksTo = (items: readonly PickedLink[]): RelatedLink[] => items.map((item) => relatedLink(words, item));
  return [
    { title: words.links.sameStory, links: linksTo(sameStory) },
    { title: words.links.background, links: linksTo(background) },
    { title: words.links.more, links: linksTo(more) },
  ];
}

/** A link without a reason that its whole group shares. */
export function withoutReason(link: RelatedLink, reason: string): RelatedLink {
  return { ...link, reasons: link.reasons.filter((each) => each !== reason) };
}

/** A line of Related Links in words. */
export function relatedLink(words: Words, item: PickedLink): RelatedLink {
  switch (item.kind) {
    case 'story':
      return {
        ...storyLink(words, item.story, [reasonInWords(words, item.reason), dayGapInWords(words, item.dayGap)]),
        ...(item.reason.kind === 'picked' && item.reason.note !== undefined && { note: item.reason.note }),
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

/**
 * A link to a topic's page of links, on the title that owns the topic. What the newsroom wrote is in the language of that title; `owned`
 * are the words in it.
 */
export function topicLink(
  words: Words,
  owned: Words,
  topic: Pick<Topic, 'slug' | 'title' | 'learn'> & { elsewhere?: SisterTitle },
  reason: string,
): RelatedLink {
  const { elsewhere, learn } = topic;
  const path = pathOf({ page: 'topic-links', slug: topic.slug });
  return {
    href: elsewhere ? absolute(elsewhere.href, path) : path,
    title: linksTitle(words, topic),
    ...(elsewhere && {
      at: { name: elsewhere.name, words: (learn === undefined ? words : owned).links.learnAt },
    }),
    reasons: [reason],
    external: false,
    ...(learn === undefined ? { lang: words.lang } : elsewhere && { lang: elsewhere.language }),
  };
}

/** The text of a link, as a reader sees it. */
export function linkText({ title, at }: Pick<RelatedLink, 'title' | 'at'>): string {
  return at ? fill(at.words, { learn: title, title: at.name }) : title;
}

/** A link to a story. A preview says first why the public does not see it. */
export function storyLink(
  words: Words,
  { address, headline, lang, state }: LinkedStory,
  reasons: string[],
): RelatedLink {
  const all = state ? [words.states[state.kind], ...reasons] : reasons;
  return { href: address, title: headline, reasons: all, external: false, lang, targetLang: lang };
}
