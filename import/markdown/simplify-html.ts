import type { Element, ElementContent, Root, RootContent } from 'hast';
import { slugify } from '../../newsroom/model/slug.ts';
import type { LogEntry } from '../import-item.ts';
import { asBoxed, attribute, h, inCell, isBlank, isPhrasing, paragraphs, PHRASING } from './blocks.ts';
import { GONE, resolveLink } from './links.ts';
import { isHidden, visibleText } from './plain-text.ts';
import type { PostIndex } from './post-index.ts';
import { isSimpleTable, tableParts } from './tables.ts';

/** Finds the pictures of a body. */
export interface BodyPictures {
  /** The path under `images/` of a picture, by its address on the old site; null if its file is not there. */
  find: (reference: string) => string | null;
  /** Words for a picture that nobody described. */
  words: (src: string) => string;
}

const noPictures: BodyPictures = { find: () => null, words: () => '' };

interface Context {
  posts: PostIndex;
  /** The address of the post. */
  address: string;
  log: LogEntry[];
  /** The ids that the crossheads will have on this site. */
  anchors: ReadonlySet<string>;
  /** Whether this is the top level of the body. Fact boxes, pull quotes and figures are allowed only there. */
  topLevel: boolean;
  pictures: BodyPictures;
  /** Figures that were found inside the present block of the top level. They come after it. */
  figures: Element[];
}

/** What an element becomes. */
type Rule = (element: Element, context: Context) => ElementContent[];

const removed: Rule = () => [];
const inlineContents: Rule = (element, context) => simplifyAll(element.children, context);
const blockContents: Rule = (element, context) => paragraphs(simplifyAll(element.children, context));
/**
 * The same element without its attributes. Of an empty inline element only the line breaks stay: they can be the only
 * thing between two words.
 */
const withoutAttributes: Rule = (element, context) => {
  const children = simplifyAll(element.children, { ...context, topLevel: false });
  if (isBlank(children)) return PHRASING.has(element.tagName) ? children : [];
  return [{ ...element, properties: {}, children }];
};
/** The same element with its attributes, even if it is empty: `ol start`, `li` with a checkbox, `code` with a language. */
const withAttributes: Rule = (element, context) => [
  { ...element, children: simplifyAll(element.children, { ...context, topLevel: false }) },
];

const picture: Rule = (element, { pictures, figures, log }) => {
  const [src, alt, title] = ['src', 'alt', 'title'].map((name) => attribute(element, name).replace(/\s+/g, ' ').trim());
  const found = src === undefined || src === '' || src === GONE ? null : pictures.find(src);
  if (found === null) {
    log.push({
      rule: 'picture-dropped',
      text: [attribute(element, 'src'), attribute(element, 'alt')]
        .filter((text) => text !== '' && text !== GONE)
        .join(' — '),
    });
    return [];
  }
  const words = alt || title || pictures.words(found);
  if (!alt) log.push({ rule: 'picture-alt-missing', text: `${found} → ${words}` });
  figures.push(h('import-element', [], { name: 'Figure', src: found, alt: words, caption: alt ? (title ?? '') : '' }));
  return [];
};

/** A picture with its caption. A caption with a link in it becomes a paragraph, because that of a figure is plain text. */
const figure: Rule = (element, context) => {
  const figures: Element[] = [];
  const inside = { ...context, figures, topLevel: false };
  const isCaption = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'figcaption';
  const children = paragraphs(
    simplifyAll(
      element.children.filter((child) => !isCaption(child)),
      inside,
    ),
  );
  const captions = element.children.filter(isCaption);
  const [only, second] = figures;
  const text = captions.map(visibleText).join(' ').trim();
  const isPlain = only !== undefined && second === undefined && !captions.some(hasLink);
  if (isPlain && text !== '') only.properties['caption'] = text;
  const below = isPlain ? [] : captions.flatMap((each) => caption(each, inside));
  if (context.topLevel) return [...children, ...figures, ...below];
  context.figures.push(...figures);
  return [...children, ...below];
};

const hasLink = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'a' || node.children.some(hasLink));

const media: Rule = (element, context) => {
  const source = element.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  );
  const src = attribute(element, 'src') || (source ? attribute(source, 'src') : '');
  const href = resolveLink(src, context.posts, context.address, context.log);
  const text = attribute(element, 'title') || href || '';
  return href === null ? [] : [h('p', [h('a', [{ type: 'text', value: text }], { href })])];
};

const link: Rule = (element, context) => {
  const children = simplifyAll(element.children, { ...context, topLevel: false });
  if (isBlank(children)) return children;
  const stated = element.properties['href'];
  if (
    stated === undefined ||
    element.properties['dataFootnoteRef'] !== undefined ||
    element.properties['dataFootnoteBackref'] !== undefined
  )
    return stated === undefined ? children : [{ ...element, children }];
  const href = resolveLink(attribute(element, 'href'), context.posts, context.address, context.log);
  if (href === null) return children;
  if (href.startsWith('#') && !context.anchors.has(href.slice(1))) {
    context.log.push({ rule: 'link-dropped', text: href });
    return children;
  }
  const title = attribute(element, 'title').replace(/\s+/g, ' ').trim();
  return [h('a', children, { href, ...(title !== '' && { title }) })];
};

const caption: Rule = (element, context) => {
  const children = simplifyAll(element.children, { ...context, topLevel: false });
  if (isBlank(children)) return [];
  return children.every(isPhrasing) ? [h('p', [h('em', children)])] : paragraphs(children);
};

const table: Rule = (element, context) => {
  const { captions, rows } = tableParts(element);
  const above = captions.flatMap((each) => caption(each, context));
  const simplified = rows.map((row) =>
    row.map((cell) => ({ ...cell, children: simplifyAll(cell.children, { ...context, topLevel: false }) })),
  );
  if (isSimpleTable(simplified)) {
    const [head = [], ...body] = simplified;
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
  if (simplified.length > 0) context.log.push({ rule: 'table-flattened', text: visibleText(element).slice(0, 80) });
  return [...above, ...simplified.flat().flatMap((cell) => paragraphs(cell.children))];
};

/** FactBox and PullQuote, from shortcodes. They can have few kinds of block, and are allowed only at the top level. */
const aside: Rule = (element, context) => {
  const name = attribute(element, 'dataImport');
  const children = paragraphs(simplifyAll(element.children, { ...context, topLevel: false })).flatMap(asBoxed);
  if (isBlank(children)) return [];
  if (name === '' || !context.topLevel)
    return name === 'PullQuote' ? [h('blockquote', children)] : [...titleLine(element), ...children];
  const title = attribute(element, 'title');
  if (name === 'PullQuote')
    return [
      h(
        'import-element',
        children.filter((child) => child.type === 'element' && child.tagName === 'p'),
        { name, by: title },
      ),
    ];
  const [first, ...others] = children;
  // A box without its own title takes the heading at its beginning.
  if (
    attribute(element, 'dataUntitled') !== '' &&
    first?.type === 'element' &&
    /^h\d$/.test(first.tagName) &&
    others.length > 0
  ) {
    return [h('import-element', others, { name, title: visibleText(first) })];
  }
  return [h('import-element', children, { name, title })];
};

/** Where no box is allowed, the title that its author gave it becomes a line of text. */
function titleLine(box: Element): ElementContent[] {
  const title = attribute(box, 'title');
  return title === '' || attribute(box, 'dataUntitled') !== ''
    ? []
    : [h('p', [h('strong', [{ type: 'text', value: title }])])];
}

const section: Rule = (element, context) =>
  element.properties['dataFootnotes'] === undefined
    ? blockContents(element, context)
    : [{ ...element, children: simplifyAll(element.children, { ...context, topLevel: false }) }];

/** The rule for each element. An element without a rule is replaced by its contents. */
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
    ].map((name) => [name, withoutAttributes]),
  ),
  ...Object.fromEntries(['ol', 'li', 'pre', 'code', 'br', 'hr', 'input', 'wbr'].map((name) => [name, withAttributes])),
  ...Object.fromEntries(
    [
      'div',
      'article',
      'main',
      'header',
      'footer',
      'center',
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
      (name) => [name, removed],
    ),
  ),
  ...Object.fromEntries(['img', 'image'].map((name) => [name, picture])),
  ...Object.fromEntries(['iframe', 'video', 'audio', 'embed'].map((name) => [name, media])),
  a: link,
  aside,
  caption,
  figcaption: caption,
  figure,
  section,
  table,
  tt: (element, context) => withoutAttributes({ ...element, tagName: 'code' }, context),
};

function simplifyAll(nodes: readonly RootContent[], context: Context): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    if (node.type !== 'element') return [];
    if (isHidden(node)) {
      context.log.push({ rule: 'hidden-removed', text: visibleText({ ...node, properties: {} }).slice(0, 80) });
      return [];
    }
    const simplified = (RULES[node.tagName] ?? inlineContents)(node, context);
    return context.topLevel ? [...simplified, ...context.figures.splice(0)] : simplified;
  });
}

/** Reduces the HTML of a post to what an article file can have. No text is lost; whatever else is removed goes to the log. */
export function simplifyHtml(
  tree: Root,
  posts: PostIndex,
  address: string,
  log: LogEntry[],
  pictures: BodyPictures = noPictures,
): Root {
  const context = { posts, address, log, anchors: new Set(anchorsIn(tree)), topLevel: true, pictures, figures: [] };
  return { type: 'root', children: paragraphs(simplifyAll(tree.children, context)) };
}

function anchorsIn(node: Root | RootContent): string[] {
  if (!('children' in node)) return [];
  if (node.type === 'element' && /^h\d$/.test(node.tagName)) return [slugify(visibleText(node))];
  return node.children.flatMap(anchorsIn);
}
