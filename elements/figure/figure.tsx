import type { ReactNode } from 'react';
import { pictureUrl } from '../../site/addresses/routes.ts';
import type { ElementProps } from '../element-props.ts';

/** A picture with its words. Its place is kept before it arrives, so nothing shifts. */
export function Figure({ element, pictures }: ElementProps<'figure'>): ReactNode {
  const { src, alt, caption, credit } = element;
  const size = pictures[src];
  if (!size) return null;
  return (
    <figure>
      <img
        src={pictureUrl(src)}
        alt={alt}
        width={size.width}
        height={size.height}
        {...(size.eager ? { fetchPriority: 'high' as const } : { loading: 'lazy' as const })}
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
