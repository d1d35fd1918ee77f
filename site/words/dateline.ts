import type { FullStory } from '../../newsroom/edition/public.ts';
import { countryName, wireDate } from './dates.ts';

/** Countries of which a reader knows the states, so that a region says it all: Houston, Texas. */
const regionSuffices = new Set(['US', 'CA', 'AU']);

/** `Nara, Japan (AFP) Jan 13, 2026`, as far as the article says it. It begins with the place, where there is one. */
export function datelineOf(story: FullStory): string | undefined {
  const { place, region, country, date } = story.dateline ?? {};
  const { agency } = story.parts;
  if (!place && !date) return undefined;
  const land = country && !(region && regionSuffices.has(country)) ? countryName(country, story.lang) : undefined;
  const rest = [region, land === place ? undefined : land].filter((part) => part !== undefined);
  const day = date && `${place && !agency && rest.length > 0 ? ', ' : place ? ' ' : ''}${wireDate(date, story.lang)}`;
  return `${[place, ...rest].filter(Boolean).join(', ')}${agency ? ` (${agency.name})` : ''}${day ?? ''}`.trim();
}
