import type { FootnoteDefinition, Nodes } from 'mdast';
import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import type { Body } from '../../elements/element.ts';
import { countWords } from '../model/words.ts';

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

/** A footnote of the text. Its number is 0 until something refers to it. */
interface Note {
  node: FootnoteDefinition;
  number: number;
  uses: number;
}

/** No story has lists, quotations and marks inside each other so deep; a page could not be made of them. */
const deepest = 40;

/** What the parts of the body reader share while one body is read. */
export class BodyReader {
  readonly file: string;
  readonly firstLine: number;
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  readonly definitions = new Map<string, { url: string; title?: string | null }>();
  readonly footnotes = new Map<string, Note>();
  /** Footnotes in the order in which they were first referred to. */
  readonly cited: Note[] = [];
  /** Ids that are taken. */
  readonly headings = new Set<string>();
  level = 1;
  words = 0;

  readonly #lines: readonly string[];
  #depth = 0;
  #tooDeep = false;

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

  /** Reads what stands inside something else, but not for ever. */
  within<T>([first]: readonly Nodes[], read: () => T[]): T[] {
    if (!first) return [];
    if (this.#depth === deepest) {
      if (!this.#tooDeep) {
        this.report('element-place', this.placeOf(first), {
          message: `Lists, quotations and marks stand more than ${deepest} deep inside each other.`,
          why: 'No page can show that; most often the text is damaged.',
          fix: 'Take out the marks that mean nothing, or put a backslash before them.',
        });
      }
      this.#tooDeep = true;
      return [];
    }
    this.#depth += 1;
    const inside = read();
    this.#depth -= 1;
    return inside;
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
