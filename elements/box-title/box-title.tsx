import type { ReactNode } from 'react';
import './box-title.css';

/** The title of a box. It is no heading: a box may come before the first one. */
export function BoxTitle({ children }: { children: string }): ReactNode {
  return <p className="box-title">{children}</p>;
}
