import { parseDocument, stringify } from 'yaml';

/** An article file: YAML front matter, then the body. The same content always gives the same bytes. */

/** A file taken apart. `bodyLine` is the line on which the body begins. */
export interface FileParts {
  frontMatter: Record<string, unknown>;
  body: string;
  bodyLine: number;
}

/** Front matter that is no YAML, with the place of the fault. */
export interface FrontMatterFault {
  message: string;
  line: number;
  column: number;
}

// The order in which an editor reads a story's particulars; what is not listed follows behind.
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
export function inOrder(fields: Record<string, unknown>): Record<string, unknown> {
  const rank = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.fromEntries(Object.entries(fields).toSorted(([a], [b]) => rank(a) - rank(b)));
}

/** The text of a file. */
export function formatFile(fields: Record<string, unknown>, body: string): string {
  const yaml = stringify(inOrder(fields), { lineWidth: 0, aliasDuplicateObjects: false });
  const text = body.trim();
  return text === '' ? `---\n${yaml}---\n` : `---\n${yaml}---\n\n${text}\n`;
}

/** Takes a file apart, whoever wrote it; null when it has no front matter. */
export function parseFile(text: string): FileParts | FrontMatterFault | null {
  const match = /^(\s*)---[^\S\n]*\n([\s\S]*?)^---[^\S\n]*(?:\n|$)/m.exec(text);
  if (!match || match.index !== 0) return null;
  const [whole, before = '', yaml = ''] = match;
  const asWritten = parseYaml(yaml);
  const document = asWritten.errors.length > 0 ? parseYaml(indentQuoted(yaml)) : asWritten;
  const [error] = document.errors.length > 0 ? asWritten.errors : [];
  const opened = before.split('\n').length;
  if (error) {
    const [place] = error.linePos ?? [];
    return {
      message: error.message.split('\n')[0] ?? error.message,
      line: opened + (place?.line ?? 1),
      column: place?.col ?? 1,
    };
  }
  const fields: unknown = document.toJS({ maxAliasCount: 20 });
  return {
    frontMatter: isRecord(fields) ? fields : {},
    body: text.slice(whole.length),
    bodyLine: whole.split('\n').length,
  };
}

const parseYaml = (yaml: string): ReturnType<typeof parseDocument> =>
  parseDocument(yaml, { uniqueKeys: false, prettyErrors: true, logLevel: 'silent' });

/** Quoted text that runs on at the margin is an error in YAML 1.2, but the parsers of older tools took it. */
function indentQuoted(yaml: string): string {
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
