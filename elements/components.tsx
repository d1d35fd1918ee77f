import { Fragment, type ReactNode } from 'react';
import { Crosshead } from './crosshead/crosshead.tsx';
import type { ElementProps, FindPicture } from './element-props.ts';
import type { ElementWords } from './element-words.ts';
import type { Element, ElementOf, ElementType } from './elements.ts';
import { FactBox } from './fact-box/fact-box.tsx';
import { Figure } from './figure/figure.tsx';
import { Gallery } from './gallery/gallery.tsx';
import { KeyPoints } from './key-points/key-points.tsx';
import { List } from './list/list.tsx';
import { Paragraph } from './paragraph/paragraph.tsx';
import { Preformatted } from './preformatted/preformatted.tsx';
import { PullQuote } from './pull-quote/pull-quote.tsx';
import { Quote } from './quote/quote.tsx';
import { Divider } from './divider/divider.tsx';
import { Table } from './table/table.tsx';
import { Timeline } from './timeline/timeline.tsx';

/** One component for each element. An element without one does not compile. */
const components: { readonly [T in ElementType]: (props: ElementProps<T>) => ReactNode } = {
  paragraph: Paragraph,
  crosshead: Crosshead,
  list: List,
  quote: Quote,
  preformatted: Preformatted,
  divider: Divider,
  figure: Figure,
  gallery: Gallery,
  'pull-quote': PullQuote,
  'fact-box': FactBox,
  'key-points': KeyPoints,
  timeline: Timeline,
  table: Table,
};

/** The elements of a body, in their order. */
export function Elements({
  of,
  findPicture,
  words,
}: {
  of: readonly Element[];
  findPicture: FindPicture;
  words: ElementWords;
}): ReactNode {
  return of.map((element, index) => <Fragment key={index}>{show(element, findPicture, words)}</Fragment>);
}

function show<T extends ElementType>(element: ElementOf<T>, findPicture: FindPicture, words: ElementWords): ReactNode {
  const type: T = element.type;
  const nested = (elements: readonly Element[]): ReactNode => (
    <Elements of={elements} findPicture={findPicture} words={words} />
  );
  return components[type]({ element, findPicture, nested, words });
}
