import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Item } from '../list/list.tsx';

/** The story in a few lines. */
export function KeyPoints({ element, pictures, nested }: ElementProps<'key-points'>): ReactNode {
  const title = element.title ?? 'Key points';
  return (
    <section className="key-points" aria-label={title}>
      <p className="box-title">{title}</p>
      <ul>
        {element.items.map((item, index) => (
          <Item key={index} item={item} pictures={pictures} nested={nested} />
        ))}
      </ul>
    </section>
  );
}
