import type { FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Body } from '../../elements/body.ts';
import type { ElementReader } from '../../elements/element-syntax.ts';
import type { Element } from '../../elements/elements.ts';
import type { Inline } from '../../elements/inline/inline.ts';
import type { Comment } from '../markdown/comment-syntax.ts';
import { commentMark } from '../markdown/comment-syntax.ts';
import { forbiddenReference, unmask } from '../markdown/literal.ts';
import { problem, type Problem, type ProblemCode } from '../model/problem.ts';
import { slugify } from '../model/slug.ts';
import { countWords } from '../model/words.ts';
import { readNestedBlocks } from './blocks.ts';
import { readInlines } from './inline.ts';

/**
 * Something outside the file that the file names: an article by its address, an agency by its name, anything else by its slug or
 * path. A title names its host, so that its line is known if another title has it too. A file names its own aliases and its series, so that their lines are known if another file claims the same address or part. A
 * file with an error names its id and its aliases alone, which are not in the store otherwise.
 */
export interface Reference {
  kind:
    | 'article'
    | 'picture'
    | 'focus'
    | 'font'
    | 'topic'
    | 'person'
    | 'storyline'
    | 'page'
    | 'title'
    | 'agency'
    | 'host'
    | 'alias'
    | 'series'
    | 'id';
  target: string;
  line: number;
  column: number;
  field: string | null;
}

/** What was read of a body. */
export interface ReadBody {
  body: Body;
  references: Reference[];
  problems: Problem[];
}

/** A position in the file. Lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
  /** The front matter field or the attribute of a tag. */
  field?: string;
}

/** A footnote of the text. Its number is 0 until something refers to it. */
interface Note {
  node: FootnoteDefinition;
  number: number;
  uses: number;
}

/** Why some characters are left out of a body. */
export const forbiddenWhy = 'It cannot be seen, breaks pages and feeds, or shows other text in a wrong order.';

/** No story nests lists, quotations and emphasis deeper than this, and a page could not show it. */
const deepest = 40;

/** Reads the parts of one body, and collects its problems, references and words. */
export class BodyReader implements ElementReader {
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  readonly definitions = new Map<string, { url: string; title?: string | null }>();
  readonly footnotes = new Map<string, Note>();
  /** The places on the same page to which links lead. */
  readonly fragments: { id: string; position: Position }[] = [];
  /** Footnotes in the order of the first reference to each. */
  readonly cited: Note[] = [];
  words = 0;

  readonly #file: string;
  readonly #firstLine: number;
  readonly #ids: Set<string>;
  /** The last number that was tried for an id, so that a thousand crossheads with the same words need no long search. */
  readonly #numbers = new Map<string, number>();
  #level = 1;
  #depth = 0;
  #tooDeep = false;

  /** `firstLine` is the line of the file on which the body begins; `ids` are those that the page uses itself. */
  constructor(file: string, firstLine: number, ids: readonly string[]) {
    this.#file = file;
    this.#firstLine = firstLine;
    this.#ids = new Set(ids);
  }

  inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return readInlines(this, nodes);
  }

  blocks(nodes: readonly RootContent[]): Element[] {
    return readNestedBlocks(this, nodes);
  }

  count(text: string): void {
    this.words += countWords(text);
  }

  leftOut(node: Nodes, words: { message: string; why: string; fix: string }): void {
    this.report('content-left-out', this.positionOf(node), words);
  }

  crossheadLevel(depth: number): 2 | 3 | 4 {
    // The headline is the only h1 of the page, whatever the headings in the file are.
    this.#level = Math.min(Math.max(depth, 2), this.#level + 1, 4);
    return this.#level === 2 ? 2 : this.#level === 3 ? 3 : 4;
  }

  crossheadId(text: string): string {
    const words = slugify(text) || 'part';
    // The ids of footnotes have this form.
    const base = /^(?:note|ref)-\d/.test(words) ? `part-${words}` : words;
    let id = base;
    let number = this.#numbers.get(base) ?? 1;
    while (this.#ids.has(id)) id = `${base}-${(number += 1)}`;
    this.#numbers.set(base, number);
    this.#ids.add(id);
    return id;
  }

  /** Whether the page has a place with an id, as far as its text has been read. */
  hasId(id: string): boolean {
    return this.#ids.has(id) || /^(?:note|ref)-\d/.test(id);
  }

  /**
   * A text of a node as readers see it. Reports what must not be in one: the beginning of a comment, and references to
   * characters that no output may have. `position` is that of the text, if it is not the text of the node itself.
   */
  plain(node: Nodes, masked: string, position?: Position): string {
    const comment = commentMark.exec(masked);
    if (comment) {
      this.report('comment-unclosed', position ?? this.positionOf(node, masked, comment.index), {
        message: `\`${comment[0]}\` begins a comment that readers would see.`,
        why: 'A comment inside a paragraph ends in that paragraph. In an attribute, a title and across the cells of a table there is none.',
        fix: 'End the comment with `-->` or `*/}`, or move it between two paragraphs. If these characters are meant, put a backslash before them.',
      });
    }
    if (masked.includes(forbiddenReference)) {
      this.report('character-invalid', position ?? this.positionOf(node, masked, masked.indexOf(forbiddenReference)), {
        message: 'A reference such as `&#0;` is to a character that no page may have. It is left out.',
        why: forbiddenWhy,
        fix: 'Take it out.',
      });
    }
    return unmask(masked);
  }

  /** Reads a comment, which nothing shows. */
  comment(node: Comment): [] {
    if (node.nested) {
      this.report('comment-unclosed', this.positionOf(node), {
        message: 'A comment begins inside this comment.',
        why: 'The first end closes both, so what follows it would be seen by readers.',
        fix: 'Take out the inner beginning, or end the outer comment before it.',
      });
    }
    return [];
  }

  /** The position of a node, or of the character `offset` of its text. */
  positionOf(node: Nodes, text = '', offset = 0): Position {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const before = text.slice(0, offset);
    const breaks = before.split('\n').length - 1;
    return {
      line: this.#firstLine + start.line - 1 + breaks,
      column: breaks === 0 ? start.column + offset : offset - before.lastIndexOf('\n'),
    };
  }

  /** Reads nested nodes, unless the nesting is too deep: then that is reported once, and nothing is read. */
  within<T>([first]: readonly Nodes[], read: () => T[]): T[] {
    if (!first) return [];
    if (this.#depth === deepest) {
      if (!this.#tooDeep) {
        this.report('element-place', this.positionOf(first), {
          message: `Lists, quotations and marks are nested more than ${deepest} levels deep.`,
          why: 'No page can show that. Most often the text is damaged.',
          fix: 'Remove the marks that have no meaning, or put a backslash before them.',
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

  report(code: ProblemCode, position: Position, words: { message: string; why: string; fix: string }): void {
    this.problems.push(problem(code, { file: this.#file, ...position }, words));
  }

  /** Records that the body names something outside the file. `target` is decoded. */
  refer(kind: Reference['kind'], target: string, { line, column, field }: Position): void {
    this.references.push({ kind, target, line, column, field: field ?? null });
  }
}
