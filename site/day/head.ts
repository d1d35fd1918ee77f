import type { HeadParts } from '../shell/head-parts.ts';
import { dayInWords } from '../words/dates.ts';
import type { DayView } from './view.ts';

export function dayHead({ day, list: { number }, layout: { site } }: DayView): HeadParts {
  const words = dayInWords(day, site.language);
  return {
    title: `${words}${number === undefined ? '' : `, page ${number}`}`,
    description: `All stories of ${words} in ${site.name}.`,
  };
}
