/**
 * Escapes plain text for Markdown: the rendered text equals the source text, and ordinary prose gets no backslashes.
 * Whether a character is active (has a meaning in Markdown) depends on its neighbours, so each rule checks them.
 */

/** What surrounds a run of text. Unknown neighbours count as active, except at the ends of a line. */
export interface TextContext {
  /** The run begins a line: block markers (`#`, `>`, `1.`) are active there. */
  opensLine: boolean;
  /** Nothing follows the run on its line. */
  closesLine: boolean;
  /** The run is the text of a link, which any bracket could close. */
  inLink?: boolean;
  /** The run is in a table cell, which a bar would close. */
  inCell?: boolean;
  /** A link or the mark of a footnote follows. Its bracket would combine with a `!` or `]` at the end of the run. */
  beforeLink?: boolean;
}

const FULL_LINE: TextContext = { opensLine: true, closesLine: true };

/** Escapes one line of text. */
export function escapeText(text: string, context: TextContext = FULL_LINE): string {
  const runs: string[] = [];
  let end = 0;
  for (const address of text.matchAll(BARE_ADDRESS)) {
    runs.push(escapeInline(text, end, address.index, context), escapeAddress(text, address.index, address[0], context));
    end = address.index + address[0].length;
  }
  runs.push(escapeInline(text, end, text.length, context));
  const inline = runs.join('');
  const opened = context.opensLine ? escapeOpening(inline) : inline;
  const closed = context.closesLine ? opened.replace(CLOSING_HASHES, '$1\\$2') : opened;
  return context.beforeLink === true ? closed.replace(/(?<!\\)[!\]]$/, '\\$&') : closed;
}

// GFM makes links of these, and a backslash would be a part of the link.
const BARE_ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;

/** If an address needs a backslash, GFM must not make a link of it: the backslash would be visible. */
function escapeAddress(text: string, at: number, address: string, context: TextContext): string {
  const escaped = escapeInline(text, at, at + address.length, context);
  return escaped === address ? address : escaped.replace(/(https?(?=:)|www(?=[.]))/gi, '$1\\');
}

const CLOSING_HASHES = /(^|\s)(#+)$/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const MARKS = /\\|&|`|~|\*+|_+|[[\]]|<|\{|\|/g;

/** Escapes the part of a line from `start` to `end`. The rest of the line is there for the neighbours. */
function escapeInline(text: string, start: number, end: number, context: TextContext): string {
  return text.slice(start, end).replace(MARKS, (mark, offset: number) => {
    const at = start + offset;
    return isActive(mark, text.slice(0, at), text.slice(at + mark.length), context) ? mark.replace(/./g, '\\$&') : mark;
  });
}

function isActive(mark: string, before: string, after: string, context: TextContext): boolean {
  switch (mark[0]) {
    case '\\':
      return after === '' ? !context.closesLine : PUNCTUATION.test(after.slice(0, 1));
    case '&':
      return ENTITY.test(mark + after);
    case '*':
      return !isBetweenSpaces(before, after, context);
    case '_':
      return (
        !isBetweenSpaces(before, after, context) &&
        !(LETTER_OR_DIGIT.test(lastOf(before)) && LETTER_OR_DIGIT.test(firstOf(after)))
      );
    case '[':
      return context.inLink === true || after.startsWith('^');
    case ']':
      // A bracket closes a link, a reference or a definition only by what follows it.
      return context.inLink === true || /^[[(:]/.test(after);
    case '<':
      return /^(?:[a-z/!?]|\s+!--|[^\s<>]+@[^\s<>]+>)/i.test(after);
    case '{':
      // A comment of MDX begins so.
      return /^\s*\/[*/]/.test(after);
    case '|':
      return context.inCell === true;
    default:
      return true;
  }
}

/** Stars and underscores between spaces have no meaning. */
function isBetweenSpaces(before: string, after: string, context: TextContext): boolean {
  const open = before === '' ? context.opensLine : /\s$/.test(before);
  const shut = after === '' ? context.closesLine : /^\s/.test(after);
  return open && shut;
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

// The beginnings that make a line something other than a paragraph. The group ends where the backslash must be.
const OPENINGS: readonly RegExp[] = [
  /^()#{1,6}(?=\s|$)/,
  /^()>/,
  /^()[-+*](?=\s|$)/,
  /^(\d{1,9})[.)](?=\s|$)/,
  // A thematic break, the underline of a heading, the second line of a table.
  /^()[-=*_:|](?=[-=*_:|\s]*$)/,
  /^()\[(?=[ xX]\](?:\s|$))/,
];

function escapeOpening(text: string): string {
  const opening = OPENINGS.find((pattern) => pattern.test(text));
  return opening ? text.replace(opening, (marker, head: string) => `${head}\\${marker.slice(head.length)}`) : text;
}
