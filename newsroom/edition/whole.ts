import type { Body, Element, Inline, ListItem } from '../../elements/element.ts';
import { placeSlug, slugify } from '../model/slug.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Edition } from './edition.ts';
import { publicHref } from './public-href.ts';
import type { BylineName, FullStoryParts } from './public.ts';
import { pickedLinks } from './related.ts';

/** Resolves what a whole article names, as far as the public may see it. */
export function fullStoryParts(edition: Edition, stored: StoredArticle, body: Body): FullStoryParts {
  const pictures: FullStoryParts['pictures'] = {};
  const place = placeSlug(stored.dateline);
  const agency = stored.agency && slugify(stored.agency);
  return {
    byline: stored.byline.flatMap((entry): BylineName[] => {
      if ('name' in entry) return [entry];
      const person = edition.person(entry.person);
      return person
        ? [
            {
              name: person.name,
              kind: person.kind,
              address: `/people/${person.slug}`,
              ...(person.role && { role: person.role }),
            },
          ]
        : [];
    }),
    ...(stored.agency && agency && { agency: { name: stored.agency, slug: agency } }),
    ...(place && stored.dateline?.place && { place: { name: stored.dateline.place, slug: place } }),
    translations: edition.translations(stored),
    picked: pickedLinks(edition, stored, stored.related),
    topics: stored.topics.flatMap((slug) => {
      const topic = edition.topic(slug);
      return topic ? [{ slug, title: topic.title }] : [];
    }),
    body: publicBody(edition, body, pictures),
    pictures,
  };
}

/** A body without links to what is hidden, and without pictures that are not there. `pictures` takes their sizes. */
export function publicBody(edition: Edition, body: Body, pictures: FullStoryParts['pictures']): Body {
  const reader = new PublicReader(edition, pictures);
  return {
    ...body,
    elements: reader.elements(body.elements),
    footnotes: body.footnotes.map((note) => ({ ...note, children: reader.elements(note.children) })),
  };
}

class PublicReader {
  readonly #edition: Edition;
  readonly #pictures: FullStoryParts['pictures'];

  constructor(edition: Edition, pictures: FullStoryParts['pictures']) {
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
          const href = publicHref(this.#edition, inline.href);
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
