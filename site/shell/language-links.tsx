import type { ReactNode } from 'react';
import type { Story } from '../../newsroom/edition/public.ts';
import { directionOf, nameOf } from '../words/language.ts';

/** A list of links to translations of a story, each with the name of its language in that language. */
export function LanguageLinks({ of }: { of: readonly Pick<Story, 'address' | 'lang'>[] }): ReactNode {
  return (
    <ul>
      {of.map(({ address, lang }) => (
        <li key={address}>
          <a href={address} hrefLang={lang} lang={lang} dir={directionOf(lang)}>
            {nameOf(lang)}
          </a>
        </li>
      ))}
    </ul>
  );
}
