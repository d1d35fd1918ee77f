import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { publishedDate } from '../../newsroom/model/publication.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { element, textElement, xmlDocument } from '../xml.ts';

export const newsSitemapPath = '/news-sitemap.xml';

/** A story is in the news sitemap for two days (rule S1). Milliseconds. */
const newsAge = 48 * 60 * 60 * 1000;
/** The largest number of stories in a news sitemap (rule S2). */
const maxNews = 1_000;

/** Whether the news sitemap has a story. */
export function hasNews(edition: Edition, now: number): boolean {
  return newsStories(edition, now).length > 0;
}

/** The instant at which the oldest story leaves the news sitemap, in milliseconds; `Infinity` if there is none. */
export function newsUntil(edition: Edition, now: number): number {
  const oldest = newsStories(edition, now).at(-1);
  return oldest ? Date.parse(oldest.published) + newsAge : Infinity;
}

/** Writes the news sitemap: the stories of the last two days (rules S1–S4). Undefined if there are none. */
export function writeNewsSitemap(edition: Edition, now: number): string | undefined {
  const stories = newsStories(edition, now);
  if (stories.length === 0) return undefined;
  const { site } = edition;
  const urls = stories.map((story) => {
    const publication = element(
      'news:publication',
      textElement('news:name', site.name) + textElement('news:language', newsLanguage(story.lang)),
    );
    const news =
      publication +
      textElement('news:publication_date', publishedDate(story)) +
      // The headline alone: no author, no date, no name of the publication (rule S3).
      textElement('news:title', story.headline);
    return element('url', textElement('loc', absolute(site.url, story.address)) + element('news:news', news));
  });
  return xmlDocument(
    element('urlset', `\n${urls.join('')}`, {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
    }),
  );
}

/** The stories of the last two days, newest first. Most newsrooms have few, so it asks for a few first and for more if needed. */
function newsStories(edition: Edition, now: number): Story[] {
  const isRecent = ({ published }: Story): boolean => Date.parse(published) > now - newsAge;
  let stories: Story[] = [];
  for (const size of [20, 200, maxNews]) {
    stories = edition.newest('all', '', size);
    const oldest = stories.at(-1);
    if (stories.length < size || !oldest || !isRecent(oldest)) break;
  }
  return stories.filter((story) => isRecent(story) && story.canonical === undefined && story.type !== 'sponsored');
}

/** The language code of a news sitemap: two or three letters of ISO 639. Only Chinese has a code for each script (rule S3). */
function newsLanguage(tag: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (language !== 'zh') return language;
  return rest.some((part) => part === 'hant' || part === 'tw' || part === 'hk' || part === 'mo') ? 'zh-tw' : 'zh-cn';
}
