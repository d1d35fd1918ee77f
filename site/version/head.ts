import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { storyWords } from '../words/words-of.ts';
import type { VersionView } from './view.ts';

export function versionHead({ story, version: { number }, layout }: VersionView): HeadParts {
  const { version } = storyWords(layout.site, story);
  const { headline } = story;
  return {
    title: fill(version.title, { number, headline }),
    description: fill(version.description, { number, headline }),
    unlisted: true,
  };
}
