import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Element, Nodes, Root } from 'hast';

const parser = unified().use(rehypeParse);

/** A page, parsed by the HTML standard. */
export class Markup {
  readonly root: Root;
  /** All elements, in document order. */
  readonly elements: readonly Element[];

  constructor(html: string) {
    this.root = parser.parse(html);
    this.elements = elementsIn(this.root);
  }

  /** The elements with one of these names, in document order. */
  all(...names: string[]): Element[] {
    return this.elements.filter(({ tagName }) => names.includes(tagName));
  }

  /** The content of a `meta` element. */
  meta(name: string): string | undefined {
    return attribute(
      this.all('meta').find((element) => attribute(element, 'name') === name),
      'content',
    );
  }

  /** The contents of all `meta` elements of an Open Graph property, in document order. */
  properties(name: string): string[] {
    return this.all('meta')
      .filter((element) => attribute(element, 'property') === name)
      .map((element) => attribute(element, 'content') ?? '');
  }

  /** The values of all JSON-LD blocks. Throws if one is not JSON. */
  jsonLd(): unknown[] {
    return this.all('script')
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map((element) => JSON.parse(textOf(element)));
  }

  /** The addresses of `link` elements of a relation. */
  links(relation: string): string[] {
    return this.all('link')
      .filter((element) => words(element, 'rel').includes(relation))
      .map((element) => attribute(element, 'href') ?? '');
  }

  /** Every `id` on the page. */
  get ids(): string[] {
    return this.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
  }
}

/** An attribute as text, by its name in hast. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** An attribute that is a list of words. */
export function words(element: Element, name: string): string[] {
  return (attribute(element, name) ?? '').split(/\s+/).filter((word) => word !== '');
}

/** The text in a node. */
export function textOf(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function elementsIn(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  const below = 'children' in node ? node.children.flatMap(elementsIn) : [];
  const inside = node.type === 'element' && node.content ? elementsIn(node.content) : [];
  return [...own, ...below, ...inside];
}
