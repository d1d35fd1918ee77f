import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';

/** A picture with its words. */
export interface Figure {
  type: 'figure';
  /** Relative to the newsroom's `images/`. */
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

const tag: TagSyntax<Figure, 'src' | 'alt' | 'caption' | 'credit'> = {
  name: 'Figure',
  attributes: {
    src: { required: true, is: 'picture' },
    alt: { required: true, why: 'Readers who cannot see the picture need to know what it shows.' },
    caption: {},
    credit: {},
  },
  holds: null,
  read: ({ attributes: { src = '', alt = '', caption, credit } }) => ({
    type: 'figure',
    src,
    alt,
    ...(caption && { caption }),
    ...(credit && { credit }),
  }),
  write: ({ src, alt, caption, credit }, to) => ({
    attributes: { src: to.picturePath(src), alt, caption, credit },
    content: [],
  }),
};

/** A paragraph of pictures makes figures too: see `paragraph/syntax.ts`. */
export const figureSyntax: ElementSyntax<Figure> = { tag };
