import type { ElementForms } from './element-forms.ts';
import type { ElementRule, TagRule } from './element-rule.ts';
import { crossheadForms } from './crosshead/forms.ts';
import { crossheadRule } from './crosshead/rule.ts';
import { factBoxForms } from './fact-box/forms.ts';
import { factBoxRule } from './fact-box/rule.ts';
import { figureForms } from './figure/forms.ts';
import { figureRule } from './figure/rule.ts';
import { keyPointsForms } from './key-points/forms.ts';
import { keyPointsRule } from './key-points/rule.ts';
import { listForms } from './list/forms.ts';
import { listRule } from './list/rule.ts';
import { paragraphForms } from './paragraph/forms.ts';
import { paragraphRule } from './paragraph/rule.ts';
import { preformattedForms } from './preformatted/forms.ts';
import { preformattedRule } from './preformatted/rule.ts';
import { pullQuoteForms } from './pull-quote/forms.ts';
import { pullQuoteRule } from './pull-quote/rule.ts';
import { quoteForms } from './quote/forms.ts';
import { quoteRule } from './quote/rule.ts';
import { ruleForms } from './rule/forms.ts';
import { ruleRule } from './rule/rule.ts';
import { tableForms } from './table/forms.ts';
import { tableRule } from './table/rule.ts';
import { timelineForms } from './timeline/forms.ts';
import { timelineRule } from './timeline/rule.ts';

/**
 * What a body may hold: for each element how it is read and how it is written. `components.tsx` is the other table, with
 * what a page shows. Everything else that handles elements does so through these two.
 */
const table = {
  paragraph: { rule: paragraphRule, forms: paragraphForms },
  crosshead: { rule: crossheadRule, forms: crossheadForms },
  list: { rule: listRule, forms: listForms },
  quote: { rule: quoteRule, forms: quoteForms },
  preformatted: { rule: preformattedRule, forms: preformattedForms },
  rule: { rule: ruleRule, forms: ruleForms },
  figure: { rule: figureRule, forms: figureForms },
  'pull-quote': { rule: pullQuoteRule, forms: pullQuoteForms },
  'fact-box': { rule: factBoxRule, forms: factBoxForms },
  'key-points': { rule: keyPointsRule, forms: keyPointsForms },
  timeline: { rule: timelineRule, forms: timelineForms },
  table: { rule: tableRule, forms: tableForms },
};

type Table = typeof table;

/** One element of a body: the union of what the rules of the table read. */
export type Element = {
  [T in keyof Table]: Table[T]['rule'] extends ElementRule<infer E> ? E : never;
}[keyof Table];

export type ElementType = Element['type'];

export type ElementOf<T extends ElementType> = Extract<Element, { type: T }>;

/** The same table. A line whose key is not the type of its element does not compile. */
export const elements: {
  readonly [T in ElementType]: { rule: ElementRule<ElementOf<T>>; forms: ElementForms<T> };
} = table;

export function formsOf<T extends ElementType>(element: ElementOf<T>): ElementForms<T> {
  const type: T = element.type;
  return elements[type].forms;
}

/** The tag of an element, if one can make it. */
export function tagOf<T extends ElementType>(element: ElementOf<T>): TagRule<ElementOf<T>> | undefined {
  const type: T = element.type;
  return elements[type].rule.tag;
}

const rules: ElementRule<Element>[] = Object.values(elements).map(({ rule }) => rule);

/** The rules of Markdown's nodes, by the type of the node. */
export const nodeRules = new Map(rules.flatMap(({ node }) => (node ? [[node.type, node]] : [])));

/** The rules of tags, by name. */
export const tagRules = new Map(rules.flatMap(({ tag }) => (tag ? [[tag.name, tag]] : [])));
