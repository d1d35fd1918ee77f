import type { Nodes } from 'mdast';
import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import type { Body } from '../model/element.ts';

/**
 * Something outside its own file that a file names: an article by its address, anything else by its slug or path. An
 * alias is named so that its line is known when another file claims the same address.
 */
export interface Reference {
  kind: 'article' | 'picture' | 'topic' | 'person' | 'storyline' | 'alias';
  target: string;
  line: number;
  column: number;
  field: string | null;
}

export interface ReadBody {
  body: Body;
  references: Reference[];
  problems: Problem[];
}

/** What the parts of the body reader share while one body is read. */
export class BodyReader {
  readonly file: string;
  readonly firstLine: number;
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  readonly definitions = new Map<string, { url: string; title?: string | null }>();
  readonly footnotes = new Map<string, { number: number; uses: number }>();
  readonly headings = new Map<string, number>();
  level = 1;
  words = 0;

  readonly #lines: readonly string[];

  /** `firstLine` is the line of the file on which the body, `text`, begins. */
  constructor(file: string, text: string, firstLine: number) {
    this.file = file;
    this.firstLine = firstLine;
    this.#lines = text.split('\n');
  }

  /** Whether the line of the file has the words with a backslash in front: they are meant as they stand. */
  isEscaped(line: number, words: string): boolean {
    return this.#lines[line - this.firstLine]?.includes(`\\${words}`) ?? false;
  }

  /** Line and column in the file of a node, or of a place `offset` characters into its text. */
  placeOf(node: Nodes, text = '', offset = 0): { line: number; column: number } {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const before = text.slice(0, offset);
    const breaks = before.split('\n').length - 1;
    return {
      line: this.firstLine + start.line - 1 + breaks,
      column: breaks === 0 ? start.column + offset : offset - before.lastIndexOf('\n'),
    };
  }

  report(
    code: ProblemCode,
    place: { line: number; column: number; field?: string },
    words: { message: string; why: string; fix: string },
  ): void {
    this.problems.push(problem(code, { file: this.file, ...place }, words));
  }

  mention(kind: Reference['kind'], target: string, place: { line: number; column: number; field?: string }): void {
    this.references.push({
      kind,
      target: decoded(target),
      line: place.line,
      column: place.column,
      field: place.field ?? null,
    });
  }

  count(text: string): void {
    this.words += countWords(text);
  }
}

/** A name as it is written in an address, in the form that the store compares. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target).normalize('NFC');
  } catch {
    return target;
  }
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;
/** A quick look that spares most texts the slow one. */
const farFromLatin = /[\u0e00-\u1fff\u2e80-\udfff]/;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** Words of a text; in scripts without spaces, two signs count as a word. */
export function countWords(text: string): number {
  const signs = farFromLatin.test(text) ? (text.match(wide)?.length ?? 0) : 0;
  const others = signs === 0 ? text : text.replace(wide, ' ');
  return (others.match(word)?.length ?? 0) + Math.ceil(signs / 2);
}
