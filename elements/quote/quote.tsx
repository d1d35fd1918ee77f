import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';

export function Quote({ element, nested }: ElementProps<'quote'>): ReactNode {
  return <blockquote>{nested(element.children)}</blockquote>;
}
