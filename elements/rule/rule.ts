import { fromNode, type ElementRule } from '../element-rule.ts';

/** A line between two parts of the text. */
export interface Rule {
  type: 'rule';
}

export const ruleRule: ElementRule<Rule> = {
  node: fromNode('thematicBreak', () => [{ type: 'rule' }]),
};
