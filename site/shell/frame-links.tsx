import type { ReactNode } from 'react';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';
import type { FrameLink } from './layout-data.ts';

/** Items of a list, each a link in the language of its title. `className` is that of each item. */
export function FrameLinks({
  of,
  words,
  rel,
  className,
}: {
  of: readonly FrameLink[];
  words: Words;
  rel?: string;
  className?: string;
}): ReactNode {
  return of.map(({ href, title, at, lang = words.page }) => (
    <li key={href} className={className}>
      <a href={href} {...marked(lang, words.lang)} {...(rel !== undefined && { rel })}>
        {title}
        {at !== undefined && (
          <>
            {' '}
            <bdi className="at">({at})</bdi>
          </>
        )}
      </a>
    </li>
  ));
}
