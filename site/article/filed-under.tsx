import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { collectionPath } from '../addresses/routes.ts';
import { marked } from '../words/language.ts';
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
        {topics.map(({ slug, title }) => (
          <li key={slug}>
            <a href={collectionPath('topic', slug)} {...marked(language, words.lang)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
