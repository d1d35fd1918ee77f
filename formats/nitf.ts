import type { Body } from '../elements/body.ts';
import type { NitfWriter } from '../elements/element-forms.ts';
import { formsOf, type Element } from '../elements/elements.ts';
import { figureForms } from '../elements/figure/forms.ts';
import type { Figure } from '../elements/figure/syntax.ts';
import { inlinesNitf } from '../elements/inline/forms.ts';
import type { Inline } from '../elements/inline/inline.ts';
import { absoluteHref, type Base } from '../site/addresses/absolute.ts';
import { element, emptyElement, escapeXml, textElement } from './xml.ts';

/** A picture as a file that can be fetched. */
interface NitfPicture {
  url: string;
  mediaType: string;
  width: number;
  height: number;
}

interface Page {
  base: Base;
  /** By their paths. */
  pictures: ReadonlyMap<string, NitfPicture>;
}

/** The content of `body.content` of NITF 3.6. Footnotes are at the end; their marks in the text are their numbers. */
export function bodyNitf(body: Body, page: Page): string {
  const writer = new BodyNitf(page);
  const notes = body.footnotes.map(({ number, children: [first, ...rest] }) => {
    const mark: Inline = { type: 'text', text: `[${number}] ` };
    const opening: Element[] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [mark, ...first.children] }]
        : [{ type: 'paragraph', children: [mark] }, ...(first ? [first] : [])];
    const content = writer.elements([...opening, ...rest]);
    return element('fn', element('body.content', `\n${content}`), { class: 'footnote' });
  });
  return writer.elements(body.elements) + notes.join('');
}

/** A picture with its words; nothing if there is no file. */
export function mediaNitf(figure: Omit<Figure, 'type'>, page: Page): string {
  return figureForms.nitf({ ...figure, type: 'figure' }, new BodyNitf(page));
}

class BodyNitf implements NitfWriter {
  readonly text = escapeXml;
  readonly block = element;
  readonly textBlock = textElement;
  readonly emptyBlock = emptyElement;

  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  inlines(inlines: readonly Inline[]): string {
    return inlinesNitf(inlines, this);
  }

  elements(elements: readonly Element[]): string {
    return elements.map((each) => formsOf(each).nitf(each, this)).join('');
  }

  inline(name: string, content: string, attributes?: Record<string, string | number | undefined>): string {
    // Inside a line, the line break after an element would be a space.
    return element(name, content, attributes).slice(0, -1);
  }

  href(href: string): string {
    return absoluteHref(this.#page.base, href);
  }

  picture(src: string): NitfPicture | undefined {
    return this.#page.pictures.get(src);
  }
}
