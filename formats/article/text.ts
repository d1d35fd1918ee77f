import { publishedDate } from '../../newsroom/model/publication.ts';
import { dayInWords, timeInWords } from '../../site/words/dates.ts';
import { fill } from '../../site/words/fill.ts';
import { english } from '../../site/words/words-of.ts';
import { datelineOf } from '../../site/words/dateline.ts';
import { absoluteHref } from '../../site/addresses/absolute.ts';
import { bodyText, clean, figureText } from '../plain-text.ts';
import { creditLine } from './credit.ts';
import type { ArticleData } from './article-data.ts';
import { genres } from './genres.ts';

/** Writes an article as plain text, for readers at a terminal and for programs. */
export function writeText(article: ArticleData): string {
  const { site, story, base, canonical, owner, kicker, pictures } = article;
  const { byline, body } = story.parts;
  const when = (instant: string): string =>
    `${dayInWords(instant.slice(0, 10), site.language)}, ${timeInWords(instant)}`;
  const changed = Date.parse(story.changed) > Date.parse(story.published);
  const [lead] = pictures;
  // The type of work, if it is not news: readers must know it before they read (rule N2).
  const above = [
    story.state && english.states[story.state.kind],
    story.type !== 'news' && genres[story.type].name,
    kicker,
  ]
    .filter(Boolean)
    .join(' | ');
  const credits = [
    byline.length > 0 && `By ${creditLine(byline)}`,
    datelineOf(story) ?? article.agency?.name,
    `Published ${story.dayOnly ? dayInWords(publishedDate(story), site.language) : when(story.published)}`,
    changed && `Updated ${when(story.changed)}`,
  ];
  const sources = story.sources.map(
    ({ url, title, source }) => `- ${[title, source].filter(Boolean).join(', ')}\n  ${absoluteHref(base, url)}`,
  );
  const blocks = [
    [above, story.headline].filter(Boolean).join('\n'),
    article.standfirst,
    credits.filter(Boolean).join('\n'),
    ...story.corrections.map(({ at, text }) => `Correction, ${when(at)}: ${text}`),
    lead?.lead === true && figureText(lead),
    bodyText(body),
    sources.length > 0 && ['Sources', ...sources].join('\n'),
    `${owner.url === site.url ? site.name : fill(english.article.firstPublished, { title: owner.name })}\n${canonical}`,
  ];
  return `${clean(blocks.filter(Boolean).join('\n\n'))}\n`;
}
