import { endOfCode } from './comments.ts';

/** Code, which no mark of an author is read in, as tokens that cannot be in a text. */
export interface MaskedText {
  text: string;
  /** Puts the code back. `change` can change each piece. */
  restore: (text: string, change?: (code: string) => string) => string;
}

const TOKEN = /\u{F0000}(\d+)\u{F0001}/gu;

/** Replaces code blocks and code spans by tokens. A piece that a caller removes takes its code with it. */
export function maskCode(text: string): MaskedText {
  const pieces: string[] = [];
  const starts = /\\|`+|~{3,}/g;
  let out = '';
  let end = 0;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const next = endOfCode(text, start.index, start[0]);
    starts.lastIndex = next;
    if (start[0] === '\\' || next === start.index + start[0].length) continue;
    out += `${text.slice(end, start.index)}\u{F0000}${pieces.length}\u{F0001}`;
    pieces.push(text.slice(start.index, next));
    end = next;
  }
  return { text: out + text.slice(end), restore: restoreWith(pieces) };
}

/** Replaces what a pattern matches by tokens. */
export function maskMatches(text: string, pattern: RegExp): MaskedText {
  const pieces: string[] = [];
  const masked = text.replace(pattern, (piece) => {
    pieces.push(piece);
    return `\u{F0002}${pieces.length - 1}\u{F0003}`;
  });
  return {
    text: masked,
    restore: (all) => all.replace(/\u{F0002}(\d+)\u{F0003}/gu, (token, n: string) => pieces[Number(n)] ?? token),
  };
}

const restoreWith =
  (pieces: readonly string[]): MaskedText['restore'] =>
  (text, change = (code) => code) =>
    text.replace(TOKEN, (token, n: string) => {
      const piece = pieces[Number(n)];
      return piece === undefined ? token : change(piece);
    });
