import type { Metadata } from 'next';
import type { CollectionKind } from '../newsroom/model/collection.ts';
import { shorten } from '../newsroom/model/text.ts';
import { alternatesOf } from './addresses/alternates.ts';
import type { PageName, View } from './views.ts';
import { dayInWords, monthInWords } from './words/dates.ts';
import { feedBase, feedFormats, feedPath } from './addresses/feeds.ts';
import { licensePath } from './addresses/routes.ts';
import { socialOf } from './social.ts';

/** The paper's colour by day and by night, as in `site/shell/base.css`: what a browser's own frame takes on. */
export const paper = { light: '#fffefb', dark: '#131312' } as const;

/** One for search results, which take no SVG (rule F1), one for screens, one for a phone's first page. */
const icons = {
  icon: [
    { url: '/favicon.ico', sizes: '48x48' },
    { url: '/icon.svg', type: 'image/svg+xml' },
  ],
  apple: '/apple-touch-icon.png',
} satisfies Metadata['icons'];

/** The media type of a licence for machines. */
const rsl = 'application/rsl+xml';

/** Pages that no search engine should list: there is nothing on them, or what was true only once. */
const unlisted: ReadonlySet<PageName> = new Set(['not-found', 'gone', 'empty', 'history', 'version']);

/** What a page says of itself in its head. */
export function headOf(view: View): Metadata {
  const { site } = view.layout;
  const { title, description } = wordsOf(view);
  const canonical =
    view.page === 'article' && view.story.canonical ? view.story.canonical : site.url + encodeURI(view.path);
  const { previewedAt } = view.layout;
  const hidden = previewedAt !== undefined || unlisted.has(view.page);
  return {
    metadataBase: new URL(site.url),
    title: view.page === 'front' || title === site.name ? site.name : `${title} — ${site.name}`,
    ...(description && { description: shorten(description, 200) }),
    robots: hidden
      ? { index: false }
      : {
          index: true,
          'max-image-preview': 'large',
          'max-snippet': -1,
          'max-video-preview': -1,
          ...(view.page === 'article' && view.story.expires && { unavailable_after: view.story.expires }),
        },
    // Next has no field for a licence; this one writes a link of any kind (rule O6).
    icons: view.layout.license
      ? { ...icons, other: { rel: 'license', type: rsl, url: site.url + licensePath } }
      : icons,
    manifest: '/manifest.webmanifest',
    ...(!hidden && {
      alternates: { canonical, languages: languagesOf(view), types: { ...alternateTypes(view), ...feedsOf(view) } },
      ...socialOf(view, wordsOf(view), canonical),
    }),
  };
}

/** The other forms in which the article on the page can be had. */
function alternateTypes(view: View): Record<string, { url: string; title: string }[]> {
  const { title } = wordsOf(view);
  return Object.fromEntries(
    alternatesOf(view).map(({ format, path }) => [
      format.type,
      [{ url: view.layout.site.url + encodeURI(path), title: `${title} (${format.words})` }],
    ]),
  );
}

/** A topic, a place and an agency may have one name: what their pages are called tells them apart. */
const collectionTitles = {
  topic: (title) => title,
  person: (title) => `Stories by ${title}`,
  place: (title) => `Stories from ${title}`,
  agency: (title) => `Stories of the agency ${title}`,
  storyline: (title) => `Storyline: ${title}`,
} as const satisfies Record<CollectionKind, (title: string) => string>;

const collectionDescriptions = {
  ...collectionTitles,
  topic: (title) => `Stories on ${title}`,
  storyline: (title) => `Stories of the storyline “${title}”`,
} as const satisfies Record<CollectionKind, (title: string) => string>;

/** The feeds that follow what the page shows (rule E6). */
function feedsOf(view: View): Record<string, { url: string; title: string }[]> {
  if (!view.layout.feeds) return {};
  const { base, title } = feedBase(view);
  return Object.fromEntries(
    feedFormats.map((format) => [
      format.type,
      [{ url: view.layout.site.url + encodeURI(feedPath(base, format)), title: `${title} (${format.words})` }],
    ]),
  );
}

/** The story in all its languages, itself included, and the original for readers of any other (rule L1). */
function languagesOf(view: View): Record<string, string> {
  const translations = view.page === 'article' ? view.story.parts.translations : [];
  return Object.fromEntries(
    translations.flatMap(({ lang, address, original }) => {
      const url = view.layout.site.url + encodeURI(address);
      return [[lang, url], ...(original ? [['x-default', url]] : [])];
    }),
  );
}

/** What a page is called, and a sentence on it. */
export function wordsOf(view: View): { title: string; description?: string } {
  const { site } = view.layout;
  switch (view.page) {
    case 'front':
    case 'empty':
      return { title: site.name, description: site.description ?? `The newest stories of ${site.name}.` };
    case 'article':
      return {
        title: view.story.seoTitle ?? view.story.headline,
        description: view.story.standfirst || view.story.headline,
      };
    case 'article-links':
      return {
        title: `Related links: ${view.story.headline}`,
        description: `What to read besides “${view.story.headline}”, and why.`,
      };
    case 'history':
      return { title: `History: ${view.story.headline}`, description: `The versions of “${view.story.headline}”.` };
    case 'version':
      return {
        title: `Version ${view.version.number}: ${view.story.headline}`,
        description: `“${view.story.headline}” as it was in version ${view.version.number}, and what that changed.`,
      };
    case 'topics':
      return { title: 'All topics', description: `Every topic of ${site.name}.` };
    case 'collection': {
      const { collection, detail, list } = view;
      const [page, place] =
        list.number === undefined ? ['', ''] : [`, page ${list.number}`, `, page ${list.number} from the oldest`];
      return {
        title: `${collectionTitles[collection.kind](collection.title)}${page}`,
        description:
          detail.standfirst ?? `${collectionDescriptions[collection.kind](collection.title)} in ${site.name}${place}.`,
      };
    }
    case 'topic-links':
      return {
        title: `${view.topic.title}: related links`,
        description: `${view.topic.learn}: sources, explainers, reports and neighbouring topics.`,
      };
    case 'year':
      return { title: `Archive of ${view.year}`, description: `All stories of ${view.year} in ${site.name}.` };
    case 'month':
      return {
        title: `Archive of ${monthInWords(view.month, site.language)}`,
        description: `All stories of ${monthInWords(view.month, site.language)} in ${site.name}.`,
      };
    case 'day':
      return {
        title: `${dayInWords(view.day, site.language)}${view.list.number === undefined ? '' : `, page ${view.list.number}`}`,
        description: `All stories of ${dayInWords(view.day, site.language)} in ${site.name}.`,
      };
    case 'about':
      return {
        title: view.title,
        description: `Who makes ${site.name}, and by which rules. ${site.description ?? ''}`.trim(),
      };
    case 'corrections': {
      const { number } = view.place;
      const page = number === undefined ? '' : `, page ${number}`;
      return { title: `Corrections${page}`, description: `What ${site.name} had to put right${page}.` };
    }
    case 'gone':
      return { title: 'Withdrawn' };
    case 'not-found':
      return { title: 'Not found' };
  }
}
