import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';

/** What a reader may want to look up while reading. Its title is no heading: a box can stand before the first one. */
export function FactBox({ element, nested }: ElementProps<'fact-box'>): ReactNode {
  return (
    <aside className="fact-box" aria-label={element.title}>
      <p className="box-title">{element.title}</p>
      {nested(element.children)}
    </aside>
  );
}
