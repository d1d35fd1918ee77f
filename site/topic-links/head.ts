import { absolute } from '../addresses/absolute.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { TopicLinksView } from './view.ts';

export function topicLinksHead({ topic: { title, learn }, layout, owner, path }: TopicLinksView): HeadParts {
  const { links } = siteWords(layout.site);
  return {
    title: fill(links.topicTitle, { topic: title }),
    description: fill(links.topicDescription, { learn }),
    ...(owner !== undefined && { canonical: absolute(owner, path) }),
  };
}
