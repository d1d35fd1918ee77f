import matter from 'gray-matter';
import {
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import { problem, type Position, type Problem } from '../model/problem.ts';
import { conflictIn } from './conflict-markers.ts';
import { pathKey, readPlainYaml } from './plain-yaml.ts';

/**
 * Front matter is read and written here and nowhere else: strictly for content files (`readFrontMatter`, `readYaml`),
 * leniently for files of other systems (`readForeignFrontMatter`). gray-matter splits the file, and the package `yaml`
 * parses YAML 1.2, in which `country: NO` is Norway and a time keeps its offset; the plainest fields are read faster
 * (`plain-yaml.ts`).
 */

/** The fields of a file, and what is below them. */
interface FrontMatterParts {
  data: Record<string, unknown>;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
}

/** The front matter of a content file, with the positions of its fields. */
export interface FrontMatter extends FrontMatterParts {
  /** Line and column of the field at a path such as `['image', 'src']`, or of its nearest parent that exists. */
  positionOf(path: readonly PropertyKey[]): { line: number; column: number };
  /** A value without quotes as it was written, such as `007` for the number 7; `undefined` for all others. */
  writtenAt(path: readonly PropertyKey[]): string | undefined;
  /** What can be read, and most often means something else than was written. */
  warnings: Problem[];
}

/** Why front matter of another system cannot be read. */
export interface FrontMatterFault {
  message: string;
  line: number;
  column: number;
}

/** Reads a content file. Returns what is wrong with its front matter where it cannot be read. */
export function readFrontMatter(file: string, text: string): FrontMatter | Problem[] {
  const conflict = conflictIn(file, text);
  if (conflict) return [conflict];
  const fix = 'Begin the file with a line of three hyphens, then the fields, then three hyphens again.';
  const fence = /^---(.*)$/m.exec(text.slice(0, 200));
  if (!fence || fence.index !== 0) {
    const why = 'Every content file begins with its front matter.';
    return [problem('front-matter-missing', { file }, { message: 'The file does not begin with `---`.', why, fix })];
  }
  const language = fence[1]?.trim() ?? '';
  if (/^-+$/.test(language)) {
    const message = 'The file begins with more than three hyphens.';
    const why = 'Without a line of three hyphens nothing shows where the fields begin.';
    const exactly = 'Begin and end the fields with a line of exactly three hyphens.';
    return [problem('front-matter-missing', { file }, { message, why, fix: exactly })];
  }
  if (language !== '' && language !== 'yaml') {
    return [
      problem(
        'front-matter-language',
        { file, column: 4 },
        {
          message: `The front matter is marked as “${language}”.`,
          why: 'Front matter is YAML; nothing in it is ever run.',
          fix: 'Write the first line as `---` alone, and the fields as YAML.',
        },
      ),
    ];
  }
  const { close, closed } = closingFence(text);
  if (!closed) {
    const line = close < 0 ? 1 : text.slice(0, close + 1).split('\n').length;
    const message = 'The front matter has no closing `---`, alone on its line.';
    const why = 'Without it nothing shows where the fields end and the text begins.';
    return [problem('front-matter-unclosed', { file, line }, { message, why, fix })];
  }
  // Before it is split: gray-matter, too, needs time in proportion to the square of the number of blank lines.
  const excess = excessOf(text.slice(0, close));
  if (excess) return [complexProblem({ file, line: excess.line }, excess.message)];
  const { yaml, body } = split(text, close);
  return readDocument(file, yaml, body, text);
}

/**
 * Reads a content file that is YAML alone, such as `site.yaml`. A file that is a list and has no fields is read as one field
 * with the name `list`.
 */
export function readYaml(file: string, text: string, list?: string): FrontMatter | Problem[] {
  const conflict = conflictIn(file, text);
  if (conflict) return [conflict];
  const excess = excessOf(text);
  return excess
    ? [complexProblem({ file, line: excess.line }, excess.message)]
    : readDocument(file, text, '', text, list);
}

/**
 * Reads a file of another system. Blank lines before the front matter, duplicate fields (the last one counts) and quoted
 * text that is not indented are accepted. `null` where the file has no front matter.
 */
export function readForeignFrontMatter(text: string): FrontMatterParts | FrontMatterFault | null {
  const blank = /^\s*?(?=---[^\S\n]*\n)/.exec(text)?.[0];
  if (blank === undefined) return null;
  const fenced = text.slice(blank.length);
  const { close, closed } = closingFence(fenced);
  if (!closed) return null;
  const excess = excessOf(fenced.slice(0, close));
  if (excess) return { message: excess.message, line: blank.split('\n').length - 1 + excess.line, column: 1 };
  const { yaml, body } = split(fenced, close);
  const lines = new LineCounter();
  const parse = (source: string, lineCounter?: LineCounter): Document.Parsed =>
    parseDocument(source, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      ...(lineCounter && { lineCounter }),
    });
  const asWritten = parse(yaml, lines);
  const [error] = asWritten.errors;
  const document = error ? parse(indentQuoted(yaml)) : asWritten;
  if (error && document.errors.length > 0) {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      message: error.message,
      line: blank.split('\n').length - 1 + Math.max(line, 1),
      column: Math.max(col, 1),
    };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    return { message: 'Its aliases lead nowhere or multiply without end.', line: blank.split('\n').length, column: 1 };
  }
  return { data: isRecord(data) ? data : {}, body, bodyLine: lineAfter(text, body) };
}

/** Writes a file: the fields that are not undefined, then the body. The same fields always give the same bytes. */
export function writeFrontMatter(fields: Record<string, unknown>, body: string): string {
  const yaml = stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
  const text = body.trim();
  return text === '' ? `---\n${yaml}---\n` : `---\n${yaml}---\n\n${text}\n`;
}

/** gray-matter closes the front matter at the first line that begins with `---`. It must be alone on that line. */
function closingFence(text: string): { close: number; closed: boolean } {
  const close = text.indexOf('\n---', 3);
  return { close, closed: close >= 0 && /^[ \t]*(?:\n|$)/.test(text.slice(close + 4, close + 200)) };
}

/**
 * Splits a file that begins with front matter, which `closingFence` closes at `close`. The YAML begins on the line of the opening
 * `---`. gray-matter does not get the body: it looks the whole text up in a table, which takes as long as to parse the YAML.
 */
function split(text: string, close: number): { yaml: string; body: string } {
  let yaml = '';
  const end = close + '\n---'.length;
  matter(text.slice(0, end), {
    language: 'yaml',
    engines: {
      yaml: (source: string) => {
        yaml = source;
        return {};
      },
      // gray-matter would run JavaScript.
      javascript: refuse,
      json: refuse,
    },
  });
  return { yaml, body: text.slice(end).replace(/^\r?\n?/, '') };
}

function readDocument(file: string, yaml: string, body: string, text: string, list?: string): FrontMatter | Problem[] {
  const known = list === undefined ? readPlainYaml(yaml) : undefined;
  if (known) {
    const { data, places } = known;
    return {
      data,
      body,
      bodyLine: lineAfter(text, body),
      positionOf(path) {
        let place = places.get(pathKey(path));
        for (let length = path.length - 1; !place && length > 0; length -= 1)
          place = places.get(pathKey(path.slice(0, length)));
        return { line: place?.line ?? 1, column: place?.column ?? 1 };
      },
      writtenAt: (path) => places.get(pathKey(path))?.written,
      warnings: [],
    };
  }
  const lines = new LineCounter();
  // The package would compare each key with all others.
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const positionAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings].slice(0, mostFaults);
  if (faults.length > 0) {
    const found = faults.map((fault) => ({ at: positionAt(fault.pos[0]), words: wordsOf(fault, yaml) }));
    // Where the parser loses its way, the next faults are most often consequences of that one.
    const lost = found.findIndex(({ words: [, fix] }) => fix === undefined);
    return found
      .slice(0, lost < 0 ? found.length : lost + 1)
      .map(({ at, words }) => syntaxProblem({ file, ...at }, ...words));
  }
  const { twice, aliases, fullest } = surveyOf(document);
  if (twice.length > 0)
    return twice
      .slice(0, mostFaults)
      .map(({ name, offset }) =>
        syntaxProblem({ file, ...positionAt(offset) }, `\`${name}\` is there twice.`, 'Take one of the two lines out.'),
      );
  if (fullest > mostKeys)
    return [complexProblem({ file }, `The front matter has ${fullest.toLocaleString('en')} fields in one place.`)];
  if (aliases.length > mostAliases)
    return [
      complexProblem({ file }, `The front matter has ${aliases.length.toLocaleString('en')} aliases (\`*name\`).`),
    ];
  const isList = list !== undefined && isSeq(document.contents);
  if (list !== undefined && document.contents !== null && !isList)
    return [syntaxProblem({ file }, 'The file is not a list.', 'Begin each entry on its own line with a hyphen.')];
  const inDocument = (path: readonly PropertyKey[]): readonly PropertyKey[] => (isList ? path.slice(1) : path);
  if (document.contents !== null && !isList && !isMap(document.contents)) {
    const [, name] = /^([\w-]{1,40}:)[^\s/]/m.exec(yaml.slice(0, 500)) ?? [];
    // A file that is YAML alone has no line of hyphens above its fields.
    const line = yaml === text ? 1 : 2;
    return [
      name !== undefined && isScalar(document.contents)
        ? syntaxProblem({ file, line }, ...unseparated(name))
        : syntaxProblem({ file, line }, 'The front matter is not a list of `field: value` lines.'),
    ];
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 }) ?? {};
    if (isList) data = { [list]: data };
  } catch (error) {
    const unknown = error instanceof Error ? /^Unresolved alias.*: (.*)$/.exec(error.message)?.[1] : undefined;
    const message =
      unknown === undefined
        ? 'Aliases multiply without end.'
        : `Nothing is called “${unknown}”, so *${unknown} means nothing.`;
    const at = aliases.find(({ name }) => name === unknown)?.offset;
    return [syntaxProblem({ file, line: 2, ...(at !== undefined && positionAt(at)) }, message)];
  }
  return {
    data: isRecord(data) ? data : {},
    body,
    bodyLine: lineAfter(text, body),
    positionOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const start = startOf(document, inDocument(path.slice(0, length)));
        if (start !== undefined) return positionAt(start);
      }
      return { line: 1, column: 1 };
    },
    writtenAt(path) {
      const node: unknown = document.getIn(inDocument(path), true);
      return isScalar(node) && node.type === 'PLAIN' && node.source !== '' ? node.source : undefined;
    },
    warnings: [
      ...cutValues(document, yaml).map(({ offset, field, comment }) =>
        problem(
          'value-cut',
          { file, field, ...positionAt(offset) },
          {
            message: `The value of “${field}” ends before \`#${comment}\`.`,
            why: 'A “#” after a blank begins a comment, which is not part of the value.',
            fix: 'Put the value in quotes if the “#” is part of it. If it begins a comment, put a blank after it.',
          },
        ),
      ),
      ...unusedAnchors(document, yaml).map(({ offset, field, name }) =>
        problem(
          'value-cut',
          { file, field, ...positionAt(offset) },
          {
            message: `\`&${name}\` is not part of the value of “${field}”.`,
            why: 'A “&” at the beginning of a value makes an anchor of the word, which is not shown.',
            fix: 'Put the value in quotes.',
          },
        ),
      ),
    ],
  };
}

/** Values without quotes that are followed by a comment which looks like the rest of the value: `Plan #2`. */
function cutValues(document: Document.Parsed, yaml: string): { offset: number; field: string; comment: string }[] {
  const found: { offset: number; field: string; comment: string }[] = [];
  visit(document, {
    Scalar(key, { type, range }, path) {
      if (key === 'key' || type !== 'PLAIN' || !range) return;
      const rest = /^([ \t]*)#( ?\d.*|[^\s#].*)/.exec(yaml.slice(range[1], range[1] + 200));
      const pair = path.findLast((each) => isPair(each));
      if (rest)
        found.push({
          offset: range[1] + (rest[1] ?? '').length,
          field: isPair(pair) ? String(pair.key) : '',
          comment: (rest[2] ?? '').slice(0, 60),
        });
    },
  });
  return found;
}

/** Words that an anchor takes out of the text, though nothing refers to it: `kicker: &co`. */
function unusedAnchors(document: Document.Parsed, yaml: string): { offset: number; field: string; name: string }[] {
  const found: { offset: number; field: string; name: string }[] = [];
  const used = new Set<string>();
  visit(document, {
    Alias(_, { source }) {
      used.add(source);
    },
    Node(key, node, path) {
      if (key === 'key' || !('anchor' in node) || node.anchor === undefined || !node.range) return;
      const pair = path.findLast((each) => isPair(each));
      const offset = Math.max(yaml.lastIndexOf(`&${node.anchor}`, node.range[0]), 0);
      found.push({ offset, field: isPair(pair) ? String(pair.key) : '', name: node.anchor });
    },
  });
  return found.filter(({ name }) => !used.has(name));
}

/** Characters that can begin or end something in YAML. */
const signs: ReadonlySet<string> = new Set('[]{},:"\'&*!?|>%@`#');
/** No front matter of a real file has more characters, more lines and signs of YAML, or is nested deeper. */
const most = { characters: 256 * 1024, parts: 20_000, depth: 50 };
/** Of one map. */
const mostKeys = 1000;
const mostAliases = 100;
/** A file with more faults is broken as a whole. */
const mostFaults = 20;

/** Why YAML is not parsed: the parser would need too much time or too deep a stack. One pass over the text. */
function excessOf(yaml: string): { line: number; message: string } | undefined {
  if (yaml.length > most.characters)
    return { line: 1, message: `The front matter has more than ${most.characters.toLocaleString('en')} characters.` };
  const deep = `The front matter is nested more than ${most.depth} levels deep.`;
  const indents: number[] = [];
  let brackets = 0;
  let parts = 0;
  for (const [index, line] of yaml.split('\n').entries()) {
    const marks = /^ *(?:[-?:][ \t]+)*/.exec(line)?.[0] ?? '';
    const indent = marks.search(/[^ ]|$/);
    if (indent < line.length) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    const markers = marks.replace(/\s/g, '').length;
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
      if (signs.has(character)) parts += 1;
      if (brackets > most.depth) return { line: index + 1, message: deep };
    }
    if (indents.length + markers > most.depth) return { line: index + 1, message: deep };
    parts += 1;
    if (parts > most.parts)
      return {
        line: 1,
        message: `The front matter has more than ${most.parts.toLocaleString('en')} lines and signs of YAML.`,
      };
  }
  return undefined;
}

/** Keys that a map has twice, aliases, and the number of keys of the fullest map. */
function surveyOf(document: Document.Parsed): Record<'twice' | 'aliases', { name: string; offset: number }[]> & {
  fullest: number;
} {
  const twice: { name: string; offset: number }[] = [];
  const aliases: { name: string; offset: number }[] = [];
  let fullest = 0;
  visit(document, {
    Map(_, map) {
      const names = new Set<string>();
      for (const { key } of map.items) {
        if (isCollection(key)) continue;
        const name = String(key);
        if (names.has(name)) twice.push({ name, offset: (isNode(key) && key.range?.[0]) || 0 });
        names.add(name);
      }
      fullest = Math.max(fullest, map.items.length);
    },
    Alias(_, { source, range }) {
      aliases.push({ name: source, offset: range?.[0] ?? 0 });
    },
  });
  return { twice, aliases, fullest };
}

/** What is wrong with YAML and how to mend it, in words for an editor where the fault is a common one. */
function wordsOf({ code, message, pos: [from, to] }: YAMLError, yaml: string): [message: string, fix?: string] {
  const begin = yaml.lastIndexOf('\n', from - 1) + 1;
  const end = yaml.indexOf('\n', from);
  const line = yaml.slice(begin, Math.min(end < 0 ? yaml.length : end, begin + 500));
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') {
    const lines = yaml.slice(begin, Math.min(Math.max(to, begin + line.length), begin + 500));
    const [field] = /^[ \t]*[\w-]{1,40}:(?=[^\s/])/m.exec(lines) ?? [];
    if (field !== undefined) return unseparated(field.trim());
  }
  const [, name = '', value = ''] = /^([ \t]*(?:- )?[^\s:#"'[{][^:]{0,60}:)[ \t]+(.*?)[ \t]*$/.exec(line) ?? [];
  // A value that is text, and not the beginning of a list, of a map or of a block.
  if (value === '' || value.length > 400 || /^[[{|>?]|^- /.test(value) || !quotable.has(code)) return [message];
  const isNested = code === 'BLOCK_AS_IMPLICIT_KEY';
  // The further lines of a value, not its first one, may hold the colon.
  if (isNested && !/:(?:\s|$)/.test(value)) return [message];
  return [
    isNested ? 'A colon and a blank are inside the value.' : `${message}.`.replace(/\.\.$/, '.'),
    `Put the value in quotes: \`${name.trim()} ${inQuotes(value)}\`.`,
  ];
}

/** `field` ends with its colon. */
function unseparated(field: string): [message: string, fix: string] {
  return [`After \`${field}\` a blank is missing.`, `Write a blank after the colon: \`${field} …\`.`];
}

const quotable: ReadonlySet<YAMLError['code']> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
  'BAD_SCALAR_START',
  'TAG_RESOLVE_FAILED',
]);

function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** The line on which `body`, the end of `text`, begins. */
function lineAfter(text: string, body: string): number {
  return text.slice(0, text.length - body.length).split('\n').length;
}

/** The offset of the value at `path`; of its key, where it is an empty field of a map. */
function startOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const node: unknown = document.getIn(path, true);
  if (isNode(node) && node.range && node.range[1] > node.range[0]) return node.range[0];
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  for (const { key } of parent.items) {
    if (isNode(key) && key.range && String(key) === String(path.at(-1))) return key.range[0];
  }
  return undefined;
}

function syntaxProblem(
  position: Position,
  message: string,
  fix = 'Put text that holds a colon, a quote or a # in "double quotes", and indent with spaces.',
): Problem {
  const part = position.file.endsWith('.yaml') ? 'file' : 'front matter';
  const why = `The ${part} must be YAML before anything in it can be understood.`;
  return problem('front-matter-syntax', position, { message: message.replaceAll('\n', ' '), why, fix });
}

function complexProblem(position: Position, message: string): Problem {
  return problem('front-matter-syntax', position, {
    message,
    why: 'No article has so much, and reading it would keep the whole site waiting.',
    fix: 'Write only the fields of docs/writing.md, and the text below the second line of three hyphens.',
  });
}

/** Indents the further lines of quoted text. Without that it is an error in YAML 1.2, but older parsers accepted it. */
function indentQuoted(yaml: string): string {
  let quote: string | undefined;
  return yaml
    .split('\n')
    .map((line) => {
      const inside = quote !== undefined;
      const quoted = inside ? line : (/^[\w-]+:\s*(["'].*)$/.exec(line)?.[1] ?? '');
      for (const mark of quoted.replace(/\\./g, '').match(/["']/g) ?? []) {
        if (quote === undefined) quote = mark;
        else if (mark === quote) quote = undefined;
      }
      return inside ? `  ${line}` : line;
    })
    .join('\n');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(): never {
  throw new Error('Front matter is YAML only.');
}
