import type { ReactNode } from 'react';
import type { Footnote } from './element.ts';
import { Elements } from './components.tsx';
import type { Pictures } from './inline.tsx';

/** The notes under a text, each with the ways back to where it was called. */
export function Footnotes({
  notes,
  pictures,
  language,
}: {
  notes: readonly Footnote[];
  pictures: Pictures;
  language: string;
}): ReactNode {
  if (notes.length === 0) return null;
  return (
    <section className="footnotes" aria-labelledby="footnotes">
      <h2 id="footnotes" lang={language}>
        Notes
      </h2>
      <ol>
        {notes.map(({ number, uses, children }) => (
          <li key={number} id={`note-${number}`}>
            <Elements of={children} pictures={pictures} />
            <p className="back">
              {Array.from({ length: uses }, (_, index) => (
                <a
                  key={index}
                  href={`#ref-${number}-${index + 1}`}
                  aria-label={`Back to the text${uses > 1 ? `, place ${index + 1}` : ''}`}
                >
                  ↩
                </a>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
