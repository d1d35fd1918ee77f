import { languageBase } from '../addresses/feeds.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { pageInWords } from '../words/labels.ts';
import { nameOf } from '../words/language.ts';
import { storyWords } from '../words/words-of.ts';
import type { LanguageView } from './view.ts';

export function languageHead({ list: { number }, language, layout: { site } }: LanguageView): HeadParts {
  const words = storyWords(site, { lang: language });
  const { latest, parts } = words;
  const { page, fromOldest } = pageInWords(words, number);
  const name = nameOf(language);
  return {
    title: name + page,
    description: fill(parts.inSite, { what: latest.title, site: `${site.name} (${name})`, page: fromOldest }),
    feeds: { base: languageBase(language), title: `${site.name} (${name})` },
    social: { lang: language },
  };
}
