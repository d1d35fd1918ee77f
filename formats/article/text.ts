import { stateWords } from '../../site/words/story-states.ts';
import { dayInWords, timeInWords } from '../../site/words/dates.ts';
import { datelineOf } from '../../site/words/dateline.ts';
import { absoluteHref } from '../../site/addresses/absolute.ts';
import { bodyText, clean, figureText } from '../plain-text.ts';
import { creditLine } from './credit.ts';
import type { ArticleFacts } from './article-data.ts';
import { genres } from './genres.ts';

/** An article as plain text, for whoever reads it at a terminal or hands it to a program. */
export function writeText(facts: ArticleFacts): string {
  const { site, story, base, canonical, kicker, pictures } = facts;
  const { byline, body } = story.parts;
  const when = (instant: string): string =>
    `${dayInWords(instant.slice(0, 10), site.language)}, ${timeInWords(instant)}`;
  const changed = Date.parse(story.changed) > Date.parse(story.published);
  const [lead] = pictures;
  // What it is, where it is anything but a report: readers are told before they read (rule N2).
  const above = [story.state && stateWords[story.state.kind], story.type !== 'news' && genres[story.type].name, kicker]
    .filter(Boolean)
    .join(' | ');
  const credits = [
    byline.length > 0 && `By ${creditLine(byline)}`,
    datelineOf(story) ?? facts.agency?.name,
    `Published ${when(story.published)}`,
    changed && `Updated ${when(story.changed)}`,
  ];
  const sources = story.sources.map(
    ({ url, title, source }) => `- ${[title, source].filter(Boolean).join(', ')}\n  ${absoluteHref(base, url)}`,
  );
  const blocks = [
    [above, story.headline].filter(Boolean).join('\n'),
    facts.standfirst,
    credits.filter(Boolean).join('\n'),
    ...story.corrections.map(({ at, text }) => `Correction, ${when(at)}: ${text}`),
    lead?.lead === true && figureText(lead),
    bodyText(body),
    sources.length > 0 && ['Sources', ...sources].join('\n'),
    `${site.name}\n${canonical}`,
  ];
  return `${clean(blocks.filter(Boolean).join('\n\n'))}\n`;
}
