/**
 * Escaping of plain text that becomes Markdown: the rendered text equals the source text, and ordinary prose stays
 * free of backslashes. What is active depends on its neighbours, so every rule names its own.
 */

/** Where a run of text stands. What lies beyond its ends counts as active, save at the ends of a line. */
export interface Standing {
  /** The run opens a line: block markers (`#`, `>`, `1.`) are active there. */
  opensLine: boolean;
  /** Nothing follows the run on its line. */
  closesLine: boolean;
  /** The run is the text of a link, which any bracket could close. */
  inLink?: boolean;
  /** The run is in a table cell, which a bar would close. */
  inCell?: boolean;
  /** A link or a footnote's mark follows, whose bracket would join with what ends the run. */
  beforeLink?: boolean;
}

const WHOLE_LINE: Standing = { opensLine: true, closesLine: true };

/** Escapes one line of text. */
export function escapeText(text: string, standing: Standing = WHOLE_LINE): string {
  const runs: string[] = [];
  let end = 0;
  for (const address of text.matchAll(BARE_ADDRESS)) {
    runs.push(
      escapeInline(text, end, address.index, standing),
      escapeAddress(text, address.index, address[0], standing),
    );
    end = address.index + address[0].length;
  }
  runs.push(escapeInline(text, end, text.length, standing));
  const inline = runs.join('');
  const opened = standing.opensLine ? escapeOpening(inline) : inline;
  const closed = standing.closesLine ? opened.replace(CLOSING_HASHES, '$1\\$2') : opened;
  return standing.beforeLink === true ? closed.replace(/(?<!\\)[!\]]$/, '\\$&') : closed;
}

// GFM makes links of these, backslashes and all.
const BARE_ADDRESS = /(?:https?:\/\/|www\.)\S+/gi;

/** An address that holds something to escape must not be taken for a link first, or the backslashes would show. */
function escapeAddress(text: string, at: number, address: string, standing: Standing): string {
  const escaped = escapeInline(text, at, at + address.length, standing);
  return escaped === address ? address : escaped.replace(/(https?(?=:)|www(?=[.]))/gi, '$1\\');
}

const CLOSING_HASHES = /(^|\s)(#+)$/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const MARKS = /\\|&|`|~|\*+|_+|[[\]]|<|\|/g;

/** Escapes the part of a line from `start` to `end`, in sight of all of it. */
function escapeInline(text: string, start: number, end: number, standing: Standing): string {
  return text.slice(start, end).replace(MARKS, (mark, offset: number) => {
    const at = start + offset;
    return isActive(mark, text.slice(0, at), text.slice(at + mark.length), standing)
      ? mark.replace(/./g, '\\$&')
      : mark;
  });
}

function isActive(mark: string, before: string, after: string, standing: Standing): boolean {
  switch (mark[0]) {
    case '\\':
      return after === '' ? !standing.closesLine : PUNCTUATION.test(after.slice(0, 1));
    case '&':
      return ENTITY.test(mark + after);
    case '*':
      return !standsAlone(before, after, standing);
    case '_':
      return (
        !standsAlone(before, after, standing) &&
        !(LETTER_OR_DIGIT.test(lastOf(before)) && LETTER_OR_DIGIT.test(firstOf(after)))
      );
    case '[':
      return standing.inLink === true || after.startsWith('^');
    case ']':
      // A bracket closes a link, a reference or a definition only by what follows it.
      return standing.inLink === true || /^[[(:]/.test(after);
    case '<':
      return /^(?:[a-z/!?]|[^\s<>]+@[^\s<>]+>)/i.test(after);
    case '|':
      return standing.inCell === true;
    default:
      return true;
  }
}

/** Stars and underscores between spaces mark nothing. */
function standsAlone(before: string, after: string, standing: Standing): boolean {
  const open = before === '' ? standing.opensLine : /\s$/.test(before);
  const shut = after === '' ? standing.closesLine : /^\s/.test(after);
  return open && shut;
}

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

// What makes a line something else than a paragraph, and the character that a backslash takes it back with.
const OPENINGS: readonly RegExp[] = [
  /^()#{1,6}(?=\s|$)/,
  /^()>/,
  /^()[-+*](?=\s|$)/,
  /^(\d{1,9})[.)](?=\s|$)/,
  // A rule, the underline of a heading, the second line of a table.
  /^()[-=*_:|](?=[-=*_:|\s]*$)/,
  /^()\[(?=[ xX]\](?:\s|$))/,
];

function escapeOpening(text: string): string {
  const opening = OPENINGS.find((pattern) => pattern.test(text));
  return opening ? text.replace(opening, (marker, head: string) => `${head}\\${marker.slice(head.length)}`) : text;
}
