import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { pageInWords } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import type { CorrectionsView } from './view.ts';

/** The feeds are those of the corrections (rule E6). */
export function correctionsHead({ place: { number }, layout: { site } }: CorrectionsView): HeadParts {
  const words = siteWords(site);
  const { corrections } = words;
  const { page } = pageInWords(words, number);
  return {
    title: `${corrections.title}${page}`,
    description: fill(corrections.description, { site: site.name, page }),
    feeds: { base: '/corrections', title: `${corrections.title} — ${site.name}` },
  };
}
