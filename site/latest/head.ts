import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { pageInWords } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import type { LatestView } from './view.ts';

export function latestHead({ list: { number }, layout: { site } }: LatestView): HeadParts {
  const words = siteWords(site);
  const { latest, parts } = words;
  const { page, fromOldest } = pageInWords(words, number);
  return {
    title: latest.title + page,
    description: fill(parts.inSite, { what: latest.title, site: site.name, page: fromOldest }),
  };
}
