import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { shorten } from '../../newsroom/model/text.ts';
import { datelineOf } from '../../site/words/dateline.ts';
import { dayInWords } from '../../site/words/dates.ts';
import { labelOf } from '../../site/words/labels.ts';
import { absolute, absoluteHref, pictureAddress } from '../../site/addresses/absolute.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { bodyHtml, figureHtml, inLanguage } from '../html.ts';
import { pictureType } from '../picture-type.ts';
import { escapeXml } from '../xml.ts';
import type { FeedItem } from './feed.ts';
import { entryId } from './ids.ts';

/** The largest number of characters of a summary. Most standfirsts are one or two sentences. */
const maxSummary = 2000;

/** A story as an item of a feed. */
export function storyItem(edition: Edition, story: FullStory): FeedItem {
  const { url: site, language } = edition.site;
  const { byline, agency, topics } = story.parts;
  const { picture } = story;
  const file = picture && edition.picture(picture.src);
  const label = labelOf(story.type);
  const html = storyHtml(story, site, language);
  return {
    id: entryId(story.id),
    url: absolute(site, story.address),
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
    ...(picture &&
      file && { image: { url: pictureAddress(site, picture.src), type: pictureType(file.type), size: file.size } }),
  };
}

/** The content of a story's page: its type of work, corrections, picture, text and sources. Empty if there is neither a picture nor a text. */
function storyHtml(story: FullStory, site: string, language: string): string {
  const base = { site, path: story.address };
  const { body, pictures } = story.parts;
  const { picture } = story;
  const label = labelOf(story.type);
  const inText = body.elements.some((each) => each.type === 'figure' && each.src === picture?.src);
  const dateline = datelineOf(story);
  const lead = picture && !inText ? figureHtml(picture, { base, pictures: { [picture.src]: picture } }) : '';
  const textHtml = bodyHtml(body, pictures, base, dateline === undefined ? '' : `${dateline} — `);
  if (lead === '' && textHtml === '') return '';
  const corrections = story.corrections.map(
    ({ at, text }) =>
      `<p><strong>Correction, ${dayInWords(at.slice(0, 10), language)}:</strong> ${escapeXml(text)}</p>`,
  );
  const sources = story.sources.map(({ url, title, source }) => {
    const from = source === undefined ? '' : `, ${escapeXml(source)}`;
    return `<li><a href="${escapeXml(absoluteHref(base, url))}">${escapeXml(title)}</a>${from}</li>`;
  });
  return [
    label === undefined ? '' : `<p><strong>${label}</strong></p>`,
    ...corrections,
    lead,
    textHtml,
    sources.length === 0 ? '' : `<p><strong>Sources</strong></p>\n<ul>${sources.join('')}</ul>`,
  ]
    .filter(Boolean)
    .join('\n');
}
