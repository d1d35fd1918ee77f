import type { ElementForms } from './element-forms.ts';
import type { ElementSyntax, TagSyntax } from './element-syntax.ts';
import { crossheadForms } from './crosshead/forms.ts';
import { crossheadSyntax } from './crosshead/syntax.ts';
import { dividerForms } from './divider/forms.ts';
import { dividerSyntax } from './divider/syntax.ts';
import { factBoxForms } from './fact-box/forms.ts';
import { factBoxSyntax } from './fact-box/syntax.ts';
import { figureForms } from './figure/forms.ts';
import { figureSyntax } from './figure/syntax.ts';
import { galleryForms } from './gallery/forms.ts';
import { gallerySyntax } from './gallery/syntax.ts';
import { keyPointsForms } from './key-points/forms.ts';
import { keyPointsSyntax } from './key-points/syntax.ts';
import { listForms } from './list/forms.ts';
import { listSyntax } from './list/syntax.ts';
import { paragraphForms } from './paragraph/forms.ts';
import { paragraphSyntax } from './paragraph/syntax.ts';
import { preformattedForms } from './preformatted/forms.ts';
import { preformattedSyntax } from './preformatted/syntax.ts';
import { pullQuoteForms } from './pull-quote/forms.ts';
import { pullQuoteSyntax } from './pull-quote/syntax.ts';
import { quoteForms } from './quote/forms.ts';
import { quoteSyntax } from './quote/syntax.ts';
import { tableForms } from './table/forms.ts';
import { tableSyntax } from './table/syntax.ts';
import { timelineForms } from './timeline/forms.ts';
import { timelineSyntax } from './timeline/syntax.ts';

/**
 * What a body may hold: for each element how it is read and how it is written. `components.tsx` is the other table, with
 * what a page shows. Everything else that handles elements does so through these two.
 */
const table = {
  paragraph: { syntax: paragraphSyntax, forms: paragraphForms },
  crosshead: { syntax: crossheadSyntax, forms: crossheadForms },
  list: { syntax: listSyntax, forms: listForms },
  quote: { syntax: quoteSyntax, forms: quoteForms },
  preformatted: { syntax: preformattedSyntax, forms: preformattedForms },
  divider: { syntax: dividerSyntax, forms: dividerForms },
  figure: { syntax: figureSyntax, forms: figureForms },
  gallery: { syntax: gallerySyntax, forms: galleryForms },
  'pull-quote': { syntax: pullQuoteSyntax, forms: pullQuoteForms },
  'fact-box': { syntax: factBoxSyntax, forms: factBoxForms },
  'key-points': { syntax: keyPointsSyntax, forms: keyPointsForms },
  timeline: { syntax: timelineSyntax, forms: timelineForms },
  table: { syntax: tableSyntax, forms: tableForms },
};

type Table = typeof table;

/** One element of a body: the union of what the table can read. */
export type Element = {
  [T in keyof Table]: Table[T]['syntax'] extends ElementSyntax<infer E> ? E : never;
}[keyof Table];

export type ElementType = Element['type'];

export type ElementOf<T extends ElementType> = Extract<Element, { type: T }>;

/** The same table. A line whose key is not the type of its element does not compile. */
export const elements: {
  readonly [T in ElementType]: { syntax: ElementSyntax<ElementOf<T>>; forms: ElementForms<T> };
} = table;

export function formsOf<T extends ElementType>(element: ElementOf<T>): ElementForms<T> {
  const type: T = element.type;
  return elements[type].forms;
}

/** The tag of an element, if one can make it. */
export function tagOf<T extends ElementType>(element: ElementOf<T>): TagSyntax<ElementOf<T>> | undefined {
  const type: T = element.type;
  return elements[type].syntax.tag;
}

const syntaxes: ElementSyntax<Element>[] = Object.values(elements).map(({ syntax }) => syntax);

/** The syntax of Markdown's nodes, by the type of the node. */
export const nodeSyntaxes = new Map(syntaxes.flatMap(({ node }) => (node ? [[node.type, node]] : [])));

/** The syntax of tags, by name. */
export const tagSyntaxes = new Map(syntaxes.flatMap(({ tag }) => (tag ? [[tag.name, tag]] : [])));
