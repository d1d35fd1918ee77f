import type { ReactNode } from 'react';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import type { Crumb } from './layout-data.ts';

/** The way down to this page. `language` is that of the titles. */
export function Crumbs({
  crumbs,
  words,
  language,
}: {
  crumbs: readonly Crumb[];
  words: Words;
  language: string;
}): ReactNode {
  if (crumbs.length === 0) return null;
  return (
    <nav className="crumbs" aria-label={words.frame.breadcrumb}>
      <ol>
        {crumbs.map(({ title, path, lang }) => (
          <li key={path}>
            <a href={path} {...marked(lang ?? language, words.lang)}>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
