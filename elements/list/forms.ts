import type {
  ElementForms,
  HtmlWriter,
  NitfWriter,
  PublicFilter,
  TextWriter,
  VersionBlock,
  VersionWriter,
} from '../element-forms.ts';
import type { Block, MarkdownWriter } from '../element-syntax.ts';
import type { Element } from '../elements.ts';
import { hung } from '../text-layout.ts';
import type { ListItem } from './syntax.ts';

export const listForms: ElementForms<'list'> = {
  html({ ordered, start, items }, to) {
    const name = ordered ? 'ol' : 'ul';
    return `<${name}${ordered && start !== 1 ? ` start="${start}"` : ''}>${itemsHtml(items, to)}</${name}>`;
  },

  text: ({ ordered, start, items }, to) => itemsText(items, to, ordered ? start : undefined),

  markdown: ({ ordered, start, items }, to) => [listMarkdown(items, to, ordered ? start : undefined)],

  nitf: ({ ordered, start, items }, to) => listNitf(items, to, ordered ? start : undefined),

  public: (list, filter) => [{ ...list, items: itemsPublic(list.items, filter) }],

  version: ({ items }, to) => itemsVersion(items, to),

  figures: () => [],
};

// Key points and timelines hold items too.

/** The items of a list in the HTML of feeds. */
export function itemsHtml(items: readonly ListItem[], to: HtmlWriter): string {
  return items.map(({ checked, children }) => `<li>${checkMark(checked)}${itemContent(children, to)}</li>`).join('');
}

/** The content of an item of HTML or NITF. Its first paragraph needs no `<p>`. */
export function itemContent(
  [first, ...rest]: readonly Element[],
  to: Pick<HtmlWriter | NitfWriter, 'inlines' | 'elements'>,
): string {
  return first?.type === 'paragraph'
    ? to.inlines(first.children) + to.elements(rest)
    : to.elements(first ? [first, ...rest] : []);
}

/** The box of a task, ticked or not. */
function checkMark(checked: boolean | undefined): string {
  return checked === undefined ? '' : checked ? '☑ ' : '☐ ';
}

/** The items of a list in plain text. `start` is the first number of a list with numbers. */
export function itemsText(items: readonly ListItem[], to: TextWriter, start?: number): string {
  return items
    .map(({ checked, children }, index) => {
      const mark = start === undefined ? '- ' : `${start + index}. `;
      const box = checked === undefined ? '' : checked ? '[x] ' : '[ ] ';
      return hung(mark, box + to.elements(children).join('\n'));
    })
    .join('\n');
}

/** A list of Markdown; without a `start` it is not numbered. */
export function listMarkdown(items: readonly ListItem[], to: MarkdownWriter, start?: number): Block {
  return {
    type: 'list',
    ordered: start !== undefined,
    ...(start !== undefined && { start }),
    spread: false,
    children: items.map(({ checked, children }) => ({
      type: 'listItem',
      ...(checked !== undefined && { checked }),
      // A blank line only before paragraphs, which would join the text above them without it.
      spread: children.some((child, index) => child.type === 'paragraph' && index > 0),
      children: to.elements(children),
    })),
  };
}

/** A list of NITF; without a `start` it is not numbered. */
export function listNitf(items: readonly ListItem[], to: NitfWriter, start?: number): string {
  const written = items.map(({ checked, children }) => to.block('li', checkMark(checked) + itemContent(children, to)));
  return start === undefined
    ? to.block('ul', `\n${written.join('')}`)
    : to.block('ol', `\n${written.join('')}`, start === 1 ? {} : { seqnum: start });
}

/** The items of a list without what the public may not see. */
export function itemsPublic(items: readonly ListItem[], filter: PublicFilter): ListItem[] {
  return items.map((item) => ({ ...item, children: filter.elements(item.children) }));
}

/** The items of a list in the text of a version. */
export function itemsVersion(items: readonly ListItem[], to: VersionWriter): VersionBlock[] {
  return items.flatMap(({ children }) => to.elements(children, 'item'));
}
