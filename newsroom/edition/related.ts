import type { RelatedEntry } from '../model/article.ts';
import type { Edition } from './edition.ts';
import { publicHref } from './public-href.ts';
import { stateWords, type Story, type FullStory } from './public.ts';

/** A line of Related Links, with the reason that stands under it. */
export interface RelatedLink {
  href: string;
  title: string;
  reasons: string[];
  /** Outside this site. */
  external: boolean;
  /** Who publishes a page elsewhere, and what the editor says of it; they are among the reasons too. */
  source?: string;
  note?: string;
  /** Of the title; of what stands under it too, where it leads outside. The site's where it is missing. */
  lang?: string;
}

interface Dated {
  address: string;
  published: string;
  lang?: string;
}

/** Related lists hold at most ten. */
export const mostRelated = 10;

/**
 * An article's Related Links: what the editor picked, then each topic's `learn` line, then stories of the same
 * storyline and topics. Reasons carry nothing that moves when another story is published, such as a topic's size, and
 * stories are the nearest older ones, so that a new story leaves the pages of old ones alone (but for its storyline's).
 */
export function relatedLinks(edition: Edition, story: FullStory): RelatedLink[] {
  const links: RelatedLink[] = [...story.parts.picked];
  for (const { slug } of story.parts.topics) {
    const topic = edition.topic(slug);
    if (!topic) continue;
    const count = topic.links.length;
    links.push({
      href: `/topics/${slug}/links`,
      title: topic.learn,
      reasons: [count === 0 ? 'Topic' : `Topic, with ${count} ${count === 1 ? 'link' : 'links'} to read on`],
      external: false,
    });
  }
  const own = story.parts.translations.map(({ address }) => address);
  const known = new Set([story.address, ...own, ...links.map(({ href }) => href)]);
  for (const { story: other, reasons } of nearStories(edition, story)) {
    if (links.length >= mostRelated) break;
    if (known.has(other.address)) continue;
    known.add(other.address);
    links.push(storyLink(other, reasons));
  }
  return links.slice(0, mostRelated);
}

/** The hand-picked links that may be seen. */
export function pickedLinks(edition: Edition, story: Dated, picked: readonly RelatedEntry[]): RelatedLink[] {
  return picked.flatMap((entry): RelatedLink[] => {
    if ('url' in entry) {
      const href = publicHref(edition, entry.url);
      if (href === undefined) return [];
      const { source, note } = entry;
      const reasons = [note, source].filter((reason) => reason !== undefined);
      return [
        {
          href,
          title: entry.title,
          reasons: reasons.length > 0 ? reasons : [new URL(entry.url).hostname],
          external: !href.startsWith('/'),
          ...(source !== undefined && { source }),
          ...(note !== undefined && { note }),
          ...(story.lang !== undefined && { lang: story.lang }),
        },
      ];
    }
    const found = edition.story(entry.address) ?? movedStory(edition, entry.address);
    return found && found.address !== story.address
      ? [storyLink(found, ['Chosen by the desk', distance(story, found)])]
      : [];
  });
}

export function storyLink(story: Story, reasons: string[]): RelatedLink {
  const said = story.state ? [stateWords[story.state.kind], ...reasons] : reasons;
  return { href: story.address, title: story.headline, reasons: said, external: false, lang: story.lang };
}

function movedStory(edition: Edition, address: string): Story | undefined {
  const to = edition.redirectFrom(address);
  return to === undefined ? undefined : edition.story(to);
}

/** Stories of the same storyline and topics, best first, each with its reasons. */
export function nearStories(
  edition: Edition,
  story: FullStory,
  size = mostRelated,
): { story: Story; reasons: string[] }[] {
  const found = new Map<string, { story: Story; shared: string[]; line: boolean }>();
  const meet = (other: Story): { shared: string[]; line: boolean } => {
    const known = found.get(other.address) ?? { story: other, shared: [], line: false };
    found.set(other.address, known);
    return known;
  };
  if (story.storyline && edition.storyline(story.storyline)) {
    for (const side of ['before', 'after'] as const) {
      for (const other of edition.around('storyline', story.storyline, story, side, size)) meet(other).line = true;
    }
  }
  for (const { slug, title } of story.parts.topics) {
    for (const other of edition.around('topic', slug, story, 'before', 3 * size)) meet(other).shared.push(title);
  }
  return [...found.values()]
    .map((candidate) => ({ ...candidate, score: candidate.shared.length + (candidate.line ? 3 : 0) }))
    .toSorted(
      (a, b) => b.score - a.score || order(b.story) - order(a.story) || (a.story.address < b.story.address ? 1 : -1),
    )
    .slice(0, size)
    .map(({ story: other, shared, line }) => ({
      story: other,
      reasons: [line ? 'Same storyline' : `Shares ${listOf(shared.slice(0, 3))}`, distance(story, other)],
    }));
}

function order(story: Story): number {
  return Date.parse(story.published);
}

/** `8 days earlier`, by the days on which the two were published. */
export function distance(from: Dated, to: Dated): string {
  const days = Math.round(
    (Date.parse(to.published.slice(0, 10)) - Date.parse(from.published.slice(0, 10))) / 86_400_000,
  );
  if (days === 0) return 'same day';
  const size = Math.abs(days);
  const side = days < 0 ? 'earlier' : 'later';
  if (size >= 730) return `${Math.round(size / 365)} years ${side}`;
  if (size >= 60) return `${Math.round(size / 30.4)} months ${side}`;
  return `${size} ${size === 1 ? 'day' : 'days'} ${side}`;
}

function listOf(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
