import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import type { Shown } from '../shell/package/package.ts';
import { isOtherLanguage } from '../words/language.ts';
import { topicFront, type TopicFront } from './topic-front.ts';

/** What the newest page of a topic shows beside its text and its list. Each part has a limit, and a link to the rest. */
export interface TopicParts {
  front?: TopicFront;
  /** Whether the topic has other storylines, which its page of links lists. */
  moreStorylines: boolean;
  /** The topics below it. */
  below: Collection[];
  /** Whether it has more topics below it, which the page of all topics lists. */
  moreBelow: boolean;
}

/** The most storylines, stories to read first, and topics below it that a topic's page shows. */
const most = { running: 3, essential: 4, below: 12 };

/** The parts of a public topic's newest page, which lists `stories`. No story is in two of them. */
export function topicParts(edition: Edition, topic: Topic, shown: Shown, stories: readonly Story[]): TopicParts {
  const { slug } = topic;
  const running = edition.runningStorylines(slug, most.running);
  const front = topicFront(edition, shown, stories, running);
  // In a row the stories with pictures are beside each other.
  const essential = shown
    .free(essentialStories(edition, topic))
    .slice(0, most.essential)
    .map((story) => shown.show(story, true))
    .toSorted((a, b) => Number(b.pictured ?? false) - Number(a.pictured ?? false));
  const below = edition.topicsUnder(slug).slice(0, most.below + 1);
  const named = new Set(running.map((line) => line.slug));
  return {
    ...(front && { front: { ...front, essential } }),
    moreStorylines: edition.storylinesOfTopic(slug, most.running + 1).some((line) => !named.has(line.slug)),
    below: below.slice(0, most.below).flatMap((each) => edition.collection('topic', each.slug) ?? []),
    moreBelow: below.length > most.below,
  };
}

/** What the editor picked, then the newest explainers, then the newest analyses. */
function essentialStories(edition: Edition, topic: Topic): Story[] {
  const found = new Map(edition.essentialOf(topic).map((story) => [story.address, story]));
  // Of a story in several languages only the original is listed; and only what readers of this page can read.
  for (const story of edition.background('topic', topic.slug, 3 * most.essential))
    if (!found.has(story.address) && !isOtherLanguage(story.lang, edition.site.language) && !story.translates(edition))
      found.set(story.address, story);
  return [...found.values()];
}
