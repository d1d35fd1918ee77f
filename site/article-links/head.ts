import { absolute } from '../addresses/absolute.ts';
import { storyImage } from '../share-card/image.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import type { ArticleLinksView } from './view.ts';

export function articleLinksHead({ story, layout }: ArticleLinksView): HeadParts {
  return {
    title: `Related links: ${story.headline}`,
    description: `What to read besides “${story.headline}”, and why.`,
    // What belongs to another site is found there.
    ...(story.canonical !== undefined &&
      story.canonical !== absolute(layout.site.url, story.address) && { unlisted: true }),
    social: { image: storyImage(story) },
  };
}
