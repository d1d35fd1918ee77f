import type { ReactNode } from 'react';
import type { ElementWords } from './element-words.ts';
import type { Element, ElementOf, ElementType } from './elements.ts';
import type { ShownPicture } from './picture/picture.tsx';
import type { PlaceName } from './picture/places.ts';

/** A picture of a body. */
interface FoundPicture extends ShownPicture {
  /** Its place at the top of the page, where the browser fetches it at once. Missing for a picture in the text. */
  top?: PlaceName;
}

/** Finds a picture by its path under `images/`; `undefined` if it does not exist. */
export type FindPicture = (src: string) => FoundPicture | undefined;

/** The props of the component of an element. `nested` shows the elements inside it. */
export interface ElementProps<T extends ElementType> {
  element: ElementOf<T>;
  findPicture: FindPicture;
  nested: (elements: readonly Element[]) => ReactNode;
  words: ElementWords;
}
