import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { TranslationLink } from '../shell/translation-link.tsx';
import type { Words } from '../words/words.ts';

/** Links to the same story in other languages. */
export function Languages({ story, words }: { story: FullStory; words: Words }): ReactNode {
  const others = story.parts.translations.filter(({ address }) => address !== story.address);
  if (others.length === 0) return null;
  return (
    <nav className="languages" aria-label={words.article.otherLanguages}>
      <ul>
        {others.map((each) => (
          <li key={each.address}>
            <TranslationLink of={each} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
