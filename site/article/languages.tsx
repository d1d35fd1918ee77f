import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { LanguageLinks } from '../shell/language-links.tsx';
import type { Words } from '../words/words.ts';

/** Links to the same story in other languages. */
export function Languages({ story, words }: { story: FullStory; words: Words }): ReactNode {
  const others = story.parts.translations.filter(({ address }) => address !== story.address);
  if (others.length === 0) return null;
  return (
    <nav className="languages" aria-label={words.article.otherLanguages}>
      <LanguageLinks of={others} />
    </nav>
  );
}
