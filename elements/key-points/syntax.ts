import type { ElementSyntax, TagSyntax } from '../element-syntax.ts';
import { listMarkdown } from '../list/forms.ts';
import type { ListItem } from '../list/syntax.ts';

/** The story in a few lines. */
export interface KeyPoints {
  type: 'key-points';
  title?: string;
  items: ListItem[];
}

const tag: TagSyntax<KeyPoints, 'title'> = {
  name: 'KeyPoints',
  attributes: { title: {} },
  holds: 'one list',
  read({ attributes: { title }, content: [list, ...rest] }) {
    if (list?.type !== 'list' || rest.length > 0) return undefined;
    return { type: 'key-points', ...(title && { title }), items: list.items };
  },
  write: ({ title, items }, to) => ({ attributes: { title }, content: [listMarkdown(items, to)] }),
};

export const keyPointsSyntax: ElementSyntax<KeyPoints> = { tag };
