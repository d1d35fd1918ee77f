import type { EditionContext } from './context.ts';
import { nearStories } from './near-stories.ts';
import type { FullStory } from './public.ts';
import type { NearStory, RelatedLinks, RelatedList } from './related.ts';

/**
 * A story's Related Links: what the editor picked, and the stories that its words, its topics and its storyline find. Newer
 * stories are among them only for `newerDays`: after that, no new story changes the list.
 */
export function relatedTo(context: EditionContext, story: FullStory): RelatedLinks {
  const { picked } = story.parts;
  const near = nearStories(context, story);
  const of = (list: RelatedList): NearStory[] => near.filter((each) => each.list === list);
  const newestFirst = (a: NearStory, b: NearStory): number => Date.parse(b.published) - Date.parse(a.published);
  return {
    picked,
    sameStory: of('same-story').toSorted(newestFirst),
    background: of('background').toSorted((a, b) => Number(b.explains) - Number(a.explains)),
    more: of('more'),
  };
}
