import type { ReactNode } from 'react';
import { BoxTitle } from '../box-title/box-title.tsx';
import type { ElementProps } from '../element-props.ts';
import { Item } from '../list/list.tsx';
import './key-points.css';

export function KeyPoints({ element, findPicture, nested, words }: ElementProps<'key-points'>): ReactNode {
  const title = element.title ?? words.keyPoints;
  return (
    <section className="key-points" aria-label={title}>
      <BoxTitle>{title}</BoxTitle>
      <ul>
        {element.items.map((item, index) => (
          <Item key={index} item={item} findPicture={findPicture} nested={nested} words={words} />
        ))}
      </ul>
    </section>
  );
}
