import type { HeadParts } from '../shell/head-parts.ts';
import { siteWords } from '../words/words-of.ts';
import type { NotFoundView } from './view.ts';

export function notFoundHead({ layout }: NotFoundView): HeadParts {
  return { title: siteWords(layout.site).plain.notFoundTitle, unlisted: true };
}
