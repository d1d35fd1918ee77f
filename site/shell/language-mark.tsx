import type { ReactNode } from 'react';
import { isOtherLanguage, marked, nameOf } from '../words/language.ts';

/**
 * After a headline that is a link: the language of what it leads to, by its name in that language. Nothing where that is the
 * language of the page. `around` is the language around the mark.
 */
export function LanguageMark({
  language,
  pageLanguage,
  around,
}: {
  language: string;
  pageLanguage: string;
  around: string;
}): ReactNode {
  if (!isOtherLanguage(language, pageLanguage)) return null;
  return (
    <>
      {' '}
      <span className="language" {...marked(language, around)}>
        {nameOf(language)}
      </span>
    </>
  );
}

/** The attribute of a link that says the same to programs. */
export function linkLanguage(language: string, pageLanguage: string): { hrefLang?: string } {
  return isOtherLanguage(language, pageLanguage) ? { hrefLang: language } : {};
}
