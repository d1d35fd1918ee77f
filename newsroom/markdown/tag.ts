import { decodeMasked } from './literal.ts';

interface Attribute {
  /** `null` if the attribute is no literal text: it has no value, or an expression. Some characters are masked (`literal.ts`). */
  value: string | null;
  /** The attribute as the source has it. */
  raw: string;
  /** Offset of the attribute's name from the `<`. */
  offset: number;
}

type TagKind = 'open' | 'close' | 'empty';

/** The tag of an element: `<FactBox title="…">`, `</FactBox>` or `<Figure … />`. */
export interface Tag {
  name: string;
  kind: TagKind;
  attributes: Map<string, Attribute>;
  /** What is no attribute, with its offset from the `<`. */
  rest: { text: string; offset: number }[];
}

/** Reads the source of a tag. */
export function readTag(source: string): Tag {
  const name = /^<\/?([A-Za-z0-9]+)/.exec(source)?.[1] ?? '';
  const kind = source.startsWith('</') ? 'close' : /\/\s*>\s*$/.test(source) ? 'empty' : 'open';
  const attributes = new Map<string, Attribute>();
  const rest: Tag['rest'] = [];
  const end = source.search(/\/?\s*>\s*$/);
  const pattern = /\s+|([A-Za-z_][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>]+))?|[^\s]+/gy;
  pattern.lastIndex = kind === 'close' ? name.length + 2 : name.length + 1;
  for (let match = pattern.exec(source); match !== null && match.index < end; match = pattern.exec(source)) {
    const [raw, attribute, written] = match;
    if (attribute !== undefined) {
      const quoted = written !== undefined && /^["']/.test(written);
      const value = quoted ? decodeMasked(written.slice(1, -1)).replace(/\s+/g, ' ').trim() : null;
      attributes.set(attribute, { value, raw, offset: match.index });
    } else if (raw.trim() !== '') {
      rest.push({ text: raw, offset: match.index });
    }
  }
  return { name, kind, attributes, rest };
}

/** Writes a tag that opens an element, or one that is all of it. Attributes without a text are left out. */
export function openingTag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  kind: Exclude<TagKind, 'close'> = 'open',
): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined || value === '' ? [] : [` ${attribute}="${escapeAttribute(value)}"`],
  );
  return `<${name}${written.join('')}${kind === 'empty' ? ' />' : '>'}`;
}

/** `readTag` resolves entities and backslashes in an attribute, so those are what must be escaped. */
function escapeAttribute(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '&#92;');
}
