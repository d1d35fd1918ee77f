import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { articleLinkGroups } from '../links/groups.ts';
import { linkedTeaser, type LinkedTeaser } from '../shell/linked-teaser.ts';
import { relatedLink, withoutReason, type RelatedLink } from '../related/links.ts';
import { storyWords } from '../words/words-of.ts';

/** A link at the end of an article. */
export interface Card {
  link: RelatedLink;
  /** Set where it leads to a story of the site. */
  story?: LinkedTeaser;
}

/** The most cards at the end of an article. Its page of links has the rest. */
const mostCards = 4;

/**
 * What to read after a story: first what the desk picked; then in turn a story that reports the same, one that explains it,
 * and one on its topics. Stories at the addresses in `linked` are left out, because the page links to them anyway. If nothing
 * is left, the cards are the first links of the story's page of links; it has one if and only if the story has cards.
 */
export function cardsOf(edition: Edition, story: FullStory, linked: ReadonlySet<string>): Card[] {
  const words = storyWords(edition.site, story);
  const { picked, sameStory, background, more } = edition.related(story);
  const isNeeded = ({ href }: RelatedLink): boolean => !linked.has(href);
  const near = inTurn([sameStory, background, more]);
  let links = [...picked, ...near].map((item) => relatedLink(words, item)).filter(isNeeded);
  if (links.length === 0) {
    const all = articleLinkGroups(edition, story).flatMap((group) => group.links);
    links = all.some(isNeeded) ? all.filter(isNeeded) : all;
  }
  links = links.slice(0, mostCards);
  // A reason that all cards share says nothing.
  if (links.every(({ reasons }) => reasons.includes(words.reasons.picked)))
    links = links.map((link) => withoutReason(link, words.reasons.picked));
  const shown = new Set([story.picture?.src, ...Object.keys(story.parts.pictures)]);
  const cards = links.map((link): Card => {
    const to = linkedTeaser(edition, link, shown);
    return { link, ...(to && { story: to }) };
  });
  // In a row the cards with pictures are beside each other.
  const isPictured = ({ story: to }: Card): boolean => to?.picture !== undefined;
  return cards.toSorted((a, b) => Number(isPictured(b)) - Number(isPictured(a)));
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
