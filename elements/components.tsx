import { Fragment, type ReactNode } from 'react';
import type { Element } from './element.ts';
import { Crosshead } from './crosshead/crosshead.tsx';
import { FactBox } from './fact-box/fact-box.tsx';
import { Figure } from './figure/figure.tsx';
import type { ElementProps } from './element-props.ts';
import type { Pictures } from './inline.tsx';
import { KeyPoints } from './key-points/key-points.tsx';
import { List } from './list/list.tsx';
import { Paragraph } from './paragraph/paragraph.tsx';
import { Preformatted } from './preformatted/preformatted.tsx';
import { PullQuote } from './pull-quote/pull-quote.tsx';
import { Quote } from './quote/quote.tsx';
import { Rule } from './rule/rule.tsx';
import { Table } from './table/table.tsx';
import { Timeline } from './timeline/timeline.tsx';

/** One component for each element; an element without one does not compile. */
const components: { [T in Element['type']]: (props: ElementProps<T>) => ReactNode } = {
  paragraph: Paragraph,
  crosshead: Crosshead,
  list: List,
  quote: Quote,
  preformatted: Preformatted,
  rule: Rule,
  figure: Figure,
  'pull-quote': PullQuote,
  'fact-box': FactBox,
  'key-points': KeyPoints,
  timeline: Timeline,
  table: Table,
};

/** The elements of a body, in their order. */
export function Elements({ of, pictures }: { of: readonly Element[]; pictures: Pictures }): ReactNode {
  return of.map((element, index) => <Fragment key={index}>{show(element, pictures)}</Fragment>);
}

function show<T extends Element['type']>(element: Extract<Element, { type: T }>, pictures: Pictures): ReactNode {
  const type: T = element.type;
  const nested = (elements: readonly Element[]): ReactNode => <Elements of={elements} pictures={pictures} />;
  return components[type]({ element, pictures, nested });
}
