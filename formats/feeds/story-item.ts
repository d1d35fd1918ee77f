import type { Edition } from '../../newsroom/edition/edition.ts';
import type { StoredPicture } from '../../newsroom/edition/pictures.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { shorten } from '../../newsroom/model/text.ts';
import { datelineOf } from '../../site/words/dateline.ts';
import { dayInWords } from '../../site/words/dates.ts';
import { cutAtHoles, fill } from '../../site/words/fill.ts';
import { labelOf } from '../../site/words/labels.ts';
import { siteWords, storyWords } from '../../site/words/words-of.ts';
import type { Words } from '../../site/words/words.ts';
import { absolute, absoluteHref } from '../../site/addresses/absolute.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { bodyHtml, figureHtml, inLanguage } from '../html.ts';
import { mediumPicture, pictureType } from '../picture-type.ts';
import { escapeXml } from '../xml.ts';
import { firstPublished, type Owned } from '../../site/article/first-published.ts';
import type { FeedItem } from './feed.ts';
import { entryId } from './ids.ts';

/** The largest number of characters of a summary. Most standfirsts are one or two sentences. */
const maxSummary = 2000;

/**
 * The address of a story in feeds: of one that another title owns, that on its own title, so that programs which read the feeds of several
 * titles see one story (rule H2). The page on this title names the same address. What a site outside the newsroom owns is read here.
 */
export function storyUrl({ site }: Edition, story: Owned): string {
  return firstPublished(story)?.url ?? absolute(site.url, story.address);
}

/** A story as an item of a feed. */
export function storyItem(edition: Edition, story: FullStory): FeedItem {
  const { url: site, language } = edition.site;
  const { byline, agency, topics } = story.parts;
  const { picture } = story;
  const file = picture && edition.picture(picture.src);
  const label = labelOf(siteWords(edition.site), story.type);
  const html = storyHtml(story, site, storyWords(edition.site, story));
  return {
    id: entryId(story.id),
    url: storyUrl(edition, story),
    title: story.headline,
    summary: shorten(story.standfirst || story.headline, maxSummary),
    ...(html !== '' && { html: inLanguage(html, story.lang, language) }),
    lang: story.lang,
    published: story.published,
    changed: story.changed,
    authors: byline.map(({ name, slug }) => ({
      name,
      ...(slug !== undefined && { url: absolute(site, collectionPath('person', slug)) }),
    })),
    ...(agency && { source: agency.name }),
    tags: [...(label === undefined ? [] : [{ slug: story.type, title: label }]), ...topics],
    ...(picture && file && { image: enclosureOf(site, picture.src, file) }),
  };
}

/** The bytes of a drawing are those of its file; any other picture is made for readers, and its size is not known before. */
function enclosureOf(site: string, src: string, file: StoredPicture): NonNullable<FeedItem['image']> {
  const { address, type = pictureType(file.type) } = mediumPicture(site, src, file);
  return { url: address, type, ...(!file.raster && { size: file.size }) };
}

/** The content of a story's page: its type of work, who published it first, corrections, picture, text and sources. Empty if there is neither a picture nor a text. */
function storyHtml(story: FullStory, site: string, words: Words): string {
  const base = { site, path: story.address };
  const { body, pictures } = story.parts;
  const { picture } = story;
  const label = labelOf(words, story.type);
  const inText = body.elements.some((each) => each.type === 'figure' && each.src === picture?.src);
  const dateline = datelineOf(story);
  const lead = picture && !inText ? figureHtml(picture, { base, pictures: { [picture.src]: picture } }) : '';
  const textHtml = bodyHtml(body, pictures, base, dateline === undefined ? '' : `${dateline} — `, words);
  if (lead === '' && textHtml === '') return '';
  const corrections = story.corrections.map(({ at, text }) => {
    const title = fill(words.article.correction, { time: dayInWords(at.slice(0, 10), words.lang) });
    return `<p><strong>${escapeXml(title)}</strong> ${escapeXml(text)}</p>`;
  });
  const sources = story.sources.map(({ url, title, source }) => {
    const from = source === undefined ? '' : `, ${escapeXml(source)}`;
    return `<li><a href="${escapeXml(absoluteHref(base, url))}">${escapeXml(title)}</a>${from}</li>`;
  });
  return [
    label === undefined ? '' : `<p><strong>${escapeXml(label)}</strong></p>`,
    firstPublishedHtml(story, words),
    ...corrections,
    lead,
    textHtml,
    sources.length === 0
      ? ''
      : `<p><strong>${escapeXml(words.article.sources)}</strong></p>\n<ul>${sources.join('')}</ul>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** Says which title has published a story first; empty where this one has. */
function firstPublishedHtml(story: Owned, words: Words): string {
  const first = firstPublished(story);
  if (!first) return '';
  const link = `<a href="${escapeXml(first.url)}">${escapeXml(first.name)}</a>`;
  const pieces = cutAtHoles(words.article.firstPublished);
  return `<p>${pieces.map((piece) => ('hole' in piece ? link : escapeXml(piece.text))).join('')}</p>`;
}
