import type { ReactNode } from 'react';
import { Caption } from '../../elements/figure/caption.tsx';
import { Picture } from '../../elements/picture/picture.tsx';
import type { Picture as StoryPicture } from '../../newsroom/edition/public.ts';
import { shownPicture } from '../shell/find-picture.ts';
import { directionOf } from '../words/language.ts';

/**
 * The picture of a long read, from edge to edge. On a wide screen the headline is over it, on the side away from its
 * subject. `language` is the language of the headline: one from right to left begins at the right.
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
