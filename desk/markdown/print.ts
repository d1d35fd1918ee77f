import type { Element, Root as HtmlRoot } from 'hast';
import type { FootnoteDefinition, Link, Root, Text } from 'mdast';
import rehypeRemark, { type Options as FromHtml } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options as Printing } from 'remark-stringify';
import { unified } from 'unified';
import { escapeText } from '../escape.ts';
import { escapeHtml } from './slots.ts';
import { tidy } from './tidy.ts';

/** Trees to the body of an article file. */

const handlers: FromHtml['handlers'] = {
  'desk-element'(state, node) {
    const { name, ...attributes } = node.properties;
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== '')
      .map(([attribute, value]) => ` ${attribute}="${escapeHtml(String(value))}"`);
    return [
      { type: 'html', value: `<${String(name)}${written.join('')}>` },
      ...state.toFlow(state.all(node)),
      { type: 'html', value: `</${String(name)}>` },
    ];
  },
  sup(state, node) {
    const reference = node.children.find(
      (child) => child.type === 'element' && child.properties['dataFootnoteRef'] !== undefined,
    );
    return reference?.type === 'element'
      ? { type: 'footnoteReference', identifier: footnoteOf(reference.properties['href']) }
      : state.all(node);
  },
  section(state, node) {
    const items = node.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'ol' ? child.children : [],
    );
    return items.flatMap((item): FootnoteDefinition[] => {
      if (item.type !== 'element') return [];
      const children = state.toFlow(state.all(withoutBackReferences(item)));
      return [
        {
          type: 'footnoteDefinition',
          identifier: footnoteOf(item.properties['id']),
          children: children.filter((child) => child.type !== 'definition'),
        },
      ];
    });
  },
};

const footnoteOf = (value: unknown): string => String(value).replace(/^#?user-content-fn-/, '');

function withoutBackReferences(element: Element): Element {
  const children = element.children
    .filter((child) => child.type !== 'element' || child.properties['dataFootnoteBackref'] === undefined)
    .map((child) => (child.type === 'element' ? withoutBackReferences(child) : child));
  return { ...element, children };
}

type Handler = NonNullable<NonNullable<Printing['handlers']>['text']>;

const text: Handler = (node: Text, parent, state) => {
  const siblings = parent?.children ?? [];
  const at = siblings.findIndex((sibling) => sibling === node);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const inBlock = parent?.type === 'paragraph' || parent?.type === 'heading' || parent?.type === 'tableCell';
  return escapeText(node.value, {
    opensLine: (parent?.type === 'paragraph' && at === 0) || before?.type === 'break',
    closesLine: inBlock && after === undefined,
    inLink: state.stack.includes('label'),
    inCell: state.stack.includes('tableCell'),
    beforeLink: after?.type === 'link' || after?.type === 'footnoteReference',
  });
};

/** A link as `[text](address "title")`, its address free of backslashes that nobody needs. */
const link: Handler = (node: Link, _parent, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter('link');
  const leave = state.enter('label');
  const label =
    tracker.move('[') + tracker.move(state.containerPhrasing(node, { before: '[', after: ']', ...tracker.current() }));
  leave();
  exit();
  const bare = node.url.replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, '\\&');
  const address = /[()]/.test(bare) ? `<${bare}>` : bare;
  const title = node.title ? ` "${node.title.replace(/\\|"|&(?=#?\w+;)/g, '\\$&')}"` : '';
  return `${label}](${state.stack.includes('tableCell') ? address.replaceAll('|', '%7C') : address}${state.stack.includes('tableCell') ? title.replaceAll('|', '\\|') : title})`;
};

const converter = unified().use(rehypeRemark, { handlers }).freeze();
const printer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    rule: '*',
    listItemIndent: 'one',
    resourceLink: true,
    fences: true,
    handlers: { text, link },
  })
  .freeze();

/** The Markdown of a mended tree. */
export function printBody(html: HtmlRoot): string {
  const tree: Root = tidy(converter.runSync(html));
  return printer.stringify(tree);
}
