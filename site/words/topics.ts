import type { Topic } from '../../newsroom/model/topic.ts';

/** The title of a topic's page of links, which is also the text of links to it. */
export function linksTitle({ title, learn }: Pick<Topic, 'title' | 'learn'>): string {
  return learn ?? `Learn about ${title}`;
}
