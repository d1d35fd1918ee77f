import { Fragment, type ReactNode } from 'react';
import type { Inline } from './element.ts';
import { pictureUrl } from '../site/addresses/routes.ts';

/** The pictures that a body holds, by their path. An eager one stands at the top, and is fetched at once. */
export type Pictures = Record<string, { width: number; height: number; eager?: boolean }>;

/** Runs of text. */
export function Inlines({ of, pictures }: { of: readonly Inline[]; pictures: Pictures }): ReactNode {
  return of.map((inline, index) => <Fragment key={index}>{run(inline, pictures)}</Fragment>);
}

function run(inline: Inline, pictures: Pictures): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'emphasis':
      return (
        <em>
          <Inlines of={inline.children} pictures={pictures} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines of={inline.children} pictures={pictures} />
        </strong>
      );
    case 'delete':
      return (
        <del>
          <Inlines of={inline.children} pictures={pictures} />
        </del>
      );
    case 'code':
      return <code>{inline.text}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a href={inline.href} {...(inline.title !== undefined && { title: inline.title })}>
          <Inlines of={inline.children} pictures={pictures} />
        </a>
      );
    case 'image': {
      const size = pictures[inline.src];
      return (
        size && (
          <img
            src={pictureUrl(inline.src)}
            alt={inline.alt}
            width={size.width}
            height={size.height}
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
