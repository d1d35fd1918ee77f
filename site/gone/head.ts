import type { HeadParts } from '../shell/head-parts.ts';
import { siteWords } from '../words/words-of.ts';
import type { GoneView } from './view.ts';

export function goneHead({ layout }: GoneView): HeadParts {
  return { title: siteWords(layout.site).plain.goneTitle, unlisted: true };
}
