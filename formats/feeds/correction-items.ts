import type { Edition } from '../../newsroom/edition/edition.ts';
import { fill } from '../../site/words/fill.ts';
import { storyWords } from '../../site/words/words-of.ts';
import { inLanguage } from '../html.ts';
import { escapeXml } from '../xml.ts';
import type { FeedItem } from './feed.ts';
import { nameUuid } from './ids.ts';
import { storyUrl } from './story-item.ts';

/** Corrections as items of a feed, from a position that counts from the oldest. Each links to the corrections on its story. */
export function correctionItems(edition: Edition, offset: number, size: number): FeedItem[] {
  const { language } = edition.site;
  return edition.corrections.fromOldest(offset, size).map(({ id, at, text, story }) => {
    const address = storyUrl(edition, story);
    const html = `<p>${escapeXml(text)}</p>\n<p><a href="${escapeXml(address)}">${escapeXml(story.headline)}</a></p>`;
    return {
      id: nameUuid(`correction ${id}`),
      url: `${address}#corrections`,
      title: fill(storyWords(edition.site, story).article.correctionOf, { headline: story.headline }),
      summary: text,
      html: inLanguage(html, story.lang, language),
      lang: story.lang,
      published: at,
      changed: at,
      authors: [],
      tags: [],
    };
  });
}
