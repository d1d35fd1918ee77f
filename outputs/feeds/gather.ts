import type { Edition } from '../../newsroom/edition/edition.ts';
import type { WholeStory } from '../../newsroom/edition/public.ts';
import type { HubKind, Site } from '../../newsroom/model/hub.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import { datelineOf } from '../../site/dateline.ts';
import { hubPath } from '../../site/routes.ts';
import { absolute, pictureAddress } from '../addresses.ts';
import { distinct, laterOf } from '../dates.ts';
import { bodyHtml, figureHtml } from '../html.ts';
import { pictureType } from '../picture-type.ts';

/** How many stories a feed holds, if they are not too long. */
const feedSize = 30;
/** Bytes of a feed: readers give up on long ones, and ask for them every hour. */
const feedBytes = 512 * 1024;
/** Characters of one story's text; a longer one is told by its standfirst alone. */
const longestText = 160 * 1024;

/** A story as all three formats tell it. */
export interface FeedItem {
  story: WholeStory;
  /** Absolute. */
  url: string;
  /** The whole text; missing where it is too long for a feed. */
  html?: string;
  /** When its substance last changed. */
  changed: Instant;
  /** The same, moved on a little where another story of the feed changed at that very instant. */
  updated: Instant;
  image?: { url: string; type: string; size: number };
}

/** What a feed says, before it is written in one of the formats. */
export interface Feed {
  site: Site;
  title: string;
  description: string;
  /** The path of the page that it follows. */
  base: string;
  /** Newest first, by publication; never empty. */
  items: FeedItem[];
  updated: Instant;
  killed: { id: string; changed: Instant }[];
}

/** The feed of a hub, or of the whole site; `undefined` where there is nothing public to tell. */
export function gatherFeed(edition: Edition, of?: { kind: HubKind; slug: string }): Feed | undefined {
  const { site } = edition;
  const hub = of && edition.hub(of.kind, of.slug);
  if (of && !hub) return undefined;
  const [kind, slug] = hub ? ([hub.kind, hub.slug] as const) : (['all', ''] as const);
  const stories = edition.newest(kind, slug, feedSize).flatMap(({ address }) => {
    const found = edition.lookup(address);
    return found.state === 'public' ? [found.story] : [];
  });
  const [first] = stories;
  const oldest = stories.at(-1);
  if (!first || !oldest) return undefined;
  const dates = stories.map(({ changed }) => changed);
  // From the oldest on, so that a new story moves no instant of an old one.
  const updated = distinct(dates.toReversed()).toReversed();
  const killed = edition.catalogue.killedSince(kind, slug, Date.parse(oldest.published));
  const standfirst = kind === 'topic' ? edition.topic(slug)?.standfirst : undefined;
  return {
    site,
    title: hub ? `${hub.title} — ${site.name}` : site.name,
    description: hub
      ? (standfirst ?? `Stories on ${hub.title} in ${site.name}`)
      : (site.description ?? `Stories of ${site.name}`),
    base: hub ? hubPath(hub.kind, hub.slug) : '/',
    items: stories.map((story, index) => feedItem(edition, story, updated[index] ?? story.published)),
    updated: [...dates, ...killed.map(({ changed }) => changed)].reduce(laterOf),
    killed,
  };
}

function feedItem(edition: Edition, story: WholeStory, updated: Instant): FeedItem {
  const site = edition.site.url;
  const base = { site, path: story.address };
  const { body, pictures } = story.parts;
  const { picture } = story;
  const inText = body.elements.some((each) => each.type === 'figure' && each.src === picture?.src);
  const lead = picture && !inText ? `${figureHtml(picture, { base, pictures: { [picture.src]: picture } })}\n` : '';
  const dateline = datelineOf(story);
  const html = lead + bodyHtml(body, pictures, base, dateline === undefined ? '' : `${dateline} — `);
  const file = picture && edition.picture(picture.src);
  return {
    story,
    url: absolute(site, story.address),
    ...(html !== '' && html.length <= longestText && { html }),
    changed: story.changed,
    updated,
    ...(picture &&
      file && { image: { url: pictureAddress(site, picture.src), type: pictureType(file.type), size: file.size } }),
  };
}

/** Writes items until the feed is full; the first one always. */
export function writeItems<T>(
  items: readonly FeedItem[],
  write: (item: FeedItem) => T,
  sizeOf: (written: T) => number,
): T[] {
  const done: T[] = [];
  let bytes = 0;
  for (const item of items) {
    const written = write(item);
    bytes += sizeOf(written);
    if (done.length > 0 && bytes > feedBytes) break;
    done.push(written);
  }
  return done;
}
