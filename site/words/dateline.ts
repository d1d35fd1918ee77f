import type { FullStory } from '../../newsroom/edition/public.ts';
import { countryName, wireDate } from './dates.ts';
import { wordsOf } from './words-of.ts';

/** Countries whose regions a reader knows, so that the country is not named: Houston, Texas. */
const regionSuffices = new Set(['US', 'CA', 'AU']);

/** `Nara, Japan (AFP) Jan 13, 2026`: the parts that the article has. It begins with the place, where there is one. */
export function datelineOf(story: FullStory): string | undefined {
  const { place, region, country, date } = story.dateline ?? {};
  const { agency } = story.parts;
  const { comma } = wordsOf(story.lang).parts;
  if (!place && !date) return undefined;
  const land = country && !(region && regionSuffices.has(country)) ? countryName(country, story.lang) : undefined;
  const rest = [region, land === place ? undefined : land].filter((part) => part !== undefined);
  const day = date && `${place && !agency && rest.length > 0 ? comma : place ? ' ' : ''}${wireDate(date, story.lang)}`;
  return `${[place, ...rest].filter(Boolean).join(comma)}${agency ? ` (${agency.name})` : ''}${day ?? ''}`.trim();
}
