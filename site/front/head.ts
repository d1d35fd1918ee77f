import { siteHead, type HeadParts } from '../shell/head-parts.ts';
import type { FrontView } from './view.ts';

export function frontHead({ layout }: FrontView): HeadParts {
  return siteHead(layout);
}
