import type { ReactNode } from 'react';
import type { Story } from '../../newsroom/edition/public.ts';
import { directionOf, nameOf } from '../words/language.ts';

/** A link to a translation of a story: the name of its language in that language. */
export function TranslationLink({ of: { address, lang } }: { of: Pick<Story, 'address' | 'lang'> }): ReactNode {
  return (
    <a href={address} hrefLang={lang} lang={lang} dir={directionOf(lang)}>
      {nameOf(lang)}
    </a>
  );
}
