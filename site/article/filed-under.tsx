import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { collectionPath } from '../addresses/routes.ts';
import { FrameLinks } from '../shell/frame-links.tsx';
import type { Words } from '../words/words.ts';

/** Links to the topics of a story; nothing if it has none. `language` is that of the site. */
export function FiledUnder({
  story,
  words,
  language,
}: {
  story: FullStory;
  words: Words;
  language: string;
}): ReactNode {
  const { topics } = story.parts;
  if (topics.length === 0) return null;
  return (
    <nav className="filed" aria-label={words.article.topics}>
      <ul>
        <FrameLinks
          of={topics.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title, lang: language }))}
          words={words}
        />
      </ul>
    </nav>
  );
}
