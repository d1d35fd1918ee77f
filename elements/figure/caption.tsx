import type { ReactNode } from 'react';
import type { Figure } from './syntax.ts';

/** The words under a picture: what it shows, and who made it, with a link to their page. */
export function Caption({ of }: { of: Pick<Figure, 'caption' | 'credit' | 'creditUrl'> }): ReactNode {
  const { caption, credit, creditUrl } = of;
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption}
      {caption && ' '}
      {credit && (
        <span className={caption ? 'credit' : undefined}>
          {creditUrl ? (
            <a href={creditUrl} rel="external">
              {credit}
            </a>
          ) : (
            credit
          )}
        </span>
      )}
    </figcaption>
  );
}
