import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { readForeignFrontMatter } from '../../newsroom/intake/front-matter.ts';
import { isRecord } from '../field-values.ts';

/**
 * The front matter of static sites in all its forms: YAML between hyphens, TOML between plus signs, JSON in braces or
 * between semicolons, and lines `Name: value` without a fence (Pelican, MkDocs, Hexo) or `.. name: value` (Nikola).
 */

/** The fields of a file as they are written, and what is below them. */
export interface StatedFrontMatter {
  fields: Record<string, unknown>;
  body: string;
  /** The source of the fields. */
  source: string;
}

/** Why front matter cannot be read. `line` counts from the beginning of the file. */
export interface UnreadableFrontMatter {
  message: string;
  line: number;
  column: number;
}

type Fields = { fields: Record<string, unknown> } | UnreadableFrontMatter;
type Parser = (source: string, firstLine: number) => Fields;

/** Reads the front matter of a post; null if it has none. `text` has Unix line ends. */
export function readPostFrontMatter(text: string): StatedFrontMatter | UnreadableFrontMatter | null {
  const blank = /^[\s\u200b\ufeff]*/.exec(text)?.[0] ?? '';
  const content = text.slice(blank.length);
  const line = blank.split('\n').length;
  for (const split of [fenced, jsonObject, dottedLines, plainLines]) {
    const parts = split(content);
    if (parts === null) continue;
    const read = parts.parse(parts.source, line + parts.skipped);
    return 'fields' in read ? { fields: read.fields, body: parts.body, source: parts.source } : read;
  }
  return null;
}

/** Reads a file that is YAML, TOML or JSON alone, such as `hugo.toml`. Null if it cannot be read. */
export function readDataFile(name: string, text: string): Record<string, unknown> | null {
  const parser = /\.toml$/i.test(name) ? readToml : /\.json$/i.test(name) ? readJson : readYaml;
  const read = parser(text.replace(/^\ufeff?---[^\S\n]*\n/, ''), 1);
  return 'fields' in read ? read.fields : null;
}

interface Parts {
  source: string;
  body: string;
  parse: Parser;
  /** Lines of the fence before the source. */
  skipped: number;
}

// Jekyll also ends YAML with three dots. Hugo and gray-matter take the name of a language after the fence.
const FENCES: [RegExp, RegExp, Parser][] = [
  [/^---[^\S\n]*(?:yaml|yml)?[^\S\n]*\n/i, /^(?:---|\.\.\.)[^\S\n]*$/m, readYaml],
  [/^---[^\S\n]*toml[^\S\n]*\n/i, /^---[^\S\n]*$/m, readToml],
  [/^---[^\S\n]*json[^\S\n]*\n/i, /^---[^\S\n]*$/m, readJson],
  [/^\+\+\+[^\S\n]*(?:toml)?[^\S\n]*\n/i, /^\+\+\+[^\S\n]*$/m, readToml],
  [/^;;;[^\S\n]*(?:json)?[^\S\n]*\n/i, /^;;;[^\S\n]*$/m, readJson],
];

function fenced(text: string): Parts | null {
  for (const [open, close, parse] of FENCES) {
    const start = open.exec(text)?.[0].length;
    if (start === undefined) continue;
    const rest = text.slice(start);
    const end = close.exec(rest);
    if (end === null) return null;
    return { source: rest.slice(0, end.index), body: rest.slice(end.index + end[0].length), parse, skipped: 1 };
  }
  return null;
}

/** JSON in braces at the beginning, as Hugo writes it. */
function jsonObject(text: string): Parts | null {
  if (!/^\{\s*["}]/.test(text)) return null;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:\\[\s\S]|[^"\\])*"|[{}]/g)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    if (depth > 0) continue;
    const end = index + token.length;
    return { source: text.slice(0, end), body: text.slice(end), parse: readJson, skipped: 0 };
  }
  return null;
}

/** Nikola: lines `.. title: …`, which can be in an HTML comment. */
function dottedLines(text: string): Parts | null {
  const [block = ''] = /^(?:<!--\s*\n)?(?:\.\.[^\S\n]+[\w-]+:.*(?:\n|$))+(?:\s*-->)?/.exec(text) ?? [];
  return block === '' ? null : { source: block, body: text.slice(block.length), parse: readDottedLines, skipped: 0 };
}

/** Lines `Name: value` without an opening fence. One of them must be the title: other texts begin with such a line too. */
function plainLines(text: string): Parts | null {
  const [block = ''] =
    /^(?:[A-Za-z][\w -]*:(?:[^\S\n].*)?(?:\n|$)(?:[^\S\n]+\S.*(?:\n|$)|-[^\S\n].*(?:\n|$))*)+/.exec(text) ?? [];
  if (!/^title:[^\S\n]*\S/im.test(block)) return null;
  const closing = /^(?:-{3,}|;{3,})[^\S\n]*(?:\n|$)/.exec(text.slice(block.length))?.[0];
  // Hexo closes its YAML with a fence that was never opened.
  return closing === undefined
    ? { source: block, body: text.slice(block.length), parse: readPlainLines, skipped: 0 }
    : { source: block, body: text.slice(block.length + closing.length), parse: readYaml, skipped: 0 };
}

function readYaml(source: string, firstLine: number): Fields {
  const read = readForeignFrontMatter(`---\n${source.trimEnd()}\n---\n`);
  if (read === null)
    return { message: 'A line in it begins with three hyphens and does not end it.', line: firstLine, column: 1 };
  if ('data' in read) return { fields: read.data };
  // The parser counts the fence as line 1.
  return { ...read, line: read.line - 2 + firstLine };
}

function readToml(source: string, firstLine: number): Fields {
  try {
    const fields = withTexts(parseToml(source));
    return { fields: isRecord(fields) ? fields : {} };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    return { message, line: firstLine + error.line - 1, column: error.column };
  }
}

function readJson(source: string, firstLine: number): Fields {
  try {
    // Hexo leaves out the braces.
    const value: unknown = JSON.parse(/^\s*\{/.test(source) ? source : `{${source}}`);
    return { fields: isRecord(value) ? value : {} };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), line: firstLine, column: 1 };
  }
}

const readDottedLines: Parser = (source) => ({
  fields: Object.fromEntries(
    [...source.matchAll(/^\.\.[^\S\n]+([\w-]+):(.*)$/gm)].map(([, name = '', value = '']) => [name, value.trim()]),
  ),
});

const readPlainLines: Parser = (source) => ({
  fields: Object.fromEntries(
    [...source.matchAll(/^([A-Za-z][\w -]*):(.*(?:\n[^\S\n]+\S.*)*)/gm)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' ').trim(),
    ]),
  ),
});

/** A value of TOML with texts in place of dates, as YAML and JSON have them. */
function withTexts(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(withTexts);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTexts(each)]))
    : value;
}
