import type { RelatedReason } from '../../newsroom/edition/related.ts';

/** Titles that one reason names at most. */
const mostTitles = 3;

/** Why a story is among the related links of another. */
export function reasonInWords(reason: RelatedReason): string {
  switch (reason.kind) {
    case 'picked':
      return 'Chosen by the desk';
    case 'same-storyline':
      return 'Same storyline';
    case 'shared-topics':
      return `Shares ${listOf(reason.titles.slice(0, mostTitles))}`;
  }
}

/** `8 days earlier`, from the days between two publications; negative where the other story is older. */
export function dayGapInWords(days: number): string {
  if (days === 0) return 'same day';
  const size = Math.abs(days);
  const side = days < 0 ? 'earlier' : 'later';
  if (size >= 730) return `${Math.round(size / 365)} years ${side}`;
  if (size >= 60) return `${Math.round(size / 30.4)} months ${side}`;
  return `${size} ${size === 1 ? 'day' : 'days'} ${side}`;
}

/** What a topic's page of links offers, by the number of its own links. */
export function topicInWords(links: number): string {
  return links === 0 ? 'Topic' : `Topic, with ${links} ${links === 1 ? 'link' : 'links'} to read on`;
}

function listOf(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
