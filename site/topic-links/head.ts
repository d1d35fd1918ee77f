import type { HeadParts } from '../shell/head-parts.ts';
import type { TopicLinksView } from './view.ts';

export function topicLinksHead({ topic: { title, learn } }: TopicLinksView): HeadParts {
  return {
    title: `${title}: related links`,
    description: `${learn}: sources, explainers, reports and neighbouring topics.`,
  };
}
