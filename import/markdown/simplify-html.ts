import type { Element, ElementContent, Root, RootContent } from 'hast';
import { slugify } from '../../newsroom/model/slug.ts';
import type { LogEntry } from '../imported-article.ts';
import { asBoxed, attribute, h, inCell, isBlank, isPhrasing, paragraphs, PHRASING } from './blocks.ts';
import { newAddress } from './links.ts';
import { visibleText } from './plain-text.ts';
import type { PostSet } from './post-index.ts';
import { isSimpleTable, tableParts } from './tables.ts';

/** The HTML of a post, brought down to what an article file can hold. No text is lost; what goes is logged. */

interface Context {
  posts: PostSet;
  /** The post's own address. */
  address: string;
  log: LogEntry[];
  /** The ids that crossheads will have here. */
  anchors: ReadonlySet<string>;
  /** Elements of the body stand on its top level only. */
  atTop: boolean;
}

type Rule = (element: Element, context: Context) => ElementContent[];

const nothing: Rule = () => [];
const inlineContents: Rule = (element, context) => mendAll(element.children, context);
const blockContents: Rule = (element, context) => paragraphs(mendAll(element.children, context));
/** Kept under its own name; of an empty one only its line breaks are left, which may be all that parts two words. */
const kept: Rule = (element, context) => {
  const children = mendAll(element.children, { ...context, atTop: false });
  if (isBlank(children)) return PHRASING.has(element.tagName) ? children : [];
  return [{ ...element, properties: {}, children }];
};
/** Kept with its marks, its emptiness too: `ol start`, `li` with a checkbox, `code` with a language. */
const keptWhole: Rule = (element, context) => [
  { ...element, children: mendAll(element.children, { ...context, atTop: false }) },
];

const picture: Rule = (element, { log }) => {
  log.push({
    rule: 'picture-dropped',
    text: [attribute(element, 'src'), attribute(element, 'alt')].filter((text) => text !== '').join(' — '),
  });
  return [];
};

const media: Rule = (element, context) => {
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  const src = attribute(element, 'src') || (source ? attribute(source, 'src') : '');
  const href = newAddress(src, context.posts, context.address, context.log);
  const text = attribute(element, 'title') || href || '';
  return href === null ? [] : [h('p', [h('a', [{ type: 'text', value: text }], { href })])];
};

const link: Rule = (element, context) => {
  const children = mendAll(element.children, { ...context, atTop: false });
  if (isBlank(children)) return children;
  const stated = element.properties['href'];
  if (
    stated === undefined ||
    element.properties['dataFootnoteRef'] !== undefined ||
    element.properties['dataFootnoteBackref'] !== undefined
  )
    return stated === undefined ? children : [{ ...element, children }];
  const href = newAddress(attribute(element, 'href'), context.posts, context.address, context.log);
  if (href === null) return children;
  if (href.startsWith('#') && !context.anchors.has(href.slice(1))) {
    context.log.push({ rule: 'link-dropped', text: href });
    return children;
  }
  const title = attribute(element, 'title').replace(/\s+/g, ' ').trim();
  return [h('a', children, { href, ...(title !== '' && { title }) })];
};

const caption: Rule = (element, context) => {
  const children = mendAll(element.children, { ...context, atTop: false });
  if (isBlank(children)) return [];
  return children.every(isPhrasing) ? [h('p', [h('em', children)])] : paragraphs(children);
};

const table: Rule = (element, context) => {
  const { captions, rows } = tableParts(element);
  const above = captions.flatMap((each) => caption(each, context));
  const mended = rows.map((row) =>
    row.map((cell) => ({ ...cell, children: mendAll(cell.children, { ...context, atTop: false }) })),
  );
  if (isSimpleTable(mended)) {
    const [head = [], ...body] = mended;
    const row = (cells: Element[], name: string): Element =>
      h(
        'tr',
        cells.map((cell) => h(name, inCell(cell.children), cell.properties)),
      );
    return [
      ...above,
      h('table', [
        h('thead', [row(head, 'th')]),
        h(
          'tbody',
          body.map((cells) => row(cells, 'td')),
        ),
      ]),
    ];
  }
  if (mended.length > 0) context.log.push({ rule: 'table-flattened', text: visibleText(element).slice(0, 80) });
  return [...above, ...mended.flat().flatMap((cell) => paragraphs(cell.children))];
};

/** FactBox and PullQuote, from shortcodes. They hold few kinds of block, and stand on the top level only. */
const aside: Rule = (element, context) => {
  const name = attribute(element, 'dataDesk');
  const children = paragraphs(mendAll(element.children, { ...context, atTop: false })).flatMap(asBoxed);
  if (isBlank(children)) return [];
  if (name === '' || !context.atTop)
    return name === 'PullQuote' ? [h('blockquote', children)] : [...titleLine(element), ...children];
  const title = attribute(element, 'title');
  if (name === 'PullQuote')
    return [
      h(
        'desk-element',
        children.filter((child) => child.type === 'element' && child.tagName === 'p'),
        { name, by: title },
      ),
    ];
  const [first, ...others] = children;
  // A box without a title of its own takes that of the heading with which it opens.
  if (
    attribute(element, 'dataUntitled') !== '' &&
    first?.type === 'element' &&
    /^h\d$/.test(first.tagName) &&
    others.length > 0
  ) {
    return [h('desk-element', others, { name, title: visibleText(first) })];
  }
  return [h('desk-element', children, { name, title })];
};

/** Where no box can stand, the title that its author gave it is a line of text. */
function titleLine(box: Element): ElementContent[] {
  const title = attribute(box, 'title');
  return title === '' || attribute(box, 'dataUntitled') !== ''
    ? []
    : [h('p', [h('strong', [{ type: 'text', value: title }])])];
}

const section: Rule = (element, context) =>
  element.properties['dataFootnotes'] === undefined
    ? blockContents(element, context)
    : [{ ...element, children: mendAll(element.children, { ...context, atTop: false }) }];

/** What becomes of each element. One that is not here gives its contents. */
const RULES: Record<string, Rule> = {
  ...Object.fromEntries(
    [
      'p',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'blockquote',
      'ul',
      'b',
      'strong',
      'i',
      'em',
      'u',
      'mark',
      'del',
      's',
      'strike',
      'q',
      'dl',
      'dt',
      'dd',
      'sub',
      'sup',
      'cite',
      'summary',
      'kbd',
      'samp',
      'var',
    ].map((name) => [name, kept]),
  ),
  ...Object.fromEntries(['ol', 'li', 'pre', 'code', 'br', 'hr', 'input', 'wbr'].map((name) => [name, keptWhole])),
  ...Object.fromEntries(
    [
      'div',
      'article',
      'main',
      'header',
      'footer',
      'center',
      'figure',
      'nav',
      'form',
      'fieldset',
      'address',
      'details',
      'hgroup',
      'body',
      'html',
    ].map((name) => [name, blockContents]),
  ),
  ...Object.fromEntries(
    ['script', 'style', 'svg', 'link', 'meta', 'template', 'title', 'head', 'noscript', 'param', 'source', 'track'].map(
      (name) => [name, nothing],
    ),
  ),
  ...Object.fromEntries(['img', 'image'].map((name) => [name, picture])),
  ...Object.fromEntries(['iframe', 'video', 'audio', 'embed'].map((name) => [name, media])),
  a: link,
  aside,
  caption,
  figcaption: caption,
  section,
  table,
  tt: (element, context) => kept({ ...element, tagName: 'code' }, context),
};

function mendAll(nodes: readonly RootContent[], context: Context): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    return (RULES[node.tagName] ?? inlineContents)(node, context);
  });
}

/** A post's tree with only what an article can hold. */
export function mendHtml(tree: Root, posts: PostSet, address: string, log: LogEntry[]): Root {
  const context = { posts, address, log, anchors: new Set(anchorsIn(tree)), atTop: true };
  return { type: 'root', children: paragraphs(mendAll(tree.children, context)) };
}

function anchorsIn(node: Root | RootContent): string[] {
  if (!('children' in node)) return [];
  if (node.type === 'element' && /^h\d$/.test(node.tagName)) return [slugify(visibleText(node))];
  return node.children.flatMap(anchorsIn);
}
