import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline.tsx';

const tags = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

/** A heading inside the text, with an address of its own. */
export function Crosshead({ element, pictures }: ElementProps<'crosshead'>): ReactNode {
  const Tag = tags[element.level];
  return (
    <Tag id={element.id}>
      <Inlines of={element.children} pictures={pictures} />
    </Tag>
  );
}
