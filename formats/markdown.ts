import type { PhrasingContent } from 'mdast';
import type { Body } from '../elements/body.ts';
import type { Block, MarkdownWriter } from '../elements/element-syntax.ts';
import { formsOf, tagOf, type Element } from '../elements/elements.ts';
import { inlinesMarkdown } from '../elements/inline/forms.ts';
import type { Inline } from '../elements/inline/inline.ts';
import { printMarkdown } from '../newsroom/markdown/print.ts';
import { openingTag } from '../newsroom/markdown/tag.ts';
import { absoluteHref, pictureAddress, type Base } from '../site/addresses/absolute.ts';

/**
 * `article`: as in an article file, with tags for elements and the pictures' paths under `images/`; intake reads back the
 * same body. `plain`: CommonMark and GFM and nothing else.
 */
export type Dialect = 'article' | 'plain';

/** A body as Markdown. Every address is absolute, except those of pictures and of the page itself in an article file. */
export function bodyMarkdown(body: Body, dialect: Dialect, base: Base): string {
  const writer = new BodyMarkdown(dialect, base);
  const notes = body.footnotes.map(({ number, children }): Block => ({
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: writer.elements(children),
  }));
  return printMarkdown({ type: 'root', children: [...writer.topLevel(body.elements), ...notes] });
}

class BodyMarkdown implements MarkdownWriter {
  readonly #dialect: Dialect;
  readonly #base: Base;

  constructor(dialect: Dialect, base: Base) {
    this.#dialect = dialect;
    this.#base = base;
  }

  /** The elements of the body's top level. Tags are allowed there only. */
  topLevel(elements: readonly Element[]): Block[] {
    return elements.flatMap((each) => (this.#dialect === 'article' ? this.#tagged(each) : this.elements([each])));
  }

  #tagged(each: Element): Block[] {
    const tag = tagOf(each);
    const parts = tag?.write(each, this);
    if (!tag || !parts) return this.elements([each]);
    const { name, holds } = tag;
    if (holds === null) return [{ type: 'html', value: openingTag(name, parts.attributes, 'empty') }];
    return [
      { type: 'html', value: openingTag(name, parts.attributes) },
      ...parts.content,
      { type: 'html', value: `</${name}>` },
    ];
  }

  elements(elements: readonly Element[]): Block[] {
    return elements.flatMap((each) => formsOf(each).markdown(each, this));
  }

  inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return inlinesMarkdown(inlines, this);
  }

  href(href: string): string {
    return this.#dialect === 'article' && href.startsWith('#') ? href : absoluteHref(this.#base, href);
  }

  pictureAddress(src: string): string {
    return this.#dialect === 'article' ? `/images/${this.picturePath(src)}` : pictureAddress(this.#base.site, src);
  }

  /** A per cent sign in a name would be read as an escape, and `images/` at the beginning as the folder. */
  picturePath(src: string): string {
    const escaped = src.replaceAll('%', '%25');
    return /^\/?images\//.test(escaped) ? `/images/${escaped}` : escaped;
  }
}
