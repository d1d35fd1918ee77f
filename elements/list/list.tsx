import type { ReactNode } from 'react';
import type { ElementProps } from '../element-props.ts';
import { Inlines } from '../inline/inline.tsx';
import type { ListItem } from './syntax.ts';
import './list.css';

type ItemProps = { item: ListItem } & Pick<ElementProps<'list'>, 'findPicture' | 'nested' | 'words'>;

export function List({ element, findPicture, nested, words }: ElementProps<'list'>): ReactNode {
  const items = element.items.map((item, index) => (
    <Item key={index} item={item} findPicture={findPicture} nested={nested} words={words} />
  ));
  return element.ordered ? <ol {...(element.start !== 1 && { start: element.start })}>{items}</ol> : <ul>{items}</ul>;
}

/** An item of a list, its first paragraph without a `<p>`. */
export function Item({ item, findPicture, nested, words }: ItemProps): ReactNode {
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
      <Inlines of={first.children} findPicture={findPicture} words={words} />
      {nested(rest)}
    </li>
  );
}
