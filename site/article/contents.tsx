import type { ReactNode } from 'react';
import type { Crosshead } from '../../elements/crosshead/syntax.ts';
import { textOf } from '../../elements/inline/inline.ts';
import { directionOf } from '../words/language.ts';
import type { Words } from '../words/words.ts';

/** A list of links to crossheads; nothing if there are none. `folded`: a reader has to open it. */
export function Contents({
  of,
  words,
  folded,
}: {
  of: readonly Crosshead[];
  words: Words;
  folded: boolean;
}): ReactNode {
  if (of.length === 0) return null;
  return (
    <nav className="contents" aria-label={words.article.contents}>
      <details open={!folded}>
        <summary lang={words.lang} dir={directionOf(words.page)}>
          {words.article.contents}
        </summary>
        <ol>
          {of.map(({ id, children }) => (
            <li key={id}>
              <a href={`#${id}`}>{textOf(children)}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
