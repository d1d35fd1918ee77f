import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';

/** Text whose lines stand as they were sent. It scrolls sideways where it is too wide, so a keyboard must reach it. */
export function Preformatted({ element }: ElementProps<'preformatted'>): ReactNode {
  return <pre tabIndex={0}>{element.text}</pre>;
}
