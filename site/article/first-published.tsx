import type { ReactNode } from 'react';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { firstPublished, type Owned } from './first-published.ts';

/** Which other title has published the story first, with a link to the story there. */
export function FirstPublished({ story, words }: { story: Owned; words: Words }): ReactNode {
  const first = firstPublished(story);
  if (!first) return null;
  const link = (
    <a href={first.href}>
      <bdi>{first.name}</bdi>
    </a>
  );
  return (
    <p className="first-published">
      <Phrase of={words.article.firstPublished} parts={{ title: link }} />
    </p>
  );
}
