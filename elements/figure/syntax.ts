import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';

/** A picture with its words. */
export interface Figure {
  type: 'figure';
  /** Relative to the newsroom's `images/`. */
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
  /** The page of its maker, or of the person who gives licences for it. */
  creditUrl?: string;
  /** The notice of its copyright, or the address of its licence. */
  rights?: string;
}

const tag: TagSyntax<Figure, 'src' | 'alt' | 'caption' | 'credit' | 'creditUrl' | 'rights'> = {
  name: 'Figure',
  attributes: {
    src: { required: true, is: 'picture' },
    alt: { required: true, why: 'Readers who cannot see the picture need to know what it shows.' },
    caption: {},
    credit: {},
    creditUrl: { is: 'address' },
    rights: {},
  },
  holds: null,
  read: ({ attributes: { src = '', alt = '', caption, credit, creditUrl, rights } }) => ({
    type: 'figure',
    src,
    alt,
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(creditUrl && { creditUrl }),
    ...(rights && { rights }),
  }),
  write: ({ src, alt, caption, credit, creditUrl, rights }, to) => ({
    attributes: { src: to.picturePath(src), alt, caption, credit, creditUrl, rights },
    content: [],
  }),
};

/** A paragraph of pictures makes figures too: see `paragraph/syntax.ts`. */
export const figureSyntax: ElementSyntax<Figure> = { tag };
