import type { HeadParts } from '../shell/head-parts.ts';
import type { TopicsView } from './view.ts';

export function topicsHead({ layout: { site } }: TopicsView): HeadParts {
  return { title: 'All topics', description: `Every topic of ${site.name}.` };
}
