import type { Body } from '../elements/body.ts';
import type { HtmlWriter } from '../elements/element-forms.ts';
import type { ElementWords } from '../elements/element-words.ts';
import { formsOf, type Element } from '../elements/elements.ts';
import { figureForms } from '../elements/figure/forms.ts';
import type { Figure } from '../elements/figure/syntax.ts';
import { inlinesHtml } from '../elements/inline/forms.ts';
import type { PictureSize } from '../elements/picture/renditions.ts';
import { textOf, type Inline } from '../elements/inline/inline.ts';
import { absoluteHref, type Base } from '../site/addresses/absolute.ts';
import { mediumPicture } from './picture-type.ts';
import { elementWords } from '../site/words/element-words.ts';
import { directionOf } from '../site/words/language.ts';
import { english } from '../site/words/words-of.ts';
import { escapeXml } from './xml.ts';

/** The sizes of the pictures that the public may see, by their path. */
type Pictures = Record<string, PictureSize>;

/**
 * A body as HTML that can be shown anywhere: in a feed, in an export. Every address is absolute, and there is neither
 * script nor style nor an attribute of either (rule E3). `opening` is put before the first paragraph. `words`: English where they are missing.
 */
export function bodyHtml(body: Body, pictures: Pictures, base: Base, opening = '', words = english): string {
  const writer = new BodyHtml(base, pictures, paragraphsOf(body.elements), words);
  const start = body.elements.findIndex(({ type }) => type === 'paragraph');
  const elements = body.elements.map((each, index) =>
    index === start && each.type === 'paragraph'
      ? { ...each, children: [{ type: 'text' as const, text: opening }, ...each.children] }
      : each,
  );
  const notes = body.footnotes.map(({ children }) => `<li>${writer.elements(children)}</li>`);
  return [
    ...elements.map((each) => writer.elements([each])),
    ...(notes.length > 0 ? [`<hr>\n<ol>${notes.join('')}</ol>`] : []),
  ]
    .filter(Boolean)
    .join('\n');
}

/** HTML with its language and direction, if the feed around it has another language or the direction is from the right. */
export function inLanguage(html: string, language: string, siteLanguage: string): string {
  const direction = directionOf(language);
  if (language === siteLanguage && direction === 'ltr') return html;
  return `<div lang="${language}" dir="${direction}">\n${html}\n</div>`;
}

/** The same as XHTML: empty elements are closed. A `<` begins a tag, because text is escaped. */
export function asXhtml(html: string): string {
  return html.replace(/<((?:br|hr|img)\b[^>]*)>/g, '<$1/>');
}

/** A picture with its words; nothing if the picture does not exist. */
export function figureHtml(figure: Omit<Figure, 'type'>, page: { base: Base; pictures: Pictures }): string {
  return figureForms.html({ ...figure, type: 'figure' }, new BodyHtml(page.base, page.pictures, ''));
}

class BodyHtml implements HtmlWriter {
  readonly #base: Base;
  readonly #pictures: Pictures;
  readonly #paragraphs: string;
  readonly words: ElementWords;

  /** `paragraphs` are the words of the body's paragraphs. */
  constructor(base: Base, pictures: Pictures, paragraphs: string, words = english) {
    this.#base = base;
    this.#pictures = pictures;
    this.#paragraphs = paragraphs;
    this.words = elementWords(words);
  }

  text(text: string): string {
    return escapeXml(text);
  }

  inlines(inlines: readonly Inline[]): string {
    return inlinesHtml(inlines, this);
  }

  elements(elements: readonly Element[]): string {
    return elements.map((each) => formsOf(each).html(each, this)).join('');
  }

  href(href: string): string {
    return escapeXml(absoluteHref(this.#base, href));
  }

  picture(src: string): { address: string; width: number; height: number } | undefined {
    const size = this.#pictures[src];
    if (!size) return undefined;
    const { address, width, height } = mediumPicture(this.#base.site, src, size);
    return { address: escapeXml(address), width, height };
  }

  repeats(elements: readonly Element[]): boolean {
    return this.#paragraphs.includes(paragraphsOf(elements));
  }
}

/** The words of paragraphs, without the punctuation at the end, which a pull quote may leave out. */
function paragraphsOf(elements: readonly Element[]): string {
  const texts = elements.flatMap((each) => (each.type === 'paragraph' ? [textOf(each.children)] : []));
  return texts
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:…]+$/, '');
}
