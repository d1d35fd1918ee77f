import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { directionOf, nameOf } from '../words/language.ts';

/** Links to the same story in other languages, each with the name of the language in that language. */
export function Languages({ story }: { story: FullStory }): ReactNode {
  const others = story.parts.translations.filter(({ address }) => address !== story.address);
  if (others.length === 0) return null;
  return (
    <nav className="languages" aria-label="This story in other languages">
      <ul>
        {others.map(({ lang, address }) => (
          <li key={lang}>
            <a href={address} hrefLang={lang} lang={lang} dir={directionOf(lang)}>
              {nameOf(lang)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
