import type { Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** The tree of a Markdown text. */
export function treeOf(markdown: string): Nodes {
  return fromMarkdown(markdown);
}

/** The plain text of a part of a tree, blocks apart. `link` says what is left of a link; HTML and pictures are left out. */
export function plainText(node: Nodes, link: (link: Link, words: string) => string): string {
  const inside = (nodes: readonly Nodes[], between = ''): string =>
    nodes.map((each) => plainText(each, link)).join(between);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'link':
      return link(node, inside(node.children));
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
      return inside(node.children, '\n\n');
    default:
      return 'children' in node ? inside(node.children) : '';
  }
}

/** One line, without repeated spaces and without those before a full stop or a comma. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)])/g, '')
    .trim();
}
