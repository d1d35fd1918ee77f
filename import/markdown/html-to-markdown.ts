import type { Element, Root as HtmlRoot } from 'hast';
import type { FootnoteDefinition, Root } from 'mdast';
import rehypeRemark, { type Options as FromHtml } from 'rehype-remark';
import { unified } from 'unified';
import { printMarkdown } from '../../newsroom/markdown/print.ts';
import { openingTag } from '../../newsroom/markdown/tag.ts';
import { normalizeMarkdown } from './normalize-markdown.ts';

const handlers: FromHtml['handlers'] = {
  'import-element'(state, node) {
    const { name, ...properties } = node.properties;
    const attributes = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    if (name === 'Figure') return [{ type: 'html', value: openingTag(name, attributes, 'empty') }];
    return [
      { type: 'html', value: openingTag(String(name), attributes) },
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

const converter = unified().use(rehypeRemark, { handlers }).freeze();

/** The body of an article file from HTML that `simplifyHtml` returned. */
export function htmlToMarkdown(html: HtmlRoot): string {
  const tree: Root = normalizeMarkdown(converter.runSync(html));
  return printMarkdown(tree);
}
