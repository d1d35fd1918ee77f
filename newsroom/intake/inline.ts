import type { PhrasingContent, Text } from 'mdast';
import type { Inline } from '../../elements/element.ts';
import { normalPath, picturePath } from '../model/path.ts';
import { validAddress } from '../model/web-address.ts';
import { elementNames, isElementName } from './element-rules.ts';
import type { BodyReader } from './reader.ts';

/** Runs of text, from what remark found in a paragraph, a heading or a table's cell. */
export function readInlines(reader: BodyReader, nodes: readonly PhrasingContent[]): Inline[] {
  return reader.within(nodes, () => nodes.flatMap((node) => readInline(reader, node)));
}

function readInline(reader: BodyReader, node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return [readText(reader, node)];
    case 'html':
      return [{ type: 'text', text: node.value }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: readInlines(reader, node.children) }];
    case 'inlineCode':
      reader.count(node.value);
      // A line break in code is a space (CommonMark, 6.1).
      return [{ type: 'code', text: node.value.replaceAll('\n', ' ') }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return readLink(reader, node, node.url, node.title, readInlines(reader, node.children));
    case 'linkReference': {
      const definition = reader.definitions.get(node.identifier);
      const children = readInlines(reader, node.children);
      return definition ? readLink(reader, node, definition.url, definition.title, children) : children;
    }
    case 'image':
      return readPicture(reader, node, node.url, node.alt);
    case 'imageReference': {
      const definition = reader.definitions.get(node.identifier);
      return definition
        ? readPicture(reader, node, definition.url, node.alt)
        : [{ type: 'text', text: node.alt ?? '' }];
    }
    case 'footnoteReference': {
      const note = reader.footnotes.get(node.identifier);
      if (!note) return [];
      note.uses += 1;
      if (note.number === 0) note.number = reader.cited.push(note);
      return [{ type: 'footnote', number: note.number, use: note.uses }];
    }
  }
}

const knownTag =
  /<\/?(?:a|abbr|article|audio|b|blockquote|br|button|center|cite|code|del|details|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video)(?:\s[^<>]*)?\/?>|<!--/i;
const elementInProse = new RegExp(`</?(${elementNames.join('|')})(?=[\\s/>])`, 'gi');

function readText(reader: BodyReader, node: Text): Inline {
  const { value } = node;
  reader.count(value);
  const tag = knownTag.exec(value);
  const tagPlace = reader.placeOf(node, value, tag?.index);
  if (tag && !isElementName(/\w+/.exec(tag[0])?.[0] ?? '') && !reader.isEscaped(tagPlace.line, tag[0])) {
    reader.report('html-unsupported', tagPlace, {
      message: `\`${tag[0]}\` is HTML, which stands in the text as it is written.`,
      why: 'A body holds Markdown and the elements of docs/writing.md, so that it can be shown in every format.',
      fix: 'Write it as Markdown, or put a backslash before the `<` where the sign itself is meant.',
    });
  }
  for (const element of value.matchAll(elementInProse)) {
    const place = reader.placeOf(node, value, element.index);
    const name = elementNames.find((known) => known.toLowerCase() === element[1]?.toLowerCase());
    // In lower case, these two are HTML, and were told as such.
    if (element[1] === 'table' || element[1] === 'figure' || reader.isEscaped(place.line, element[0])) continue;
    reader.report('element-place', place, {
      message: `\`${element[0]}\` stands inside a line of text, or is not complete.`,
      why: 'An element opens and closes on lines of its own; anything else is read as prose.',
      fix: `Put <${name} …> on a line of its own with a blank line before it, and close its quotes and its “>”.`,
    });
  }
  for (const note of value.matchAll(/\[\^([^\]\s]+)\]/g)) {
    const place = reader.placeOf(node, value, note.index);
    if (reader.isEscaped(place.line, note[0])) continue;
    reader.report('footnote-missing', place, {
      message: `The footnote “${note[1]}” is referred to, but nowhere written.`,
      why: 'The reader would see the bare sign.',
      fix: `Add a line at the end: \`[^${note[1]}]: The note.\``,
    });
  }
  return { type: 'text', text: joinLines(value) };
}

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const breakBetweenWide = new RegExp(`(?<=${wide})\\n(?=${wide})`, 'gu');

/** A line break in the source is a space, except between two signs of a script that has none. */
function joinLines(text: string): string {
  return text.includes('\n') ? text.replace(breakBetweenWide, '').replaceAll('\n', ' ') : text;
}

function readLink(
  reader: BodyReader,
  node: PhrasingContent,
  url: string,
  title: string | null | undefined,
  children: Inline[],
): Inline[] {
  const stated = url.trim();
  const href = validAddress(stated) ?? '';
  const place = reader.placeOf(node);
  if (/^\/(?![/\\])/.test(stated)) {
    const [, room, name] = /^\/(topics|people|storylines)\/([^/?#]+)/.exec(href) ?? [];
    const [article] = /^\/\d{4}\/\d\d\/\d\d\/[^/?#]+/.exec(href) ?? [];
    const target = article?.replace(/\.(?:txt|md|json)$/, '');
    if (target !== undefined) reader.mention('article', normalPath(target) ?? target, place);
    else if (room === 'topics' && name) reader.mention('topic', name, place);
    else if (room === 'people' && name) reader.mention('person', name, place);
    else if (room === 'storylines' && name) reader.mention('storyline', name, place);
  } else if (!/^(?:https?:\/\/[^\s/]|mailto:\S|tel:[+\d]|#\S)/i.test(href)) {
    reader.report('link-invalid', place, {
      message: `“${stated}” is no address that a link can have; its text is kept without the link.`,
      why: 'A link leads to https://… (without a user’s name in it), mailto:…, an address of this site that begins with “/”, or a “#” on this page.',
      fix: 'Write the whole address.',
    });
    return children;
  }
  return [title ? { type: 'link', href, title, children } : { type: 'link', href, children }];
}

function readPicture(reader: BodyReader, node: PhrasingContent, url: string, alt: string | null | undefined): Inline[] {
  const place = { ...reader.placeOf(node), field: 'src' };
  const src = checkPicture(reader, url, place);
  if (src === undefined) return alt ? [{ type: 'text', text: alt }] : [];
  if (!alt) {
    reader.report('picture-invalid', { ...place, field: 'alt' }, missingAlt);
    return [];
  }
  return [{ type: 'image', src, alt }];
}

const missingAlt = {
  message: 'The picture has no text that stands in for it.',
  why: 'Readers who cannot see it, and the line that shows while it loads, need that text.',
  fix: 'Say in `alt` what is to be seen.',
};

/** A picture's path under `images/`, or `undefined` where the source cannot be one. */
export function checkPicture(
  reader: BodyReader,
  url: string,
  place: { line: number; column: number; field: string },
): string | undefined {
  let src = url;
  try {
    src = decodeURI(url);
  } catch {
    // A stray per cent sign is part of the name.
  }
  src = picturePath(src);
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(url) || /(?:^|\/)\.\.?(?:\/|$)/.test(src)) {
    reader.report('link-invalid', place, {
      message: `“${url}” is no picture of this newsroom.`,
      why: 'Pictures lie under images/, so that the reader asks no other server for anything.',
      fix: 'Put the file under images/ and write its path from there.',
    });
    return undefined;
  }
  reader.mention('picture', src, place);
  return src;
}
