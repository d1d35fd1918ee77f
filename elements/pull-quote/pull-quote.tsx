import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import './pull-quote.css';

export function PullQuote({ element, nested }: ElementProps<'pull-quote'>): ReactNode {
  return (
    <figure className="pull-quote">
      <blockquote>{nested(element.children)}</blockquote>
      {element.by && <figcaption>{element.by}</figcaption>}
    </figure>
  );
}
