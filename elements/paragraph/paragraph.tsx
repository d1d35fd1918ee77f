import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline.tsx';

export function Paragraph({ element, pictures }: ElementProps<'paragraph'>): ReactNode {
  return (
    <p>
      <Inlines of={element.children} pictures={pictures} />
    </p>
  );
}
