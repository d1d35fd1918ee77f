import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { YearView } from './view.ts';

export function yearHead({ year, layout: { site } }: YearView): HeadParts {
  const { archive } = siteWords(site);
  return {
    title: fill(archive.title, { period: year }),
    description: fill(archive.description, { period: year, site: site.name }),
  };
}
