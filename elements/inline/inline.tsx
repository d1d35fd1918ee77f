import { Fragment, type ReactNode } from 'react';
import type { FindPicture } from '../element-props.ts';
import type { Inline } from './inline.ts';
import './inline.css';

/** Runs of text. */
export function Inlines({ of, findPicture }: { of: readonly Inline[]; findPicture: FindPicture }): ReactNode {
  return of.map((inline, index) => <Fragment key={index}>{run(inline, findPicture)}</Fragment>);
}

function run(inline: Inline, findPicture: FindPicture): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} findPicture={findPicture} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} findPicture={findPicture} />
        </strong>
      );
    case 'delete':
      return (
        <del>
          <Inlines of={inline.children} findPicture={findPicture} />
        </del>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={inline.href} {...(inline.title !== undefined && { title: inline.title })}>
          <Inlines of={inline.children} findPicture={findPicture} />
        </a>
      );
    case 'image': {
      const picture = findPicture(inline.src);
      return (
        picture && (
          <img
            src={picture.address}
            alt={inline.alt}
            width={picture.width}
            height={picture.height}
            loading="lazy"
            decoding="async"
          />
        )
      );
    }
    case 'footnote':
      return (
        <sup className="note-mark">
          <a
            id={`ref-${inline.number}-${inline.use}`}
            href={`#note-${inline.number}`}
            aria-label={`Footnote ${inline.number}`}
          >
            {inline.number}
          </a>
        </sup>
      );
  }
}
