import type { ReactNode } from 'react';
import type { ListItem } from '../element.ts';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline.tsx';

type ItemProps = { item: ListItem } & Pick<ElementProps<'list'>, 'pictures' | 'nested'>;

export function List({ element, pictures, nested }: ElementProps<'list'>): ReactNode {
  const items = element.items.map((item, index) => (
    <Item key={index} item={item} pictures={pictures} nested={nested} />
  ));
  return element.ordered ? <ol {...(element.start !== 1 && { start: element.start })}>{items}</ol> : <ul>{items}</ul>;
}

/** An item of a list. One that is a single paragraph needs no paragraph of its own. */
export function Item({ item, pictures, nested }: ItemProps): ReactNode {
  const [first, ...rest] = item.children;
  const mark = item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
  if (first?.type !== 'paragraph') {
    return (
      <li>
        {mark}
        {nested(item.children)}
      </li>
    );
  }
  return (
    <li>
      {mark}
      <Inlines of={first.children} pictures={pictures} />
      {nested(rest)}
    </li>
  );
}
