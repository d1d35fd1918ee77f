import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { TopicsView } from './view.ts';

export function topicsHead({ layout: { site } }: TopicsView): HeadParts {
  const { frame, collection } = siteWords(site);
  return { title: frame.allTopics, description: fill(collection.allOfSite, { site: site.name }) };
}
