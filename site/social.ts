import type { Metadata } from 'next';
import type { Picture } from '../newsroom/edition/public.ts';
import { shorten } from '../newsroom/model/text.ts';
import { pictureUrl } from './routes.ts';
import type { View } from './views.ts';

/** What a card cuts off anyway (rule O3). */
const longestTitle = 70;
const longestDescription = 200;

/** What a page looks like where somebody shares it: Open Graph, and the cards that fall back to it (rules O1–O3). */
export function socialOf(
  view: View,
  words: { title: string; description?: string },
  url: string,
): Pick<Metadata, 'openGraph' | 'twitter'> {
  const { site } = view.frame;
  const story = view.page === 'article' ? view.story : undefined;
  const title = story ? (story.socialTitle ?? story.headline) : words.title;
  const description = words.description && shorten(words.description, longestDescription);
  const image = story?.picture && shareImage(story.picture);
  const others = story?.parts.translations.filter(({ address }) => address !== story.address) ?? [];
  const shared = {
    title,
    ...(description && { description }),
    url,
    siteName: site.name,
    locale: localeOf(story?.lang ?? site.language),
    ...(others.length > 0 && { alternateLocale: others.map(({ lang }) => localeOf(lang)) }),
    // Said even where there is none: otherwise Next would look for one in files.
    images: image ? [image] : [],
  };
  return {
    openGraph:
      view.page === 'article'
        ? {
            ...shared,
            type: 'article',
            publishedTime: view.story.published,
            modifiedTime: view.story.changed,
            authors: view.story.parts.byline.map(({ name, address }) =>
              address === undefined ? name : site.url + encodeURI(address),
            ),
            ...(view.crumbs[0] && { section: view.crumbs[0].title }),
            tags: view.story.parts.topics.map((topic) => topic.title),
          }
        : { ...shared, type: 'website' },
    twitter: {
      card: image ? 'summary_large_image' : 'summary',
      title: shorten(title, longestTitle),
      ...(description && { description }),
    },
  };
}

/** Cards show pixels only, and not every one knows the newer formats (rule O2). */
function shareImage({
  src,
  alt,
  width,
  height,
}: Picture): { url: string; alt: string; width: number; height: number } | undefined {
  return /\.(?:png|jpe?g)$/i.test(src) ? { url: pictureUrl(src), alt, width, height } : undefined;
}

/** `en_GB`, as Open Graph writes it; a language without a country takes the one where most of its readers are. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
