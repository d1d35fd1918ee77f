import type { ReactNode } from 'react';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Picture as PersonPicture } from '../../newsroom/edition/public.ts';
import { shownPicture } from './find-picture.ts';

/** A person at the head of a page, with the credit of the picture. `className`: where the style of the page puts it. */
export function Portrait({
  of,
  className,
  eager,
}: {
  of: PersonPicture;
  className: 'portrait' | 'profile';
  eager?: boolean;
}): ReactNode {
  return (
    <figure className={className}>
      <Picture picture={shownPicture(of)} alt={of.alt} place="profile" eager={eager} />
      {of.credit !== undefined && <figcaption>{of.credit}</figcaption>}
    </figure>
  );
}
