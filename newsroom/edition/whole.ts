import type { Body, Element, Inline, ListItem } from '../../elements/element.ts';
import type { FullStoryParts } from './public.ts';

/** What the walker asks of the edition. */
interface Resolver {
  /** Where a link may lead; `undefined` where it may not be shown. */
  publicHref(href: string): string | undefined;
  /** The size of a picture; `undefined` where there is none. */
  pictureSize(src: string): { width: number; height: number } | undefined;
}

/** A body without links to what is hidden, and without pictures that are not there. `pictures` takes their sizes. */
export function publicBody(edition: Resolver, body: Body, pictures: FullStoryParts['pictures']): Body {
  const reader = new PublicReader(edition, pictures);
  return {
    ...body,
    elements: reader.elements(body.elements),
    footnotes: body.footnotes.map((note) => ({ ...note, children: reader.elements(note.children) })),
  };
}

class PublicReader {
  readonly #edition: Resolver;
  readonly #pictures: FullStoryParts['pictures'];

  constructor(edition: Resolver, pictures: FullStoryParts['pictures']) {
    this.#edition = edition;
    this.#pictures = pictures;
  }

  elements(elements: readonly Element[]): Element[] {
    return elements.flatMap((element) => this.#element(element));
  }

  #element(element: Element): Element[] {
    switch (element.type) {
      case 'paragraph':
      case 'crosshead':
        return [{ ...element, children: this.#inlines(element.children) }];
      case 'list':
      case 'key-points':
        return [{ ...element, items: this.#items(element.items) }];
      case 'quote':
      case 'pull-quote':
      case 'fact-box':
        return [{ ...element, children: this.elements(element.children) }];
      case 'timeline':
        return [
          {
            ...element,
            events: element.events.map(({ time, children }) => ({
              time: this.#inlines(time),
              children: this.elements(children),
            })),
          },
        ];
      case 'table':
        return [
          {
            ...element,
            head: element.head.map((cell) => this.#inlines(cell)),
            rows: element.rows.map((row) => row.map((cell) => this.#inlines(cell))),
          },
        ];
      case 'figure':
        return this.#hasPicture(element.src) ? [element] : [];
      case 'preformatted':
      case 'rule':
        return [element];
    }
  }

  #items(items: readonly ListItem[]): ListItem[] {
    return items.map((item) => ({ ...item, children: this.elements(item.children) }));
  }

  #inlines(inlines: readonly Inline[]): Inline[] {
    return inlines.flatMap((inline): Inline[] => {
      switch (inline.type) {
        case 'emphasis':
        case 'strong':
        case 'delete':
          return [{ ...inline, children: this.#inlines(inline.children) }];
        case 'link': {
          const children = this.#inlines(inline.children);
          const href = this.#edition.publicHref(inline.href);
          return href === undefined ? children : [{ ...inline, href, children }];
        }
        case 'image':
          return this.#hasPicture(inline.src) ? [inline] : [{ type: 'text', text: inline.alt }];
        case 'text':
        case 'code':
        case 'footnote':
        case 'break':
          return [inline];
      }
    });
  }

  #hasPicture(src: string): boolean {
    const size = this.#edition.pictureSize(src);
    if (size) this.#pictures[src] = size;
    return size !== undefined;
  }
}
