import type { Element } from '../../elements/element.ts';
import { elementNames, elementRules, isElementName, type ElementName } from './element-rules.ts';
import type { ElementTag } from '../markdown/tag-syntax.ts';
import { readTag, type Tag } from '../markdown/tag.ts';
import { checkPicture } from './inline.ts';
import type { BodyReader } from './reader.ts';

/** A tag that stands in the body, with what stood between it and its closing tag. */
export interface OpenElement {
  node: ElementTag;
  tag: Tag;
  name: ElementName;
}

/** Reads a tag and says what is wrong with it; `undefined` where it opens or closes nothing that we know. */
export function readElementTag(reader: BodyReader, node: ElementTag): { tag: Tag; name: ElementName } | undefined {
  const tag = readTag(node.value);
  if (!isElementName(tag.name)) {
    reader.report('element-unknown', reader.placeOf(node), {
      message: `There is no element <${tag.name}>.`,
      why: 'The set of elements is closed, so that no paragraph is ever lost without a word.',
      fix: `Use one of ${elementNames.join(', ')}, or put a backslash before the “<” to make it prose.`,
    });
    return undefined;
  }
  return { tag, name: tag.name };
}

/** Checks the attributes of an opening tag against its rule. */
function checkAttributes(reader: BodyReader, { node, tag, name }: OpenElement): Record<string, string> {
  const rules: Record<string, 'required' | 'optional'> = elementRules[name].attributes;
  const known = Object.keys(rules);
  const values: Record<string, string> = {};
  for (const [attribute, { value, raw, offset }] of tag.attributes) {
    const place = { ...reader.placeOf(node, node.value, offset), field: attribute };
    if (!Object.hasOwn(rules, attribute)) {
      reader.report('element-attribute', place, {
        message: `<${name}> has no attribute “${attribute}”.`,
        why: 'What nothing reads is most often misspelt.',
        fix: `It takes ${known.join(', ')}.`,
      });
    } else if (value === null) {
      reader.report('element-attribute', place, {
        message: `“${raw}” in <${name}> is not a literal text.`,
        why: 'Attributes hold text in quotes; expressions are never run.',
        fix: `Write ${attribute}="…".`,
      });
    } else if (value !== '') {
      values[attribute] = value;
      reader.count(attribute === 'src' ? '' : value);
    }
  }
  for (const { text, offset } of tag.rest) {
    reader.report('element-attribute', reader.placeOf(node, node.value, offset), {
      message: `“${text}” in <${name}> is no attribute.`,
      why: 'Attributes are written as name="text".',
      fix: 'Take it out, or close the quotes before it.',
    });
  }
  for (const attribute of known) {
    if (
      rules[attribute] === 'required' &&
      values[attribute] === undefined &&
      tag.attributes.get(attribute)?.value !== null
    ) {
      reader.report(
        'element-attribute',
        { ...reader.placeOf(node), field: attribute },
        {
          message: `<${name}> has no “${attribute}”.`,
          why:
            attribute === 'alt'
              ? 'Readers who cannot see the picture need to be told what it shows.'
              : 'It cannot be shown without it.',
          fix: `Add ${attribute}="…".`,
        },
      );
    }
  }
  return values;
}

/** Makes the element of an opening tag and its content; `undefined` where the content does not fit. */
export function makeElement(reader: BodyReader, open: OpenElement, children: Element[]): Element | undefined {
  const { name, node } = open;
  const values = checkAttributes(reader, open);
  const misfit = (): undefined => {
    const { holds } = elementRules[name];
    reader.report('element-content', reader.placeOf(node), {
      message: `<${name}> holds ${children.length === 0 ? 'nothing' : 'something else than it can'}.`,
      why: `It holds ${holds}.`,
      fix:
        name === 'Figure'
          ? 'End it with “/>” and put the caption into its attribute.'
          : 'Change what stands between its tags.',
    });
  };
  const [first] = children;
  switch (name) {
    case 'Figure': {
      if (children.length > 0) return misfit();
      const { src, alt, caption, credit } = values;
      if (src === undefined || alt === undefined) return undefined;
      const checked = checkPicture(reader, src, { ...reader.placeOf(node), field: 'src' });
      return checked === undefined
        ? undefined
        : { type: 'figure', src: checked, alt, ...(caption && { caption }), ...(credit && { credit }) };
    }
    case 'PullQuote':
      if (children.length === 0 || !children.every(({ type }) => type === 'paragraph')) return misfit();
      return { type: 'pull-quote', ...(values['by'] && { by: values['by'] }), children };
    case 'FactBox': {
      const allowed = new Set<Element['type']>(['paragraph', 'list', 'table', 'crosshead']);
      if (children.length === 0 || !children.every(({ type }) => allowed.has(type))) return misfit();
      return { type: 'fact-box', title: values['title'] ?? '', children };
    }
    case 'KeyPoints':
      if (children.length !== 1 || first?.type !== 'list') return misfit();
      return { type: 'key-points', ...(values['title'] && { title: values['title'] }), items: first.items };
    case 'Timeline': {
      if (children.length !== 1 || first?.type !== 'list') return misfit();
      const events = first.items.map(({ children: [opening, ...rest] }) => {
        if (opening?.type !== 'paragraph') return undefined;
        const [time, ...text] = opening.children;
        if (time?.type !== 'strong') return undefined;
        const [lead] = text;
        if (lead?.type === 'text') lead.text = lead.text.replace(/^[\s:—–-]+/, '');
        return { time: time.children, children: text.length > 0 ? [{ ...opening, children: text }, ...rest] : rest };
      });
      const whole = events.filter((event) => event !== undefined);
      if (whole.length !== events.length) return misfit();
      return { type: 'timeline', ...(values['title'] && { title: values['title'] }), events: whole };
    }
    case 'Table': {
      if (children.length !== 1 || first?.type !== 'table') return misfit();
      const { caption, source } = values;
      return { ...first, ...(caption && { caption }), ...(source && { source }) };
    }
  }
}
