import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline/inline.tsx';

export function Paragraph({ element, findPicture, words }: ElementProps<'paragraph'>): ReactNode {
  return (
    <p>
      <Inlines of={element.children} findPicture={findPicture} words={words} />
    </p>
  );
}
