import type { AlternateFormat } from '../addresses/alternates.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { LayoutData } from './layout-data.ts';

/** What a kind of page says of itself in its head. `site/head.ts` adds what the heads of all pages have. */
export interface HeadParts {
  /** The name of the page, without the site's name. */
  title: string;
  /** A sentence on the page. */
  description?: string;
  /** Set where no search engine should list the page: there is nothing on it, or what was true only once. */
  unlisted?: true;
  /** The absolute address of the original, where that is not this page. */
  canonical?: string;
  /** The instant from which on search engines should not list the page. */
  unavailableAfter?: string;
  /** The same content in all its languages, this page included: absolute addresses, by their BCP 47 tags or `x-default`. */
  languages?: Record<string, string>;
  /** The other formats of the same content, with the paths where they are. */
  alternates?: readonly { format: AlternateFormat; path: string }[];
  /** The page whose feeds follow what this page shows. Where it is missing, the feeds are those of the site (rule E6). */
  feeds?: { base: string; title: string };
  /** The one feed of a page that is not listed: its encoded path with its query. */
  ownFeed?: { href: string; title: string };
  social?: SocialParts;
}

/** What a kind of page says of itself where somebody shares it. What is missing is as on every page. */
export interface SocialParts {
  title?: string;
  /** The language of the content, as a BCP 47 tag; that of the site where it is missing. */
  lang?: string;
  /** The tags of the other languages that the content is in. */
  otherLangs?: readonly string[];
  /** The share image: its path, and its text. */
  image?: { path: string; alt: string };
  /** Set where the page is an article: what Open Graph says of one. Authors are names or absolute addresses. */
  article?: { publishedTime: string; modifiedTime: string; authors: string[]; section?: string; tags: string[] };
}

/** Title and description of the page at the root of the site. */
export function siteHead({ site }: LayoutData): { title: string; description: string } {
  return {
    title: site.name,
    description: site.description ?? fill(siteWords(site).parts.newestOfSite, { site: site.name }),
  };
}
