import type { ReactNode } from 'react';
import { counted } from '../words/fill.ts';
import type { Words } from '../words/words.ts';

/** Links to years or months, each with the number of its articles. */
export function Periods({
  of,
  words,
}: {
  of: readonly { href: string; title: string; count: number }[];
  words: Words;
}): ReactNode {
  return (
    <ul className="periods">
      {of.map(({ href, title, count }) => (
        <li key={href}>
          <h2>
            <a href={href}>{title}</a>
          </h2>
          <p className="reason">{counted(words, words.parts.articles, count)}</p>
        </li>
      ))}
    </ul>
  );
}
