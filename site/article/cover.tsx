import type { ReactNode } from 'react';
import { Caption } from '../../elements/figure/caption.tsx';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Picture as StoryPicture } from '../../newsroom/edition/public.ts';
import { shownPicture } from '../shell/find-picture.ts';
import { directionOf } from '../words/language.ts';

/**
 * The picture of a long read, from edge to edge. On a wide screen the headline is on it, on the side where its subject is
 * not. `language` is that of the headline, which begins at the right where the script runs so.
 */
export function Cover({ picture, language }: { picture: StoryPicture; language: string }): ReactNode {
  const middle = 50;
  const subjectAtLeft = (picture.focus?.x ?? middle) < middle;
  const isStart = directionOf(language) === 'rtl' ? !subjectAtLeft : subjectAtLeft;
  return (
    <figure className="covering">
      <div className={picture.focus && isStart ? 'cover subject-first' : 'cover'}>
        <Picture picture={shownPicture(picture)} alt={picture.alt} place="cover" eager />
      </div>
      <Caption of={picture} />
    </figure>
  );
}
