import type { TableRow } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Node } from 'unist';
import { lineContinues } from './line-continues.ts';

/**
 * Comments: `<!-- … -->`, and the comment of MDX, which is a brace, a slash and a star, with the same in reverse at its end.
 * They are nodes of the tree that nothing shows. In code they are text, because the parser finds code first. A comment that
 * begins a line may have blank lines in it; one inside a paragraph ends in that paragraph. What does not end is text, which
 * intake refuses.
 */
export interface Comment extends Node {
  type: 'comment';
  /** Whether another comment begins inside it, so that it is not clear where it was meant to end. */
  nested: boolean;
}

declare module 'mdast' {
  interface RootContentMap {
    comment: Comment;
  }
  interface PhrasingContentMap {
    comment: Comment;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    comment: 'comment';
    commentData: 'commentData';
  }
}

/** The beginning of a comment in a text. The last two are comments that were mistyped. */
export const commentMark = /<!--|\{\s*\/[*/]|<!\s*-|<\s+!--/;

const lessThan = 60;
const brace = 123;

const html = construct('<!--', '-->');
const mdx = construct('{/*', '*/}');

export const commentSyntax: Extension = {
  flow: { [lessThan]: html.flow, [brace]: mdx.flow },
  text: { [lessThan]: html.text, [brace]: mdx.text },
};

export const commentFromMarkdown: FromMarkdownExtension = {
  enter: {
    comment(token) {
      const source = this.sliceSerialize(token);
      this.enter({ type: 'comment', nested: /<!--|\{\s*\/\*/.test(source.slice(3)) }, token);
    },
  },
  exit: {
    comment(token) {
      this.exit(token);
    },
    // A line with a comment only is no row.
    tableRow(token) {
      const row = this.stack.at(-1);
      this.exit(token);
      const table = this.stack.at(-1);
      if (row?.type === 'tableRow' && table?.type === 'table' && holdsCommentsOnly(row)) table.children.pop();
    },
  },
};

function holdsCommentsOnly({ children }: TableRow): boolean {
  const inside = children.flatMap((cell) => cell.children);
  return inside.length > 0 && inside.every(({ type }) => type === 'comment');
}

/** The two constructs of one kind of comment. White space is allowed between the characters of the MDX kind. */
function construct(opening: string, closing: string): { flow: Construct; text: Construct } {
  // Where a search for the end was in vain, up to which offset: no later search in the same text can find it.
  const searched = new WeakMap<TokenizeContext, number>();
  const tokenize = (isFlow: boolean): Construct['tokenize'] =>
    function (effects, ok, nok) {
      return tokenizeComment(this, effects, ok, nok, { opening, closing, isFlow, searched });
    };
  return {
    flow: { name: 'comment', tokenize: tokenize(true), concrete: true },
    text: { name: 'comment', tokenize: tokenize(false) },
  };
}

interface Kind {
  opening: string;
  closing: string;
  isFlow: boolean;
  searched: WeakMap<TokenizeContext, number>;
}

function tokenizeComment(
  self: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  { opening, closing, isFlow, searched }: Kind,
): State {
  const interrupting = self.interrupt === true;
  const inBlock = interrupting || (isFlow && followsRow(self));
  const isMdx = opening.startsWith('{');
  let at = 0;

  return (code) => {
    if (self.now().offset < (searched.get(self) ?? 0)) return nok(code);
    effects.enter('comment');
    effects.enter('commentData');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (isMdx && at === 1 && markdownSpace(code)) {
      effects.consume(code);
      return open;
    }
    if (code !== opening.charCodeAt(at)) return nok(code);
    effects.consume(code);
    at += 1;
    if (at < opening.length) return open;
    at = 0;
    return inside;
  }

  /** `at` characters of the end have been found. */
  function inside(code: Code): State | undefined {
    if (code === null) {
      searched.set(self, self.now().offset);
      return nok(code);
    }
    if (markdownLineEnding(code)) {
      // While the parser reads a paragraph it sees only the first line of the comment. That line is enough.
      if (isFlow) return interrupting ? ok(code) : effects.check(lineContinues, endLine, endOfText)(code);
      return endLine(code);
    }
    effects.consume(code);
    if (code === closing.charCodeAt(at)) at += 1;
    // `--->` ends a comment too; white space is allowed before the brace.
    else if (isMdx && at === 2 && markdownSpace(code)) return inside;
    else if (!(closing === '-->' && at === 2 && code === 45)) at = code === closing.charCodeAt(0) ? 1 : 0;
    if (at < closing.length) return inside;
    effects.exit('commentData');
    effects.exit('comment');
    return isFlow ? afterFlow : ok;
  }

  function endOfText(code: Code): State | undefined {
    searched.set(self, self.now().offset);
    return nok(code);
  }

  function endLine(code: Code): State {
    effects.exit('commentData');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    if (!isMdx) at = 0;
    effects.enter('commentData');
    return inside;
  }

  /** Only white space follows on the line. If a paragraph or a table goes on around the comment, it belongs to that. */
  function afterFlow(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) return inBlock ? nok(code) : ok(code);
    if (!markdownSpace(code)) return nok(code);
    effects.enter('whitespace');
    effects.consume(code);
    effects.exit('whitespace');
    return afterFlow;
  }
}

const rows = new Set<string>(['tableHead', 'tableRow']);

/** Whether the line before is a row of a table. */
function followsRow({ events }: TokenizeContext): boolean {
  const last = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix');
  return last !== undefined && rows.has(last[1].type);
}
