import type { ReactNode } from 'react';
import type { Footnote } from '../body.ts';
import { Elements } from '../components.tsx';
import type { FindPicture } from '../element-props.ts';
import './footnotes.css';

/** The footnotes below a text, each with links back to its marks. */
export function Footnotes({
  notes,
  findPicture,
  language,
}: {
  notes: readonly Footnote[];
  findPicture: FindPicture;
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
            <Elements of={children} findPicture={findPicture} />
            <p className="back">
              {Array.from({ length: uses }, (_, index) => [
                index > 0 && ' ',
                <a
                  key={index}
                  href={`#ref-${number}-${index + 1}`}
                  aria-label={`Back to the text${uses > 1 ? `, place ${index + 1}` : ''}`}
                >
                  ↩
                </a>,
              ])}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
