import type { Topic } from '../../newsroom/model/topic.ts';
import { fill } from './fill.ts';
import type { Words } from './words.ts';

/** The title of a topic's page of links, which is also the text of links to it. */
export function linksTitle(words: Words, { title, learn }: Pick<Topic, 'title' | 'learn'>): string {
  return learn ?? fill(words.links.learn, { topic: title });
}
