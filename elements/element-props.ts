import type { ReactNode } from 'react';
import type { Element, ElementOf, ElementType } from './elements.ts';

/** A picture that can be shown. */
interface ShownPicture {
  address: string;
  width: number;
  height: number;
  /** Set if the picture is at the top of the page, so that the browser fetches it at once. */
  eager?: true;
}

/** Finds a picture by its path under `images/`; `undefined` if it does not exist. */
export type FindPicture = (src: string) => ShownPicture | undefined;

/** The props of the component of an element. `nested` shows the elements inside it. */
export interface ElementProps<T extends ElementType> {
  element: ElementOf<T>;
  findPicture: FindPicture;
  nested: (elements: readonly Element[]) => ReactNode;
}
