import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Node } from 'unist';
import { textContinues } from './line-continues.ts';

/**
 * The part of the syntax that is like MDX: a tag with a capital letter, alone on its lines. Everything else that begins
 * with `<` is prose, because raw HTML is switched off. This file finds tags; `tag.ts` reads what is in one.
 */
export interface ElementTag extends Node {
  type: 'elementTag';
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    elementTag: ElementTag;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    elementTag: 'elementTag';
    elementTagData: 'elementTagData';
  }
}

const lessThan = 60;
const slash = 47;
const greaterThan = 62;

export const elementTagSyntax: Extension = {
  disable: { null: ['htmlFlow', 'htmlText'] },
  flow: { [lessThan]: { name: 'elementTag', tokenize: tokenizeTag, concrete: true } },
};

export const elementTagFromMarkdown: FromMarkdownExtension = {
  enter: {
    elementTag(token) {
      this.enter({ type: 'elementTag', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    elementTag(token) {
      this.exit(token);
    },
  },
};

function tokenizeTag(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupting = this.interrupt === true;
  let quote: Code = null;

  return (code) => {
    effects.enter('elementTag');
    effects.enter('elementTagData');
    effects.consume(code);
    return afterLessThan;
  };

  function afterLessThan(code: Code): State | undefined {
    if (code !== slash) return firstOfName(code);
    effects.consume(code);
    return firstOfName;
  }

  function firstOfName(code: Code): State | undefined {
    if (code === null || code < 65 || code > 90) return nok(code);
    effects.consume(code);
    return restOfName;
  }

  function restOfName(code: Code): State | undefined {
    if (code !== null && /[A-Za-z0-9]/.test(String.fromCharCode(Math.max(code, 0)))) {
      effects.consume(code);
      return restOfName;
    }
    const ends = code === greaterThan || code === slash || markdownSpace(code) || markdownLineEnding(code);
    return ends ? inside(code) : nok(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (markdownLineEnding(code)) {
      // While the parser reads a paragraph it sees only the first line of the tag. That line is enough.
      return interrupting ? nok(code) : effects.check(textContinues, nextLine, nok)(code);
    }
    if (code === quote) quote = null;
    else if (quote === null && (code === 34 || code === 39)) quote = code;
    else if (quote === null && code === lessThan) return nok(code);
    else if (quote === null && code === greaterThan) {
      effects.consume(code);
      return afterTag;
    }
    effects.consume(code);
    return inside;
  }

  function nextLine(code: Code): State | undefined {
    effects.exit('elementTagData');
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    effects.enter('elementTagData');
    return inside;
  }

  function afterTag(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('elementTagData');
      effects.exit('elementTag');
      return ok(code);
    }
    if (!markdownSpace(code)) return nok(code);
    effects.consume(code);
    return afterTag;
  }
}
