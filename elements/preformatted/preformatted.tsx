import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import './preformatted.css';

/** A wide text scrolls sideways, so a keyboard must be able to reach it. */
export function Preformatted({ element }: ElementProps<'preformatted'>): ReactNode {
  return <pre tabIndex={0}>{element.text}</pre>;
}
