import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import './quote.css';

export function Quote({ element, nested }: ElementProps<'quote'>): ReactNode {
  return <blockquote>{nested(element.children)}</blockquote>;
}
