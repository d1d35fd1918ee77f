import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Picture, Story } from '../../newsroom/edition/public.ts';
import { accents, type Accent } from '../../newsroom/model/collection.ts';
import type { Site, SiteLink } from '../../newsroom/model/site.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import { iconPicture } from '../icon.ts';
import { normalPath, type IndexedKind } from '../addresses/routes.ts';
import { lookOf, type Look } from './look.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import type { Words } from '../words/words.ts';
import { tablesFor, type WordsSite } from '../words/words-of.ts';

/** What is around the content of every page. */
export interface LayoutData {
  site: Pick<Site, 'name' | 'url' | 'language' | 'description'> & WordsSite;
  /** Pictures in place of the name: for both schemes, or for the light one and the dark one. */
  logo?: { light: Logo; dark?: Logo };
  /** Set where the icon of the newsroom is no SVG. */
  pixelIcon?: true;
  /** What the newsroom changes in the design; missing where it changes nothing. */
  theme?: Look;
  /** Sections with something to read, in the order of the navigation. */
  sections: Section[];
  /** Links after the sections. */
  menu: FrameLink[];
  foot: Foot;
  /** An image of another site that counts readers. */
  counter?: string;
  /** Whether there are stories, and so feeds of the site. */
  feeds: boolean;
  /** The indexes of collections at the foot that have anything on them. */
  indexes: IndexedKind[];
  /** The languages of stories besides that of the site: BCP 47 tags. */
  languages: string[];
  /** Whether there is a page of corrections. */
  corrections: boolean;
  /** Set where the newsroom says on which terms machines may use what it publishes. */
  license?: true;
  /** The instant that a preview shows. The public's pages have none. */
  previewedAt?: Instant;
}

/** A link around the content of a page. */
export interface FrameLink {
  href: string;
  title: string;
  /** The language of the title, as a BCP 47 tag; that of the site where it is missing. */
  lang?: string;
  /** The name of another title of the newsroom, where it leads there. */
  at?: string;
}

/** A link whose title is one of the words. */
export function linkInWords({ lang }: Words, title: string, href: string): FrameLink {
  return { href, title, lang };
}

/** What the foot of every page shows beside the sections. */
interface Foot {
  /** Pages about the newsroom, without `/about` and the corrections. */
  paper: FrameLink[];
  social: FrameLink[];
  newsletter?: string;
  tips?: string;
  /** Who publishes the site, and where. */
  imprint: string[];
  /** The other titles of a newsroom that has several. */
  titles?: FrameLink[];
}

/** A picture of the newsroom, with its size in pixels. */
type Logo = Pick<Picture, 'src' | 'width' | 'height'>;

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
  /** The language of the title, as a BCP 47 tag; that of the site where it is missing. */
  lang?: string;
}

/** Who publishes the site, by which rules, with which logo. */
export interface Masthead {
  publisher: Site['publisher'];
  policies: Site['policies'];
  logo?: Picture;
}

/** `storyLanguage`: the language of the story that the page is about, if it is about one. */
export function layoutDataOf(edition: Edition, storyLanguage?: string): LayoutData {
  const { name, url, language, description, license, counter, words } = edition.site;
  return {
    site: {
      name,
      url,
      language,
      ...(description !== undefined && { description }),
      // A page depends on the words that it has, and on no others.
      ...(words && { words: tablesFor(words, [language, storyLanguage ?? language]) }),
    },
    sections: sectionsOf(edition),
    menu: edition.site.menu.map((link) => frameLink(edition, link)),
    foot: footOf(edition),
    // A preview is not read by readers.
    ...(counter !== undefined && edition.previewedAt === undefined && { counter }),
    feeds: edition.has('all', ''),
    indexes: footIndexes.filter((kind) => edition.hasCollections(kind)),
    languages: Intl.getCanonicalLocales(edition.languages),
    corrections: edition.corrections.count > 0,
    ...lookOf(edition),
    ...logoOf(edition),
    ...(iconPicture(edition)?.type === 'png' && { pixelIcon: true }),
    ...(license && { license: true }),
    ...(edition.previewedAt !== undefined && { previewedAt: edition.previewedAt }),
  };
}

const footIndexes = ['storyline', 'person', 'place'] as const satisfies IndexedKind[];

function footOf(edition: Edition): Foot {
  const { footer, social, newsletter, tips, publisher } = edition.site;
  const pages = footer ?? pagesAtFoot(edition);
  const titles = edition.otherTitles;
  return {
    paper: pages
      .filter(({ url }) => url !== '/about' && url !== '/corrections')
      .map((link) => frameLink(edition, link)),
    social: social.map((link) => frameLink(edition, link)),
    ...(newsletter !== undefined && { newsletter }),
    ...(tips !== undefined && { tips }),
    imprint: [publisher?.name, publisher?.address].filter((part) => part !== undefined),
    ...(titles.length > 0 && { titles: titles.map(({ href, name, language: lang }) => ({ href, title: name, lang })) }),
  };
}

/** The pages of the first level, and those that state a policy. */
function pagesAtFoot({ pages, site }: Edition): SiteLink[] {
  const policies = Object.values(site.policies);
  return pages
    .map(({ slug }) => `/${slug}`)
    .filter((url) => url.lastIndexOf('/') === 0 || policies.includes(url))
    .map((url) => ({ url }));
}

/** A link with its title. If it has none, it gets the title of the page to which it leads, or else its host. */
export function frameLink(edition: Edition, { url, title: titles = {} }: SiteLink): FrameLink {
  const own = titles[''] ?? titles[edition.site.language];
  const [other] = Object.entries(titles);
  if (own !== undefined || !other) return { href: url, title: own ?? titleAt(edition, url) };
  const [lang, title] = other;
  return { href: url, title, lang };
}

/**
 * The title of what an address leads to; the address itself, as people read it, where that has none. The frame of every page
 * needs this, so it takes the list of pages, which an edition reads once.
 */
function titleAt(edition: Edition, url: string): string {
  if (!url.startsWith('/')) return new URL(url).hostname.replace(/^www\./, '');
  const path = normalPath(url.replace(/[?#].*$/, '')) ?? url;
  const page = edition.pages.find(({ slug }) => path === `/${slug}`);
  if (page) return page.title;
  const [, topic] = /^\/topics\/([^/]+)$/.exec(path) ?? [];
  return (topic === undefined ? undefined : edition.topic(topic)?.title) ?? path;
}

/** Who publishes the site. Its logo is a picture of the newsroom, and has the site's name as its text. */
export function mastheadOf(edition: Edition): Masthead {
  const { publisher, policies, name } = edition.site;
  const { logo } = logoOf(edition);
  return { publisher, policies, ...(logo && { logo: { ...logo.light, alt: name } }) };
}

function logoOf(edition: Edition): Pick<LayoutData, 'logo'> {
  const { logo } = edition.site;
  const found = (src: string | undefined): Logo | undefined => {
    const size = src === undefined ? undefined : edition.pictureSize(src);
    return src !== undefined && size ? { src, ...size } : undefined;
  };
  const light = found(logo?.light);
  const dark = found(logo?.dark);
  return light ? { logo: { light, ...(dark && { dark }) } } : {};
}

/** The topics at the top of the tree, in their order. */
export function sectionsOf(edition: Edition): Section[] {
  return edition
    .topicsUnder(undefined)
    .map(({ slug, title, accent }) => ({ slug, title, accent: accent ?? accentFor(slug) }));
}

/** The colour of the section that the main one of some topics belongs to; of the site, where none of them has a page on it. */
export function accentOf(edition: Edition, topics: readonly string[]): Accent {
  const topic = mainTopic(edition, topics);
  if (topic === undefined) return edition.site.accent ?? 'red';
  const section: Topic | undefined = edition.topicsAbove(topic)[0] ?? edition.topic(topic);
  return section?.accent ?? accentFor(section?.slug ?? topic);
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

/** The topic that a story belongs to: the first of its topics that has a page on this site. */
export function mainTopic(edition: Edition, topics: readonly string[]): string | undefined {
  return topics.find((slug) => edition.collectionTitle('topic', slug) !== undefined);
}

/** What the view of every page of a story has: its colour and its crumbs are those of its main topic. */
export function storyPage(
  edition: Edition,
  path: string,
  { topics, lang }: Pick<Story, 'topics' | 'lang'>,
): { path: string; layout: LayoutData; accent: Accent; crumbs: Crumb[] } {
  return {
    path,
    layout: layoutDataOf(edition, lang),
    accent: accentOf(edition, topics),
    crumbs: crumbsOf(edition, mainTopic(edition, topics), true),
  };
}
