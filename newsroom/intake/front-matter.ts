import matter from 'gray-matter';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { problem, type Place, type Problem } from '../model/problem.ts';

/** A file's front matter as plain data, with a way to say where a field stands. */
export interface FrontMatter {
  data: Record<string, unknown>;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  /** Line and column of a field, or of its nearest parent that is there. */
  placeOf(path: readonly PropertyKey[]): { line: number; column: number };
}

const fix = 'Begin the file with a line of three hyphens, then the fields, then three hyphens again.';

/**
 * Splits a file and parses its YAML 1.2 (so that `country: NO` is Norway, and a time keeps its offset).
 * gray-matter may not run the languages that it knows beside YAML: one of them is JavaScript.
 */
export function readFrontMatter(file: string, text: string): FrontMatter | Problem[] {
  const fence = /^---(.*)$/m.exec(text.slice(0, 200));
  if (!fence || fence.index !== 0) {
    const why = 'Every content file begins with its front matter.';
    return [problem('front-matter-missing', { file }, { message: 'The file does not begin with `---`.', why, fix })];
  }
  const language = fence[1]?.trim() ?? '';
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
  // gray-matter ends the front matter at the first line that begins so, whatever else stands on it.
  const close = text.indexOf('\n---', 3);
  if (close < 0 || !/^[ \t]*(?:\n|$)/.test(text.slice(close + 4, close + 200))) {
    const line = close < 0 ? 1 : text.slice(0, close + 1).split('\n').length;
    const message = 'The front matter has no closing `---`, alone on its line.';
    const why = 'Without it nobody can tell where the fields end and the text begins.';
    return [problem('front-matter-unclosed', { file, line }, { message, why, fix })];
  }

  const lines = new LineCounter();
  let document: Document.Parsed | undefined;
  const { content } = matter(text, {
    language: 'yaml',
    engines: {
      yaml: (source: string) => {
        document = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
        return {};
      },
      javascript: refuse,
      json: refuse,
    },
  });
  return fromDocument(file, document ?? parseDocument(''), lines, content, text);
}

/** Parses a file that is YAML alone, such as `site.yaml`. */
export function readYaml(file: string, text: string): FrontMatter | Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  return fromDocument(file, document, lines, '', text);
}

function fromDocument(
  file: string,
  document: Document.Parsed,
  lines: LineCounter,
  body: string,
  text: string,
): FrontMatter | Problem[] {
  // The YAML of a content file begins on the line that holds `---`.
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return faults.map((fault) => syntaxProblem({ file, ...place(fault.pos[0]) }, fault.message));
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return [syntaxProblem({ file, line: 2 }, 'The front matter is not a list of `field: value` lines.')];
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch (error) {
    const unknown = error instanceof Error ? /^Unresolved alias.*: (.*)$/.exec(error.message)?.[1] : undefined;
    const message =
      unknown === undefined
        ? 'Aliases multiply without end.'
        : `Nothing is called “${unknown}”, so *${unknown} means nothing.`;
    return [syntaxProblem({ file, line: 2 }, message)];
  }
  return {
    data: isRecord(data) ? data : {},
    body,
    bodyLine: text.slice(0, text.length - body.length).split('\n').length,
    placeOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const start = startOf(document, path.slice(0, length));
        if (start !== undefined) return place(start);
      }
      return { line: 1, column: 1 };
    },
  };
}

/** Where the value at `path` begins; for a field of a map whose value is empty, where its key does. */
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

function syntaxProblem(place: Place, message: string): Problem {
  return problem('front-matter-syntax', place, {
    message: message.replaceAll('\n', ' '),
    why: 'The front matter must be YAML before anything in it can be understood.',
    fix: 'Put text that holds a colon, a quote or a # in "double quotes", and indent with spaces.',
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(): never {
  throw new Error('Front matter is YAML only.');
}
