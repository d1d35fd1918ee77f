import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { storyWords } from '../words/words-of.ts';
import type { HistoryView } from './view.ts';

export function historyHead({ story, layout }: HistoryView): HeadParts {
  const { history } = storyWords(layout.site, story);
  const { headline } = story;
  return {
    title: fill(history.title, { headline }),
    description: fill(history.description, { headline }),
    unlisted: true,
  };
}
