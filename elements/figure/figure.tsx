import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Picture } from '../picture/picture.tsx';
import { Caption } from './caption.tsx';
import './figure.css';

/** A picture with its words. The page leaves space for the picture before it has arrived, so nothing moves. */
export function Figure({ element, findPicture }: ElementProps<'figure'>): ReactNode {
  const { src, alt } = element;
  const picture = findPicture(src);
  if (!picture) return null;
  return (
    <figure {...(picture.height >= picture.width && { className: 'upright' })}>
      <Picture picture={picture} alt={alt} place={picture.top ?? 'figure'} eager={picture.top !== undefined} />
      <Caption of={element} />
    </figure>
  );
}
