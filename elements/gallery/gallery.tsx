import type { ReactNode } from 'react';
import { BoxTitle } from '../box-title/box-title.tsx';
import type { ElementProps } from '../element-props.ts';
import { Caption } from '../figure/caption.tsx';
import { Picture } from '../picture/picture.tsx';
import './gallery.css';

/**
 * Small pictures in rows. Each is a button that opens the whole picture over the page: a popover needs no script, and
 * Escape closes it. A browser that knows no popovers shows the large pictures below the small ones.
 */
export function Gallery({ element: { title, pictures }, findPicture, words }: ElementProps<'gallery'>): ReactNode {
  return (
    <section className="gallery" aria-label={title ?? words.gallery}>
      {title && <BoxTitle>{title}</BoxTitle>}
      <ul>
        {pictures.map((figure, index) => {
          const { src, alt } = figure;
          const picture = findPicture(src);
          if (!picture) return null;
          const id = `picture-${index + 1}-${src.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
          return (
            <li key={id}>
              <figure>
                <button type="button" popoverTarget={id}>
                  <Picture picture={picture} alt={alt} place="gallery" />
                </button>
                <Caption of={figure} />
              </figure>
              <figure id={id} popover="auto">
                <button type="button" popoverTarget={id} popoverTargetAction="hide">
                  {words.closePicture}
                </button>
                <Picture picture={picture} alt={alt} place="enlargement" />
                <Caption of={figure} />
              </figure>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
