import type { Link, Nodes, Root, Text } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Settings } from 'unified';
import { escapeText } from './escape.ts';

type Handle = NonNullable<NonNullable<Settings['handlers']>['text']>;
/** Writes one node; the other arguments are those of `mdast-util-to-markdown`. */
type Handler<N> = (
  node: N,
  parent: Parameters<Handle>[1],
  state: Parameters<Handle>[2],
  info: Parameters<Handle>[3],
) => string;

const text: Handler<Text> = (node, parent, state) => {
  const siblings = parent?.children ?? [];
  const at = siblings.findIndex((sibling) => sibling === node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const inBlock = parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'tableCell';
  // A colon after the mark of a note would make the mark a definition.
  const opens = before?.type === 'footnoteReference' && at === 1 && node.value.startsWith(':') ? '\\' : '';
  return (
    opens +
    escapeText(node.value, {
      opensLine: (parent?.type === 'paragraph' && at === 0) || before?.type === 'break',
      closesLine: inBlock && after === undefined,
      inLink: state.stack.includes('label'),
      inCell: state.stack.includes('tableCell'),
      beforeLink: after?.type === 'link' || after?.type === 'footnoteReference',
    })
  );
};

/** A link as `[text](address "title")`, without needless backslashes in the address. */
const link: Handler<Link> = (node, _parent, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter('link');
  const leave = state.enter('label');
  const label =
    tracker.move('[') + tracker.move(state.containerPhrasing(node, { before: '[', after: ']', ...tracker.current() }));
  leave();
  exit();
  const bare = node.url
    .replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))
    .replace(/&(?=#?\w+;)/g, '\\&');
  const address = /[()]/.test(bare) ? `<${bare}>` : bare;
  const title = node.title ? ` "${node.title.replace(/\\|"|&(?=#?\w+;)/g, '\\$&')}"` : '';
  // A bar ends a cell, whatever is around it.
  const target = state.stack.includes('tableCell') ? (address + title).replaceAll('|', '\\|') : address + title;
  return `${label}](${target})`;
};

/** No blank line between the tags of an element and its content. */
const closeTags: NonNullable<Settings['join']>[number] = (left, right) =>
  (isTag(left) && !/^<\/|\/>$/.test(left.value)) || (isTag(right) && right.value.startsWith('</')) ? 0 : undefined;

function isTag(node: Nodes): node is Extract<Nodes, { type: 'html' | 'elementTag' }> {
  return node.type === 'html' || node.type === 'elementTag';
}

const printer = remark()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .data('settings', {
    bullet: '-',
    rule: '*',
    listItemIndent: 'one',
    resourceLink: true,
    fences: true,
    join: [closeTags],
    handlers: { text, link, elementTag: (node: { value: string }) => node.value },
  })
  .freeze();

/** Writes a tree as the Markdown of an article file. The one place where Markdown is escaped. */
export function printMarkdown(tree: Root): string {
  return printer.stringify(tree);
}
