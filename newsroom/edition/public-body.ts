import type { Body } from '../../elements/body.ts';
import type { PublicFilter } from '../../elements/element-forms.ts';
import { formsOf, type Element } from '../../elements/elements.ts';
import { inlinesPublic } from '../../elements/inline/forms.ts';
import type { Inline } from '../../elements/inline/inline.ts';
import type { PictureSize } from '../../elements/picture/renditions.ts';

/** What the filter asks of the edition. */
interface Resolver {
  /** Where a link may lead; `undefined` if it may not be shown. */
  publicHref(href: string): string | undefined;
  /** The size of a picture; `undefined` if there is no such picture. */
  pictureSize(src: string): PictureSize | undefined;
}

type Pictures = Record<string, PictureSize>;

/**
 * A body without links to what is hidden and without pictures that do not exist. The sizes of its pictures are added to
 * `pictures`, by their path.
 */
export function publicBody(edition: Resolver, body: Body, pictures: Pictures): Body {
  const filter = new BodyFilter(edition, pictures);
  return {
    ...body,
    elements: filter.elements(body.elements),
    footnotes: body.footnotes.map((note) => ({ ...note, children: filter.elements(note.children) })),
  };
}

class BodyFilter implements PublicFilter {
  readonly #edition: Resolver;
  readonly #pictures: Pictures;

  constructor(edition: Resolver, pictures: Pictures) {
    this.#edition = edition;
    this.#pictures = pictures;
  }

  elements(elements: readonly Element[]): Element[] {
    return elements.flatMap((each) => formsOf(each).public(each, this));
  }

  inlines(inlines: readonly Inline[]): Inline[] {
    return inlinesPublic(inlines, this);
  }

  href(href: string): string | undefined {
    return this.#edition.publicHref(href);
  }

  hasPicture(src: string): boolean {
    const size = this.#edition.pictureSize(src);
    if (size) this.#pictures[src] = size;
    return size !== undefined;
  }
}
