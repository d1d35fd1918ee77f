import { parseDocument, stringify } from 'yaml';

/** A file of the newsroom, or of another system: YAML front matter, then the body. The same content always gives the same bytes. */

/** A file in its two parts. */
export interface FileParts {
  fields: Record<string, unknown>;
  body: string;
}

/** Front matter that is not valid YAML, and the position of the fault. Line and column count from 1. */
export interface FrontMatterFault {
  message: string;
  line: number;
  column: number;
}

// The order in which an editor reads the fields. Other fields come after these.
const ORDER = [
  'id',
  'headline',
  'title',
  'name',
  'kind',
  'seoTitle',
  'socialTitle',
  'kicker',
  'standfirst',
  'type',
  'byline',
  'agency',
  'dateline',
  'published',
  'updated',
  'embargo',
  'expires',
  'status',
  'reason',
  'topics',
  'storyline',
  'lang',
  'aliases',
  'canonical',
  'image',
  'related',
  'sources',
  'corrections',
];

/** The fields in the order in which they are written. */
export function orderFields(fields: Record<string, unknown>): Record<string, unknown> {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** The text of a file. */
export function formatFile(fields: Record<string, unknown>, body: string): string {
  const yaml = stringify(orderFields(fields), { lineWidth: 0, aliasDuplicateObjects: false });
  const text = body.trim();
  return text === '' ? `---\n${yaml}---\n` : `---\n${yaml}---\n\n${text}\n`;
}

/**
 * Reads a file of any system. Null if it has no front matter. It accepts more than `dateline check` does: blank lines at
 * the beginning, fields that occur twice, and quoted text that continues at the left margin.
 */
export function parseFile(text: string): FileParts | FrontMatterFault | null {
  const match = /^(\s*)---[^\S\n]*\n([\s\S]*?)^---[^\S\n]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) return null;
  const [frontMatter, before = '', yaml = ''] = match;
  const asWritten = parseYaml(yaml);
  const document = asWritten.errors.length > 0 ? parseYaml(indentQuotedText(yaml)) : asWritten;
  const [error] = document.errors.length > 0 ? asWritten.errors : [];
  if (error) {
    const [position] = error.linePos ?? [];
    return {
      message: error.message.split('\n')[0] ?? error.message,
      line: before.split('\n').length + (position?.line ?? 1),
      column: position?.col ?? 1,
    };
  }
  const fields: unknown = document.toJS({ maxAliasCount: 20 });
  return { fields: isRecord(fields) ? fields : {}, body: text.slice(frontMatter.length) };
}

const parseYaml = (yaml: string): ReturnType<typeof parseDocument> =>
  parseDocument(yaml, { uniqueKeys: false, prettyErrors: true, logLevel: 'silent' });

/** Indents quoted text that continues at the left margin. YAML 1.2 forbids it, but the parsers of older tools accepted it. */
function indentQuotedText(yaml: string): string {
  let quote: string | null = null;
  return yaml
    .split('\n')
    .map((line) => {
      const inside = quote !== null;
      for (const mark of (inside ? line : (/^[\w-]+:\s*(["'].*)$/.exec(line)?.[1] ?? ''))
        .replace(/\\./g, '')
        .match(/["']/g) ?? []) {
        if (quote === null) quote = mark;
        else if (mark === quote) quote = null;
      }
      return inside ? `  ${line}` : line;
    })
    .join('\n');
}

/** Whether a value is a map of fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
