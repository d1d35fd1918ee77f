import type { HeadParts } from '../shell/head-parts.ts';
import { dayInWords } from '../words/dates.ts';
import { fill } from '../words/fill.ts';
import { pageInWords } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import type { DayView } from './view.ts';

export function dayHead({ day, list: { number }, layout: { site } }: DayView): HeadParts {
  const words = siteWords(site);
  const period = dayInWords(day, words.lang);
  return {
    title: period + pageInWords(words, number).page,
    description: fill(words.archive.description, { period, site: site.name }),
  };
}
