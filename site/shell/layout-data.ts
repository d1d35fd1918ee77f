import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { accents, type Accent, type Topic } from '../../newsroom/model/collection.ts';
import type { Crumb, LayoutData, Masthead, Section, Teaser } from '../views.ts';

/** What stands around every page. */
export function layoutDataOf(edition: Edition): LayoutData {
  const { name, url, language, timezone, description, license } = edition.site;
  return {
    site: { name, url, language, timezone, ...(description !== undefined && { description }) },
    sections: sectionsOf(edition),
    feeds: edition.count('all', '') > 0,
    corrections: edition.corrections.count > 0,
    ...(license && { license: true }),
    ...(edition.previewedAt !== undefined && { previewedAt: edition.previewedAt }),
  };
}

/** Who publishes the site; its logo is a picture of the newsroom with the site's name for its text. */
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

/** A section that names no colour keeps the same one whatever other sections there are. */
function accentFor(slug: string): Accent {
  let sum = 0;
  for (const sign of slug) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return accents[sum % accents.length] ?? 'red';
}

export function teaser(edition: Edition, story: Story): Teaser {
  return { story, accent: accentOf(edition, story.topics[0]) };
}

/** The way down from the section to a topic. */
export function crumbsOf(edition: Edition, topic: string | undefined, own: boolean): Crumb[] {
  if (topic === undefined) return [];
  const self = own ? edition.topic(topic) : undefined;
  return [...edition.topicsAbove(topic), ...(self ? [self] : [])].map(({ title, slug }) => ({
    title,
    path: `/topics/${slug}`,
  }));
}
