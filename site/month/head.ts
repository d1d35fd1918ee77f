import type { HeadParts } from '../shell/head-parts.ts';
import { monthInWords } from '../words/dates.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { MonthView } from './view.ts';

export function monthHead({ month, layout: { site } }: MonthView): HeadParts {
  const { lang, archive } = siteWords(site);
  const period = monthInWords(month, lang);
  return {
    title: fill(archive.title, { period }),
    description: fill(archive.description, { period, site: site.name }),
  };
}
