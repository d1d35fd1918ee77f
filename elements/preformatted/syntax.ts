import { fromNode, type ElementSyntax } from '../element-syntax.ts';

/** A text whose lines and spaces stay as they were sent. */
export interface Preformatted {
  type: 'preformatted';
  text: string;
}

export const preformattedSyntax: ElementSyntax<Preformatted> = {
  node: fromNode('code', ({ value }, reader) => {
    reader.count(value);
    return [{ type: 'preformatted', text: value }];
  }),
};
