import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { decodeString } from 'micromark-util-decode-string';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Node } from 'unist';

/**
 * The MDX-like part of the syntax: a tag that is capitalised and stands on lines of its own. Everything else that
 * begins with `<` is prose, as raw HTML is switched off. What a tag means is `elements.ts`'s business.
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

/** The line after this one belongs to the same container, and is not there by laziness. */
const lineContinues: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const self = this;
    return (code) => {
      if (!markdownLineEnding(code)) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) =>
        self.parser.lazy[self.now().line] === true || next === null || markdownLineEnding(next) ? nok(next) : ok(next);
    };
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
      // While a paragraph is being read only the first line can be seen; it has said enough.
      return interrupting ? nok(code) : effects.check(lineContinues, nextLine, nok)(code);
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

interface Attribute {
  /** `null` where the attribute has no literal text: none at all, or an expression. */
  value: string | null;
  raw: string;
  /** Offset of the name from the `<`. */
  offset: number;
}

export interface Tag {
  name: string;
  form: 'open' | 'close' | 'empty';
  attributes: Map<string, Attribute>;
  /** What could not be read as an attribute, with its offset from the `<`. */
  rest: { text: string; offset: number }[];
}

/** Reads the text of a tag: its name, its form, and its attributes with literal values. */
export function readTag(value: string): Tag {
  const name = /^<\/?([A-Za-z0-9]+)/.exec(value)?.[1] ?? '';
  const form = value.startsWith('</') ? 'close' : /\/\s*>\s*$/.test(value) ? 'empty' : 'open';
  const attributes = new Map<string, Attribute>();
  const rest: Tag['rest'] = [];
  const end = value.search(/\/?\s*>\s*$/);
  const pattern = /\s+|([A-Za-z_][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'>]+))?|[^\s]+/gy;
  pattern.lastIndex = form === 'close' ? name.length + 2 : name.length + 1;
  for (let match = pattern.exec(value); match !== null && match.index < end; match = pattern.exec(value)) {
    const [raw, attribute, written] = match;
    if (attribute !== undefined) {
      const quoted = written !== undefined && /^["']/.test(written);
      const literal = quoted ? decodeString(written.slice(1, -1)).replace(/\s+/g, ' ').trim() : null;
      attributes.set(attribute, { value: literal, raw, offset: match.index });
    } else if (raw.trim() !== '') {
      rest.push({ text: raw, offset: match.index });
    }
  }
  return { name, form, attributes, rest };
}
