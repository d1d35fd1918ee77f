import type { LogEntry } from '../import-item.ts';

/**
 * Comments of authors, which readers of the old site never saw: those of Hugo, Liquid, Jinja, HTML, MDX, Obsidian, Kramdown
 * and others. In code they are text, and stay.
 */

interface CommentForm {
  /** How a comment begins. */
  opens: RegExp;
  /** Where it ends; null if `opens` has all of it. */
  closes: RegExp | null;
  /** Whether a comment without an end goes on to the end of the text. Else it is no comment. */
  toEnd: boolean;
}

const SHORTCODE = 'comment|hidden|hide|private|draft|internal|todo';

const FORMS: readonly CommentForm[] = [
  // `<!-->` and `<!--->` are complete comments in HTML.
  { opens: /<!---?>/y, closes: null, toEnd: false },
  { opens: /<!--/y, closes: /--!?>/g, toEnd: true },
  { opens: /\{\{-?\s*\/\*/y, closes: /\*\/\s*-?\}\}/g, toEnd: false },
  { opens: /\{\{[<%]-?\s*\/\*/y, closes: /\*\/\s*-?[>%]\}\}/g, toEnd: false },
  {
    opens: new RegExp(String.raw`\{\{[<%]-?\s*(?:${SHORTCODE})\b[^}]*?(?<!/)\s*-?[>%]\}\}`, 'iy'),
    closes: new RegExp(String.raw`\{\{[<%]-?\s*/\s*(?:${SHORTCODE})\s*-?[>%]\}\}`, 'gi'),
    toEnd: true,
  },
  { opens: /\{\{!--/y, closes: /--\}\}/g, toEnd: false },
  { opens: /\{\{!/y, closes: /\}\}/g, toEnd: false },
  { opens: /\{%-?\s*comment\b[^%]*%\}/y, closes: /\{%-?\s*endcomment\s*-?%\}/g, toEnd: true },
  { opens: /\{%-?\s*doc\s*-?%\}/y, closes: /\{%-?\s*enddoc\s*-?%\}/g, toEnd: true },
  { opens: /\{%-?\s*if\s+false\s*-?%\}/y, closes: /\{%-?\s*endif\s*-?%\}/g, toEnd: true },
  { opens: /\{%-?\s*unless\s+true\s*-?%\}/y, closes: /\{%-?\s*endunless\s*-?%\}/g, toEnd: true },
  { opens: /\{%-?\s*#/y, closes: /-?%\}/g, toEnd: false },
  // `## Crosshead {#id}` is no comment.
  { opens: /\{#(?:-|(?=\s)|(?=[^}\n]*#\}))/y, closes: /#\}/g, toEnd: false },
  { opens: /\{\s*\/\*/y, closes: /\*\/\s*\}/g, toEnd: false },
  { opens: /\{::comment\}/y, closes: /\{:\/(?:comment)?\}/g, toEnd: true },
  { opens: /\{>>/y, closes: /<<\}/g, toEnd: false },
  { opens: /<%(?:--|#)/y, closes: /(?:--)?%>/g, toEnd: false },
];
/** Obsidian. In `50%% off and 20%% more` the signs are text. */
const OBSIDIAN: CommentForm = { opens: /(?<![\p{L}\p{N}%])%%(?!%)/uy, closes: /%%(?![\p{L}\p{N}%])/gu, toEnd: false };

// Where a form can begin, what is code, and what Liquid prints as it is.
const START = /<!--|<%|\{|%%|\\|`+|~{3,}|^\[(?:\/\/|comment|_|#)[^\]\n]*\]:[^\S\n]*(?:#|<>)?[^\S\n]*[("'][^\n]*$/gm;

const LIQUID_START = /(?<!\{)\{%-?\s*(?:raw|comment|if\s+false)\b/g;

/** Removes all comments of a body. `hasObsidian`: its system can be Obsidian, which has comments between double per cent signs. */
export function withoutComments(text: string, log: LogEntry[], hasObsidian = true): string {
  const forms = hasObsidian ? [...FORMS, OBSIDIAN] : FORMS;
  // Liquid runs before Markdown is read, so its comments are comments in code too.
  const rest = /\{%-?\s*(?:comment|if\s+false)/.test(text) ? remove(text, LIQUID_START, forms, log) : text;
  return /<!--|<%|\{|%%|^\[(?:\/\/|comment|_|#)/m.test(rest) ? remove(rest, START, forms, log) : rest;
}

/** Removes the comments that begin where `starts` matches. */
function remove(text: string, starts: RegExp, forms: readonly CommentForm[], log: LogEntry[]): string {
  const tokens = new RegExp(starts);
  // A form whose end is not found once is not found later in the text either.
  const endless = new Set<CommentForm>();
  let out = '';
  let end = 0;
  for (let start = tokens.exec(text); start !== null; start = tokens.exec(text)) {
    const at = start.index;
    const [token] = start;
    const next = token.startsWith('[')
      ? { end: at + token.length, isComment: true }
      : /^[`~\\]/.test(token)
        ? { end: endOfCode(text, at, token), isComment: false }
        : (endOfComment(text, at, forms, endless) ?? { end: at + 1, isComment: false });
    if (next.isComment) {
      out += text.slice(end, at);
      end = next.end;
      log.push({ rule: 'comment-removed', text: text.slice(at, end).replace(/\s+/g, ' ').slice(0, 80) });
    }
    tokens.lastIndex = next.end;
  }
  return out + text.slice(end);
}

/** The end of what begins with a backslash, backticks or tildes. */
export function endOfCode(text: string, at: number, token: string): number {
  if (token === '\\') return at + 2;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const isFence = token.length >= 3 && /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?$/.test(text.slice(lineStart, at));
  const after = at + token.length;
  if (isFence) {
    const close = new RegExp(`^[\\s>]*${token[0] ?? ''}{${token.length},}[^\\S\\n]*$`, 'gm');
    close.lastIndex = after;
    const found = close.exec(text);
    return found === null ? text.length : found.index + found[0].length;
  }
  if (token.startsWith('~')) return after;
  const close = new RegExp(`(?<!\`)${token}(?!\`)|\\n[^\\S\\n]*\\n`, 'g');
  close.lastIndex = after;
  const found = close.exec(text);
  // Backticks without a partner in their paragraph are text.
  return found === null || found[0].startsWith('\n') ? after : found.index + found[0].length;
}

/** The end of the comment that begins here, or of the text that Liquid prints as it is; null if neither begins here. */
function endOfComment(
  text: string,
  at: number,
  forms: readonly CommentForm[],
  endless: Set<CommentForm>,
): { end: number; isComment: boolean } | null {
  const raw = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/y;
  raw.lastIndex = at;
  const printed = raw.exec(text);
  if (printed !== null) return { end: at + printed[0].length, isComment: false };
  for (const form of forms) {
    const { opens, closes, toEnd } = form;
    if (endless.has(form)) continue;
    opens.lastIndex = at;
    const opening = opens.exec(text);
    if (opening === null) continue;
    const after = at + opening[0].length;
    if (closes === null) return { end: after, isComment: true };
    const closing = closingOf(text, after, opens, closes);
    if (closing !== null) return { end: closing, isComment: true };
    if (toEnd) return { end: text.length, isComment: true };
    endless.add(form);
  }
  return null;
}

/** The end of a comment whose text begins at `from`. Blocks of Liquid and Hugo can be inside each other. */
function closingOf(text: string, from: number, opens: RegExp, closes: RegExp): number | null {
  const isBlock = /comment|if/.test(opens.source);
  let depth = 1;
  let at = from;
  while (depth > 0) {
    closes.lastIndex = at;
    const closing = closes.exec(text);
    if (closing === null) return null;
    const inner = isBlock
      ? text.slice(at, closing.index).match(new RegExp(opens.source, `g${opens.ignoreCase ? 'i' : ''}`))
      : null;
    depth += (inner?.length ?? 0) - 1;
    at = closing.index + closing[0].length;
  }
  return at;
}
