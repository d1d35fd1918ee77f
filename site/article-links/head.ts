import { storyImage } from '../share-card/image.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { storyWords } from '../words/words-of.ts';
import type { ArticleLinksView } from './view.ts';

export function articleLinksHead({ story, layout }: ArticleLinksView): HeadParts {
  const { links } = storyWords(layout.site, story);
  return {
    title: fill(links.title, { headline: story.headline }),
    description: fill(links.description, { headline: story.headline }),
    // What belongs to another site is found there.
    ...(story.canonical !== undefined && { unlisted: true }),
    social: { image: storyImage(story) },
  };
}
