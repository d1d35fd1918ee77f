import type { Metadata } from 'next';
import { shorten } from '../newsroom/model/text.ts';
import { absolute } from './addresses/absolute.ts';
import { sharePath } from './addresses/routes.ts';
import { shareSize } from './share-card/size.ts';
import type { HeadParts } from './shell/head-parts.ts';
import type { LayoutData } from './shell/layout-data.ts';

/** Characters after which cards cut a text anyway (rule O3). */
const longestTitle = 70;
const longestDescription = 200;
const longestAlt = 420;

/** How a page appears where somebody shares it: Open Graph, and the cards that fall back to it (rules O1–O3). */
export function socialOf(parts: HeadParts, { site }: LayoutData, url: string): Pick<Metadata, 'openGraph' | 'twitter'> {
  const { social = {} } = parts;
  const { title = parts.title, lang = site.language, otherLangs = [], article } = social;
  const description = parts.description && shorten(parts.description, longestDescription);
  // The address of a share image never changes; its tag says when what it shows has changed.
  const { path, alt } = social.image ?? { path: sharePath('/'), alt: site.name };
  const image = {
    url: absolute(site.url, path),
    alt: shorten(alt, longestAlt),
    type: 'image/jpeg',
    ...shareSize,
  };
  const shared = {
    title,
    ...(description && { description }),
    url,
    siteName: site.name,
    locale: localeOf(lang),
    ...(otherLangs.length > 0 && { alternateLocale: otherLangs.map(localeOf) }),
    images: [image],
  };
  return {
    openGraph: article ? { ...shared, type: 'article', ...article } : { ...shared, type: 'website' },
    twitter: {
      card: 'summary_large_image',
      title: shorten(title, longestTitle),
      ...(description && { description }),
      images: [{ url: image.url, alt: image.alt }],
    },
  };
}

/** `en_GB`, as Open Graph writes it. A language without a country gets the country where most of its readers are. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
