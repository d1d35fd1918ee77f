import type { ReactNode } from 'react';
import type { Crosshead } from '../../elements/crosshead/syntax.ts';
import { textOf } from '../../elements/inline/inline.ts';
import { directionOf } from '../words/language.ts';
import type { Words } from '../words/words.ts';

/** A list of crossheads, each a link to its own; nothing without any. */
export function Contents({ of, words }: { of: readonly Crosshead[]; words: Words }): ReactNode {
  if (of.length === 0) return null;
  return (
    <nav className="contents" aria-label={words.article.contents}>
      <p lang={words.lang} dir={directionOf(words.page)}>
        {words.article.contents}
      </p>
      <ol>
        {of.map(({ id, children }) => (
          <li key={id}>
            <a href={`#${id}`}>{textOf(children)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
