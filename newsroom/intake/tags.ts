import type { TagRule } from '../../elements/element-rule.ts';
import { tagRules, type Element } from '../../elements/elements.ts';
import type { ElementTag } from '../markdown/tag-syntax.ts';
import { readTag, type Tag } from '../markdown/tag.ts';
import { checkPicture } from './inline.ts';
import type { BodyReader } from './reader.ts';

/** A tag of the body with its rule. */
export interface OpenTag {
  node: ElementTag;
  tag: Tag;
  rule: TagRule<Element>;
}

/** Reads a tag and finds its rule; `undefined` if there is none, which is reported. */
export function readElementTag(reader: BodyReader, node: ElementTag): Omit<OpenTag, 'node'> | undefined {
  const tag = readTag(node.value);
  const rule = tagRules.get(tag.name);
  if (rule) return { tag, rule };
  reader.report('element-unknown', reader.positionOf(node), {
    message: `There is no element <${tag.name}>.`,
    why: 'Only known elements can be shown, and no part of a text may be lost without a report.',
    fix: `Use one of ${[...tagRules.keys()].join(', ')}. If it is plain text, put a backslash before the “<”.`,
  });
  return undefined;
}

/** Makes the element of a tag and its content. If the tag breaks its rule, that is reported and there is no element. */
export function makeElement(reader: BodyReader, open: OpenTag, content: Element[]): Element[] {
  const { node, rule } = open;
  const { attributes, complete } = readAttributes(reader, open);
  const element = rule.holds === null && content.length > 0 ? undefined : rule.read({ attributes, content });
  if (!element) {
    reader.report('element-content', reader.positionOf(node), {
      message: content.length === 0 ? `<${rule.name}> is empty.` : `<${rule.name}> has the wrong content.`,
      why: `It holds ${rule.holds ?? 'nothing'}.`,
      fix:
        rule.holds === null
          ? 'End it with “/>”, and put its words into its attributes.'
          : 'Change what is between its tags.',
    });
  }
  return element && complete ? [element] : [];
}

/** Reads the attributes of a tag by its rule. `complete` says whether all that are required have a text. */
function readAttributes(
  reader: BodyReader,
  { node, tag, rule }: OpenTag,
): { attributes: Record<string, string>; complete: boolean } {
  const { name } = rule;
  const known = new Map(Object.entries(rule.attributes));
  const attributes: Record<string, string> = {};
  for (const [attribute, { value, raw, offset }] of tag.attributes) {
    const position = { ...reader.positionOf(node, node.value, offset), field: attribute };
    const expected = known.get(attribute);
    if (!expected) {
      reader.report('element-attribute', position, {
        message: `<${name}> has no attribute “${attribute}”.`,
        why: 'An attribute that is not known is most often misspelt.',
        fix: `It takes ${[...known.keys()].join(', ')}.`,
      });
    } else if (value === null) {
      reader.report('element-attribute', position, {
        message: `“${raw}” in <${name}> is not a literal text.`,
        why: 'Attributes hold text in quotes. Expressions are never run.',
        fix: `Write ${attribute}="…".`,
      });
    } else if (expected.is === 'picture' && value !== '') {
      const path = checkPicture(reader, value, { ...reader.positionOf(node), field: attribute });
      if (path !== undefined) attributes[attribute] = path;
    } else if (value !== '') {
      attributes[attribute] = value;
      reader.count(value);
    }
  }
  for (const { text, offset } of tag.rest) {
    reader.report('element-attribute', reader.positionOf(node, node.value, offset), {
      message: `“${text}” in <${name}> is not an attribute.`,
      why: 'Attributes are written as name="text".',
      fix: 'Remove it, or close the quotes before it.',
    });
  }
  let complete = true;
  for (const [attribute, { required, why = 'It cannot be shown without it.' }] of known) {
    if (!required || attributes[attribute] !== undefined) continue;
    complete = false;
    const written = tag.attributes.get(attribute);
    // A value that is not a literal text, or no picture's path, was reported above.
    if (written && written.value !== '') continue;
    reader.report(
      'element-attribute',
      { ...reader.positionOf(node), field: attribute },
      {
        message: `<${name}> has no “${attribute}”.`,
        why,
        fix: `Add ${attribute}="…".`,
      },
    );
  }
  return { attributes, complete };
}
