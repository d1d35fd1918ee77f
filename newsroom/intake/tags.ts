import type { TagSyntax } from '../../elements/element-syntax.ts';
import { tagSyntaxes, type Element } from '../../elements/elements.ts';
import type { ElementTag } from '../markdown/tag-syntax.ts';
import { readTag, type Tag } from '../markdown/tag.ts';
import { webAddress } from '../model/web-address.ts';
import { checkPicture } from './inline.ts';
import type { BodyReader } from './reader.ts';

/** A tag of the body with its syntax. */
export interface OpenTag {
  node: ElementTag;
  tag: Tag;
  syntax: TagSyntax<Element>;
}

/** Reads a tag and finds its syntax; `undefined` if there is none, which is reported. */
export function readElementTag(reader: BodyReader, node: ElementTag): Omit<OpenTag, 'node'> | undefined {
  const tag = readTag(node.value);
  const syntax = tagSyntaxes.get(tag.name);
  if (syntax) return { tag, syntax };
  reader.report('element-unknown', reader.positionOf(node), {
    message: `There is no element <${tag.name}>.`,
    why: 'Only known elements can be shown, and no part of a text may be lost without a report.',
    fix: `Use one of ${[...tagSyntaxes.keys()].join(', ')}. If it is plain text, put a backslash before the “<”.`,
  });
  return undefined;
}

/** Makes the element of a tag and its content. If the content is wrong, that is reported and there is no element. */
export function makeElement(reader: BodyReader, open: OpenTag, content: Element[]): Element[] {
  const { node, syntax } = open;
  const { attributes, complete } = readAttributes(reader, open);
  const element = syntax.holds === null && content.length > 0 ? undefined : syntax.read({ attributes, content });
  if (!element) {
    reader.report('element-content', reader.positionOf(node), {
      message: content.length === 0 ? `<${syntax.name}> is empty.` : `<${syntax.name}> has the wrong content.`,
      why: `It holds ${syntax.holds ?? 'nothing'}.`,
      fix:
        syntax.holds === null
          ? 'End it with “/>”, and put its words into its attributes.'
          : 'Change what is between its tags.',
    });
  }
  return element && complete ? [element] : [];
}

/** Reads the attributes of a tag by its syntax. `complete` says whether all that are required have a text. */
function readAttributes(
  reader: BodyReader,
  { node, tag, syntax }: OpenTag,
): { attributes: Record<string, string>; complete: boolean } {
  const { name } = syntax;
  const known = new Map(Object.entries(syntax.attributes));
  const attributes: Record<string, string> = {};
  for (const [attribute, { value: masked, raw, offset }] of tag.attributes) {
    const position = { ...reader.positionOf(node, node.value, offset), field: attribute };
    const value = masked === null ? null : reader.plain(node, masked, position).trim();
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
    } else if (expected.is === 'address' && value !== '') {
      const address = webAddress(value);
      if (address !== undefined) attributes[attribute] = address;
      else
        reader.report('link-invalid', position, {
          message: `“${value}” is not an address on the web. The attribute is left out.`,
          why: 'It begins with https:// or http://, without a user’s name in it.',
          fix: 'Write the full address.',
        });
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
