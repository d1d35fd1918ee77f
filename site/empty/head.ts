import { siteHead, type HeadParts } from '../shell/head-parts.ts';
import type { EmptyView } from './view.ts';

export function emptyHead({ layout }: EmptyView): HeadParts {
  return { ...siteHead(layout), unlisted: true };
}
