import type { ReactNode } from 'react';
import type { Footnote } from '../body.ts';
import { Elements } from '../components.tsx';
import type { FindPicture } from '../element-props.ts';
import type { ElementWords } from '../element-words.ts';
import './footnotes.css';

/** The footnotes below a text, each with links back to its marks. */
export function Footnotes({
  notes,
  findPicture,
  words,
}: {
  notes: readonly Footnote[];
  findPicture: FindPicture;
  words: ElementWords;
}): ReactNode {
  if (notes.length === 0) return null;
  return (
    <section className="footnotes" aria-labelledby="footnotes">
      <h2 id="footnotes" lang={words.lang}>
        {words.notes}
      </h2>
      <ol>
        {notes.map((note) => (
          <li key={note.number} id={`note-${note.number}`}>
            <NoteText note={note} findPicture={findPicture} words={words} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A footnote beside the text of its mark. Its number is before it. */
export function MarginNote(props: NoteProps): ReactNode {
  const { number } = props.note;
  return (
    <aside className="margin-note" id={`note-${number}`} data-number={number} aria-label={props.words.mark(number)}>
      <NoteText {...props} />
    </aside>
  );
}

interface NoteProps {
  note: Footnote;
  findPicture: FindPicture;
  words: ElementWords;
}

/** The words of a footnote, and the links to its marks. */
function NoteText({ note: { number, uses, children }, findPicture, words }: NoteProps): ReactNode {
  return (
    <>
      <Elements of={children} findPicture={findPicture} words={words} />
      <p className="back">
        {Array.from({ length: uses }, (_, index) => [
          index > 0 && ' ',
          <a key={index} href={`#ref-${number}-${index + 1}`} aria-label={words.back(uses > 1 ? index + 1 : undefined)}>
            ↩
          </a>,
        ])}
      </p>
    </>
  );
}
