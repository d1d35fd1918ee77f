import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { RunningStoryline } from '../../newsroom/edition/entities.ts';
import type { Topic } from '../../newsroom/model/topic.ts';
import { datedLink, type DatedLink } from '../shell/dated-link.ts';
import type { Shown } from '../shell/package/package.ts';
import { isOtherLanguage } from '../words/language.ts';

/** What the page of a topic shows above its list. Each part has a limit, and a link to the rest. */
export interface TopicParts {
  /** Running storylines, each with its newest story; the one with the newest story is first. */
  running: { slug: string; title: string; newest: DatedLink }[];
  /** Whether the topic has other storylines, which its page of links lists. */
  moreStorylines: boolean;
  /** What to read first: what the editor picked, then the newest explainers, then the newest analyses. */
  essential: Story[];
  /** The topics below it. */
  below: Collection[];
  /** Whether it has more topics below it, which the page of all topics lists. */
  moreBelow: boolean;
}

/** The most storylines, stories to read first, and topics below it that a topic's page shows. */
export const most = { running: 5, essential: 4, below: 12 };

/** The parts of a public topic's newest page. What `shown` has already is left out of what to read first. */
export function topicParts(
  edition: Edition,
  topic: Topic,
  running: readonly RunningStoryline[],
  shown: Shown,
): TopicParts {
  const { slug } = topic;
  const below = edition.topicsUnder(slug).slice(0, most.below + 1);
  const named = new Set(running.map((line) => line.slug));
  return {
    running: running.map(({ newest, ...line }) => ({ ...line, newest: datedLink(newest) })),
    moreStorylines: edition.storylinesOfTopic(slug, most.running + 1).some((line) => !named.has(line.slug)),
    essential: shown.free(essentialStories(edition, topic)).slice(0, most.essential),
    below: below.slice(0, most.below).flatMap((each) => edition.collection('topic', each.slug) ?? []),
    moreBelow: below.length > most.below,
  };
}

function essentialStories(edition: Edition, topic: Topic): Story[] {
  const found = new Map(edition.essentialOf(topic).map((story) => [story.address, story]));
  // Of a story in several languages only the original is listed; and only what readers of this page can read.
  for (const story of edition.background('topic', topic.slug, 3 * most.essential))
    if (!found.has(story.address) && !isOtherLanguage(story.lang, edition.site.language) && !story.translates(edition))
      found.set(story.address, story);
  return [...found.values()];
}
