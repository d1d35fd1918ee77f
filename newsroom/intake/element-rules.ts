/** The elements that tags make, with their attributes. The rest of the body's elements are Markdown's. */
export const elementRules = {
  Figure: {
    attributes: { src: 'required', alt: 'required', caption: 'optional', credit: 'optional' },
    holds: 'nothing',
  },
  PullQuote: { attributes: { by: 'optional' }, holds: 'paragraphs' },
  FactBox: { attributes: { title: 'required' }, holds: 'paragraphs, lists, tables and crossheads' },
  KeyPoints: { attributes: { title: 'optional' }, holds: 'one list' },
  Timeline: { attributes: { title: 'optional' }, holds: 'one list whose items open with their time in **bold**' },
  Table: { attributes: { caption: 'required', source: 'optional' }, holds: 'one table' },
} as const satisfies Record<string, { attributes: Record<string, 'required' | 'optional'>; holds: string }>;

export type ElementName = keyof typeof elementRules;

export const elementNames: readonly string[] = Object.keys(elementRules);

export function isElementName(name: string): name is ElementName {
  return Object.hasOwn(elementRules, name);
}
