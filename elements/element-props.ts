import type { ReactNode } from 'react';
import type { Element } from './element.ts';
import type { Pictures } from './inline.tsx';

/** What every element's component is given. `nested` shows the elements that it holds. */
export interface ElementProps<T extends Element['type']> {
  element: Extract<Element, { type: T }>;
  pictures: Pictures;
  nested: (elements: readonly Element[]) => ReactNode;
}
