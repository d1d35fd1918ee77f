import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline/inline.tsx';
import './crosshead.css';

const tags = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

/** A heading that a link can lead to. */
export function Crosshead({ element, findPicture, words }: ElementProps<'crosshead'>): ReactNode {
  const Tag = tags[element.level];
  return (
    <Tag id={element.id}>
      <Inlines of={element.children} findPicture={findPicture} words={words} />
    </Tag>
  );
}
