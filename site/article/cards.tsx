import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import { RelatedItem } from '../shell/related-links.tsx';
import { Kicker } from '../shell/teaser.tsx';
import type { Words } from '../words/words.ts';
import type { Card } from './choose-cards.ts';

/** What to read next, each with the reason for it. `language` is that of the site. */
export function Cards({
  cards,
  words,
  language,
}: {
  cards: readonly Card[];
  words: Words;
  language: string;
}): ReactNode {
  return (
    <ul className="cards">
      {cards.map(({ link, story }) => (
        <RelatedItem
          key={link.href + link.title}
          link={link}
          words={words}
          language={language}
          className={story && `accent-${story.accent}`}
        >
          {story?.picture && <Picture picture={story.picture} alt="" place="end" />}
          {story && <Kicker story={story} words={words} />}
        </RelatedItem>
      ))}
    </ul>
  );
}
