import type { HeadParts } from '../shell/head-parts.ts';
import { monthInWords } from '../words/dates.ts';
import type { MonthView } from './view.ts';

export function monthHead({ month, layout: { site } }: MonthView): HeadParts {
  const words = monthInWords(month, site.language);
  return { title: `Archive of ${words}`, description: `All stories of ${words} in ${site.name}.` };
}
