import { changedDate, publishedDate } from '../../newsroom/model/publication.ts';
import { absolute } from '../addresses/absolute.ts';
import { alternateFormats, alternatePath } from '../addresses/alternates.ts';
import { languageBase } from '../addresses/feeds.ts';
import { collectionPath } from '../addresses/routes.ts';
import { storyImage } from '../share-card/image.ts';
import type { HeadParts, SocialParts } from '../shell/head-parts.ts';
import { isOtherLanguage, nameOf } from '../words/language.ts';
import type { ArticleView } from './view.ts';

export function articleHead(view: ArticleView): HeadParts {
  const { story } = view;
  return {
    title: story.seoTitle ?? story.headline,
    description: story.standfirst || story.headline,
    ...(story.canonical !== undefined && { canonical: story.canonical }),
    ...(story.expires !== undefined && { unavailableAfter: story.expires }),
    languages: languagesOf(view),
    alternates: alternateFormats.map((format) => ({ format, path: alternatePath(story.address, format) })),
    ...(isOtherLanguage(story.lang, view.layout.site.language) && {
      feeds: { base: languageBase(story.lang), title: `${view.layout.site.name} (${nameOf(story.lang)})` },
    }),
    social: socialOf(view),
  };
}

/**
 * The story in all its languages, itself included; the original is for readers of any other language (rule L1). Only pages that are
 * canonical name each other: what another title owns is not among them, so both titles say the same.
 */
function languagesOf({ story, layout: { site } }: ArticleView): Record<string, string> {
  const own = story.parts.translations.filter(({ elsewhere }) => !elsewhere);
  if (own.length < 2 || story.owner) return {};
  return Object.fromEntries(
    own.flatMap(({ lang, address, original }) => {
      const url = absolute(site.url, address);
      return [[lang, url], ...(original ? [['x-default', url]] : [])];
    }),
  );
}

function socialOf({ story, crumbs: [section], layout: { site } }: ArticleView): SocialParts {
  const { byline, topics, translations } = story.parts;
  return {
    title: story.socialTitle ?? story.headline,
    lang: story.lang,
    otherLangs: translations.filter(({ address }) => address !== story.address).map(({ lang }) => lang),
    image: storyImage(story),
    article: {
      publishedTime: publishedDate(story),
      modifiedTime: changedDate(story),
      authors: byline.map(({ name, slug }) =>
        slug === undefined ? name : absolute(site.url, collectionPath('person', slug)),
      ),
      ...(section && { section: section.title }),
      tags: topics.map(({ title }) => title),
    },
  };
}
