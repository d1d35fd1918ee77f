import { Fragment, type ReactNode } from 'react';
import type { FindPicture } from '../element-props.ts';
import type { ElementWords } from '../element-words.ts';
import { Picture } from '../picture/picture.tsx';
import type { Inline } from './inline.ts';
import './inline.css';

/** Runs of text. */
export function Inlines({
  of,
  findPicture,
  words,
}: {
  of: readonly Inline[];
  findPicture: FindPicture;
  words: ElementWords;
}): ReactNode {
  return of.map((inline, index) => <Fragment key={index}>{run(inline, findPicture, words)}</Fragment>);
}

function run(inline: Inline, findPicture: FindPicture, words: ElementWords): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} findPicture={findPicture} words={words} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} findPicture={findPicture} words={words} />
        </strong>
      );
    case 'delete':
      return (
        <del>
          <Inlines of={inline.children} findPicture={findPicture} words={words} />
        </del>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={inline.href} {...(inline.title !== undefined && { title: inline.title })}>
          <Inlines of={inline.children} findPicture={findPicture} words={words} />
        </a>
      );
    case 'image': {
      const picture = findPicture(inline.src);
      return picture && <Picture picture={picture} alt={inline.alt} place="line" />;
    }
    case 'footnote':
      return (
        <sup className="note-mark">
          <a
            id={`ref-${inline.number}-${inline.use}`}
            href={`#note-${inline.number}`}
            aria-label={words.mark(inline.number)}
          >
            {inline.number}
          </a>
        </sup>
      );
  }
}
