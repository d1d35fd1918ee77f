import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Picture, Story } from '../../newsroom/edition/public.ts';
import { accents, type Accent } from '../../newsroom/model/collection.ts';
import type { Site } from '../../newsroom/model/site.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import type { Instant } from '../../newsroom/model/instant.ts';

/** What is around the content of every page. */
export interface LayoutData {
  site: Pick<Site, 'name' | 'url' | 'language' | 'description'>;
  /** Sections with something to read, in the order of the navigation. */
  sections: Section[];
  /** Whether there are stories, and so feeds of the site. */
  feeds: boolean;
  /** Whether there is a page of corrections. */
  corrections: boolean;
  /** Set where the newsroom says on which terms machines may use what it publishes. */
  license?: true;
  /** The instant that a preview shows. The public's pages have none. */
  previewedAt?: Instant;
}

/** A topic at the top of the tree. */
export interface Section {
  slug: string;
  title: string;
  accent: Accent;
}

/** A step on the way down to a page. */
export interface Crumb {
  title: string;
  path: string;
}

/** Who publishes the site, by which rules, with which logo. */
export interface Masthead {
  publisher: Site['publisher'];
  policies: Site['policies'];
  logo?: Picture;
}

export function layoutDataOf(edition: Edition): LayoutData {
  const { name, url, language, description, license } = edition.site;
  return {
    site: { name, url, language, ...(description !== undefined && { description }) },
    sections: sectionsOf(edition),
    feeds: edition.count('all', '') > 0,
    corrections: edition.corrections.count > 0,
    ...(license && { license: true }),
    ...(edition.previewedAt !== undefined && { previewedAt: edition.previewedAt }),
  };
}

/** Who publishes the site. Its logo is a picture of the newsroom, and has the site's name as its text. */
export function mastheadOf(edition: Edition): Masthead {
  const { publisher, policies, logo, name } = edition.site;
  const src = logo?.replace(/^\/?(?:images\/)?/, '');
  const size = src === undefined ? undefined : edition.pictureSize(src);
  return { publisher, policies, ...(src !== undefined && size && { logo: { src, alt: name, ...size } }) };
}

export function sectionsOf(edition: Edition): Section[] {
  return edition
    .topicsUnder(undefined)
    .map(({ slug, title, accent }) => ({ slug, title, accent: accent ?? accentFor(slug) }));
}

/** The colour of the section that a topic belongs to. */
export function accentOf(edition: Edition, topic: string | undefined): Accent {
  if (topic === undefined) return 'red';
  const section: Topic | undefined = edition.topicsAbove(topic)[0] ?? edition.topic(topic);
  return section?.accent ?? accentFor(section?.slug ?? '');
}

/** The colour of a section that names none. It depends on the slug only, so other sections do not change it. */
function accentFor(slug: string): Accent {
  let sum = 0;
  for (const character of slug) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return accents[sum % accents.length] ?? 'red';
}

/** The way down from the section to a topic; with `own`, the topic itself is the last step. */
export function crumbsOf(edition: Edition, topic: string | undefined, own: boolean): Crumb[] {
  if (topic === undefined) return [];
  const self = own ? edition.topic(topic) : undefined;
  return [...edition.topicsAbove(topic), ...(self ? [self] : [])].map(({ title, slug }) => ({
    title,
    path: `/topics/${slug}`,
  }));
}

/** What the view of every page of a story has: its colour and its crumbs are those of the story's first topic. */
export function storyPage(
  edition: Edition,
  path: string,
  { topics: [topic] }: Pick<Story, 'topics'>,
): { path: string; layout: LayoutData; accent: Accent; crumbs: Crumb[] } {
  return {
    path,
    layout: layoutDataOf(edition),
    accent: accentOf(edition, topic),
    crumbs: crumbsOf(edition, topic, true),
  };
}
