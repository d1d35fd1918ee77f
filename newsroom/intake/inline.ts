import type { PhrasingContent, Text } from 'mdast';
import { tagSyntaxes } from '../../elements/elements.ts';
import type { Inline } from '../../elements/inline/inline.ts';
import { unmask } from '../markdown/literal.ts';
import { forbiddenCharacter } from '../model/characters.ts';
import { decodedText, picturePath } from '../model/path.ts';
import { linkAddress } from '../model/web-address.ts';
import { linkReference } from './link-reference.ts';
import type { BodyReader, Position } from './reader.ts';

/** Reads the runs of text of a paragraph, a heading or a cell of a table. */
export function readInlines(reader: BodyReader, nodes: readonly PhrasingContent[]): Inline[] {
  const runs = reader.within(nodes, () => nodes.flatMap((node) => readInline(reader, node)));
  return nodes.some(({ type }) => type === 'comment') ? closeGaps(runs) : runs;
}

/** Joins the texts around comments that were left out: one space stays of those on both sides, and none at the ends. */
function closeGaps(runs: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.type !== 'text') joined.push(run);
    else if (last?.type === 'text') {
      const next = /\s$/.test(last.text) ? run.text.trimStart() : run.text;
      joined[joined.length - 1] = { type: 'text', text: last.text + next };
    } else joined.push(last === undefined || last.type === 'break' ? { ...run, text: run.text.trimStart() } : run);
  }
  const last = joined.at(-1);
  if (last?.type === 'text') joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined.filter((run) => run.type !== 'text' || run.text !== '');
}

function readInline(reader: BodyReader, node: PhrasingContent): Inline[] {
  switch (node.type) {
    case 'text':
      return [readText(reader, node)];
    case 'html':
      return [{ type: 'text', text: node.value }];
    case 'comment':
      return reader.comment(node);
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
        : [{ type: 'text', text: reader.plain(node, node.alt ?? '', reader.positionOf(node)) }];
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

const htmlNames =
  'a|abbr|article|audio|b|blockquote|br|button|center|cite|code|del|details|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|video';
const htmlName = new RegExp(`^(?:${htmlNames})$`);
const htmlTag = new RegExp(`</?(${htmlNames})(?:\\s[^<>]*)?/?>`, 'i');

const tagNames = [...tagSyntaxes.keys()];
const elementInLine = new RegExp(`</?(${tagNames.join('|')})(?=[\\s/>])`, 'gi');

/** The checks see a text in which characters with a backslash are masked, so that they are no tag and no mark of a note. */
function readText(reader: BodyReader, node: Text): Inline {
  const { value } = node;
  const text = reader.plain(node, value);
  reader.count(text);
  if (anyMark.test(value)) reportMarks(reader, node, value);
  return { type: 'text', text: joinLines(text) };
}

/** What begins a tag or the mark of a note. Most texts have neither. */
const anyMark = /[<[]/;

function reportMarks(reader: BodyReader, node: Text, value: string): void {
  const html = htmlTag.exec(value);
  if (html && !tagSyntaxes.has(html[1] ?? '')) {
    reader.report('html-unsupported', reader.positionOf(node, value, html.index), {
      message: `\`${unmask(html[0])}\` is HTML, which is shown as plain text.`,
      why: 'A body holds Markdown and the elements of docs/writing.md, so that it can be shown in every format.',
      fix: 'Write it in Markdown. If the character `<` itself is meant, put a backslash before it.',
    });
  }
  for (const { 0: tag, 1: written = '', index } of value.matchAll(elementInLine)) {
    // In lower case, some names are HTML, which was reported above.
    if (htmlName.test(written)) continue;
    const name = tagNames.find((known) => known.toLowerCase() === written.toLowerCase());
    reader.report('element-place', reader.positionOf(node, value, index), {
      message: `\`${tag}\` is inside a line of text, or is not complete.`,
      why: 'The tags of an element are on their own lines. Anything else is shown as plain text.',
      fix: `Put <${name} …> on its own line with a blank line before it, and close its quotes and its “>”.`,
    });
  }
  for (const { 1: name, index } of value.matchAll(/\[\^([^\]\s]+)\]/g)) {
    reader.report('footnote-missing', reader.positionOf(node, value, index), {
      message: `There is no footnote “${unmask(name ?? '')}”, but the text refers to it.`,
      why: 'The reader would see the mark as plain text.',
      fix: `Add a line at the end: \`[^${unmask(name ?? '')}]: The note.\``,
    });
  }
}

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const breakBetweenWide = new RegExp(`(?<=${wide})\\n(?=${wide})`, 'gu');

/** A line break in the source is a space, except between two characters of a script without spaces. */
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
  const position = reader.positionOf(node);
  const written = reader.plain(node, url, position).trim();
  const href = linkAddress(written);
  if (href?.startsWith('/')) {
    const found = linkReference(href);
    // An old address may have a query, which only its alias knows.
    if (found && (found.kind !== 'page' || !href.includes('?'))) reader.refer(found.kind, found.target, position);
  } else if (href?.startsWith('#')) {
    reader.fragments.push({ id: decodedText(href.slice(1)), position });
  } else if (href === undefined) {
    reader.report('link-invalid', position, {
      message: `“${written}” cannot be the address of a link. The text is shown without the link.`,
      why: 'A link leads to https://… (without a user name in it), mailto:…, an address of this site that begins with “/”, or a “#” on this page.',
      fix: 'Write the full address.',
    });
    return children;
  }
  const tip = reader.plain(node, title ?? '', position);
  return [tip ? { type: 'link', href, title: tip, children } : { type: 'link', href, children }];
}

function readPicture(
  reader: BodyReader,
  node: PhrasingContent,
  url: string,
  masked: string | null | undefined,
): Inline[] {
  const position = { ...reader.positionOf(node), field: 'src' };
  const src = checkPicture(reader, reader.plain(node, url, position), position);
  const alt = reader
    .plain(node, masked ?? '', position)
    .replace(/\s+/g, ' ')
    .trim();
  if (src === undefined) return alt ? [{ type: 'text', text: alt }] : [];
  if (!alt) {
    reader.report('picture-invalid', { ...position, field: 'alt' }, missingAlt);
    return [];
  }
  return [{ type: 'image', src, alt }];
}

const missingAlt = {
  message: 'The picture has no alternative text.',
  why: 'Readers who cannot see the picture need it, and it is shown while the picture loads.',
  fix: 'Describe in `alt` what the picture shows.',
};

/**
 * The path of a picture under `images/`, which is recorded as a reference; `undefined` if the address cannot be one, which
 * is reported.
 */
export function checkPicture(reader: BodyReader, url: string, position: Position): string | undefined {
  const src = picturePath(url);
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(url) || /(?:^|\/)\.\.?(?:\/|$)/.test(src) || forbiddenCharacter(src)) {
    reader.report('link-invalid', position, {
      message: `“${url}” is not a picture of this newsroom.`,
      why: 'Pictures are under images/, so that a page asks no other server for anything.',
      fix: 'Put the file under images/ and write its path from there.',
    });
    return undefined;
  }
  reader.refer('picture', src, position);
  return src;
}
