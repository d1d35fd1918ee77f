import type { Metadata } from 'next';
import { shorten } from '../newsroom/model/text.ts';
import { collectionPath, sharePath } from './addresses/routes.ts';
import { picturePlace, shareSize } from './share-card/size.ts';
import type { View } from './views.ts';

/** What a card cuts off anyway (rule O3). */
const longestTitle = 70;
const longestDescription = 200;
const longestAlt = 420;

/** What a page looks like where somebody shares it: Open Graph, and the cards that fall back to it (rules O1–O3). */
export function socialOf(
  view: View,
  words: { title: string; description?: string },
  url: string,
): Pick<Metadata, 'openGraph' | 'twitter'> {
  const { site } = view.layout;
  const story = view.page === 'article' ? view.story : undefined;
  const title = story ? (story.socialTitle ?? story.headline) : words.title;
  const description = words.description && shorten(words.description, longestDescription);
  const image = imageOf(view);
  const others = story?.parts.translations.filter(({ address }) => address !== story.address) ?? [];
  const shared = {
    title,
    ...(description && { description }),
    url,
    siteName: site.name,
    locale: localeOf(story?.lang ?? site.language),
    ...(others.length > 0 && { alternateLocale: others.map(({ lang }) => localeOf(lang)) }),
    images: [image],
  };
  return {
    openGraph:
      view.page === 'article'
        ? {
            ...shared,
            type: 'article',
            publishedTime: view.story.published,
            modifiedTime: view.story.changed,
            authors: view.story.parts.byline.map(({ name, slug }) =>
              slug === undefined ? name : site.url + encodeURI(collectionPath('person', slug)),
            ),
            ...(view.crumbs[0] && { section: view.crumbs[0].title }),
            tags: view.story.parts.topics.map((topic) => topic.title),
          }
        : { ...shared, type: 'website' },
    twitter: {
      card: 'summary_large_image',
      title: shorten(title, longestTitle),
      ...(description && { description }),
      images: [{ url: image.url, alt: image.alt }],
    },
  };
}

/** The page's share image. Its address stays, whatever it shows: that is told by its tag. */
function imageOf(view: View): { url: string; alt: string; type: string; width: number; height: number } {
  const { site } = view.layout;
  const story = view.page === 'article' || view.page === 'article-links' ? view.story : undefined;
  const pictured = story?.picture && picturePlace(story.picture) === 'whole' ? story.picture.alt : undefined;
  return {
    url: site.url + encodeURI(sharePath(story?.address ?? '/')),
    alt: shorten(pictured || (story?.headline ?? site.name), longestAlt),
    type: 'image/jpeg',
    ...shareSize,
  };
}

/** `en_GB`, as Open Graph writes it; a language without a country takes the one where most of its readers are. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
