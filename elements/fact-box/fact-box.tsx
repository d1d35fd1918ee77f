import type { ReactNode } from 'react';
import { BoxTitle } from '../box-title/box-title.tsx';
import type { ElementProps } from '../element-props.ts';
import './fact-box.css';

export function FactBox({ element, nested }: ElementProps<'fact-box'>): ReactNode {
  return (
    <aside className="fact-box" aria-label={element.title}>
      <BoxTitle>{element.title}</BoxTitle>
      {nested(element.children)}
    </aside>
  );
}
