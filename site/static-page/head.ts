import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { StaticPageView } from './view.ts';

export function staticPageHead({ title, description, purpose, layout: { site } }: StaticPageView): HeadParts {
  const words =
    purpose === 'about'
      ? `${fill(siteWords(site).about.description, { site: site.name })} ${description ?? ''}`.trim()
      : (description ?? `${title}: ${site.name}`);
  return { title, description: words };
}
