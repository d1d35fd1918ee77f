import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import './figure.css';

/** A picture with its words. The page leaves space for the picture before it has arrived, so nothing moves. */
export function Figure({ element, findPicture }: ElementProps<'figure'>): ReactNode {
  const { src, alt, caption, credit } = element;
  const picture = findPicture(src);
  if (!picture) return null;
  return (
    <figure>
      <img
        src={picture.address}
        alt={alt}
        width={picture.width}
        height={picture.height}
        {...(picture.eager ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
        decoding="async"
      />
      {(caption || credit) && (
        <figcaption>
          {caption} {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
