import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { indexTitle, pageInWords } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import type { CollectionsView } from './view.ts';

export function collectionsHead({ kind, number, layout: { site } }: CollectionsView): HeadParts {
  const words = siteWords(site);
  const what = indexTitle(words, kind);
  const { page } = pageInWords(words, number === 1 ? undefined : number);
  return { title: what + page, description: fill(words.parts.inSite, { what, site: site.name, page }) };
}
