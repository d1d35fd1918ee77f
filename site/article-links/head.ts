import { storyImage } from '../share-card/image.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import type { ArticleLinksView } from './view.ts';

export function articleLinksHead({ story }: ArticleLinksView): HeadParts {
  return {
    title: `Related links: ${story.headline}`,
    description: `What to read besides “${story.headline}”, and why.`,
    social: { image: storyImage(story) },
  };
}
