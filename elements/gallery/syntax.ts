import type { PhrasingContent } from 'mdast';
import type { ElementSyntax, MarkdownWriter, TagSyntax } from '../element-syntax.ts';
import type { Element } from '../elements.ts';
import type { Figure } from '../figure/syntax.ts';
import { textOf } from '../inline/inline.ts';
import type { ListItem } from '../list/syntax.ts';

/** A series of pictures. */
export interface Gallery {
  type: 'gallery';
  title?: string;
  pictures: Figure[];
}

const tag: TagSyntax<Gallery, 'title'> = {
  name: 'Gallery',
  attributes: { title: {} },
  holds: 'one list whose items begin with a picture, `![what it shows](path)`',
  read({ attributes: { title }, content: [list, ...rest] }) {
    if (list?.type !== 'list' || rest.length > 0) return undefined;
    const pictures = list.items.flatMap((item) => pictureOf(item) ?? []);
    if (pictures.length < list.items.length) return undefined;
    return { type: 'gallery', ...(title && { title }), pictures };
  },
  write: ({ title, pictures }, to) => ({
    attributes: { title },
    content: [
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: pictures.map((picture) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: itemOf(picture, to) }],
        })),
      },
    ],
  }),
};

export const gallerySyntax: ElementSyntax<Gallery> = { tag };

/** The picture of an item: its caption follows it, and its credit is in *emphasis* at the end. */
function pictureOf({ children: [first, ...rest] }: ListItem): Figure | undefined {
  if (rest.length > 0) return undefined;
  if (first?.type === 'figure') return first;
  if (first?.type !== 'paragraph') return undefined;
  const [picture, ...words] = first.children;
  if (picture?.type !== 'image') return undefined;
  const last = words.at(-1);
  const credit = last?.type === 'emphasis' ? lineOf(last.children) : '';
  const caption = lineOf(credit === '' ? words : words.slice(0, -1));
  const { src, alt } = picture;
  return { type: 'figure', src, alt, ...(caption && { caption }), ...(credit && { credit }) };
}

function lineOf(words: Extract<Element, { type: 'paragraph' }>['children']): string {
  return textOf(words).replace(/\s+/g, ' ').trim();
}

function itemOf({ src, alt, caption, credit }: Figure, to: MarkdownWriter): PhrasingContent[] {
  return [
    { type: 'image', url: to.pictureAddress(src), alt },
    ...(caption === undefined ? [] : [{ type: 'text' as const, value: ` ${caption}` }]),
    ...(credit === undefined
      ? []
      : [
          { type: 'text' as const, value: ' ' },
          { type: 'emphasis' as const, children: [{ type: 'text' as const, value: credit }] },
        ]),
  ];
}
