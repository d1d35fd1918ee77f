import type { LogEntry } from '../import-item.ts';
import { maskMatches } from './masked-code.ts';
import { isRestricted } from './restricted-names.ts';

/**
 * Parts of a text that not every reader of the old site saw: conditions, which the import cannot compute, and blocks for
 * members, editors and the like. They are removed. Where such a part has no end, or its end is not clear, an entry
 * `not-public` makes the post a draft.
 */

interface Tag {
  start: number;
  end: number;
  name: string;
  isClosing: boolean;
  /** Whether a tag without a partner says that the rest is not public. */
  needsEnd: boolean;
}

/** One way of writing tags. */
interface Syntax {
  /** Matches one tag. Its groups are `closing`, `name` and `rest`. */
  pattern: RegExp;
  /** Whether the text between two tags of this name is not for everybody. */
  hides: (name: string, rest: string) => boolean;
  /** Whether a tag that has no partner is a mark. Else it may be text. */
  needsEnd: (name: string, rest: string, isAlone: boolean) => boolean;
}

const CONDITIONS = new Set(
  'if unless case capture for tablerow ifchanged ifversion ifequal ifnotequal macro block switch each with when'.split(
    ' ',
  ),
);

const SYNTAXES: readonly Syntax[] = [
  {
    // Liquid, Jinja, Nunjucks, Twig.
    pattern: /(?<!\{)\{%-?\s*(?<closing>end)?(?<name>[\w-]+)(?<rest>(?:(?!%\}|\{%)[\s\S])*)%\}/g,
    hides: (name, rest) => CONDITIONS.has(name) || isRestricted(name) || (name === 'set' && !rest.includes('=')),
    needsEnd: (name) => name !== 'set',
  },
  {
    // Hugo and Zola.
    pattern: /\{\{[<%]\s*(?<closing>\/)?\s*(?<name>[\w./-]+)(?<rest>(?:(?!\}\}|\{\{)[\s\S])*)[>%]\}\}/g,
    hides: isRestricted,
    needsEnd: () => true,
  },
  {
    // Handlebars, Mustache.
    pattern: /\{\{~?(?:(?<closing>\/)|[#^])\s*(?<name>[\w.-]+)(?<rest>(?:(?!\}\}|\{\{)[\s\S])*)\}\}/g,
    hides: () => true,
    needsEnd: () => true,
  },
  {
    // WordPress. A word in brackets that has no end may be text.
    pattern: /(?<![!\\])\[(?<closing>\/)?(?<name>[a-z][\w-]*)(?<rest>(?:[\s=][^[\]\n]*)?)\](?![(:])/gi,
    hides: isRestricted,
    needsEnd: (name, rest, isAlone) => isAlone || /[_-]/.test(name) || rest.includes('='),
  },
];

const RAW = /\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g;
/** Comments of Ghost, WordPress and others after which a text is only for some readers. */
const READER_MARK =
  /<!--\s*\/?(?:kg-card-begin:\s*|wp:[\w-]*\/?)?(?:members?|subscribers?|subscriptions?|paid|paying|premium|paywall|private|restrict(?:ed|ion)?|protected|registered|patrons?|login|logged-?in|staff|internal)(?:[-_ ](?:only|content|members?|subscribers?|readers?|view|text|wall|start|begin|here|break|blog|block|below))*(?:\s+\{[^>]*)?\s*-->/i;
const EMBEDDED_CODE = /<%[-_]?\s*(?:if|unless|case|for|while|end|else|\})/;

/** Adds a log entry `not-public` if a comment says that a part of the text is only for some readers. `text` has no code. */
export function logReaderMarks(text: string, log: LogEntry[]): void {
  const mark = READER_MARK.exec(text) ?? EMBEDDED_CODE.exec(text);
  if (mark !== null) log.push({ rule: 'not-public', text: shown(mark[0]) });
}

/** Removes conditions and restricted blocks. `text` has no code. */
export function withoutHiddenBlocks(text: string, log: LogEntry[]): string {
  const raw = maskMatches(text, RAW);
  return raw.restore(SYNTAXES.reduce((rest, syntax) => withoutBlocks(rest, syntax, log), raw.text));
}

function withoutBlocks(text: string, { pattern, hides, needsEnd }: Syntax, log: LogEntry[]): string {
  const tags: Tag[] = [];
  for (const match of text.matchAll(pattern)) {
    const { closing, name = '', rest = '' } = match.groups ?? {};
    if (!hides(name, rest)) continue;
    const start = match.index;
    const end = start + match[0].length;
    const isAlone =
      /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 80), start)) &&
      /^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 80));
    tags.push({
      start,
      end,
      name: name.toLowerCase(),
      isClosing: closing !== undefined,
      needsEnd: needsEnd(name, rest, isAlone),
    });
  }
  if (tags.length === 0) return text;
  const ends = partners(tags);
  let out = '';
  let done = 0;
  tags.forEach((tag, index) => {
    if (tag.start < done) return;
    const end = ends.get(index);
    if (end === undefined) {
      if (tag.needsEnd) log.push({ rule: 'not-public', text: shown(text.slice(tag.start, tag.end)) });
      return;
    }
    out += text.slice(done, tag.start);
    log.push({ rule: 'hidden-removed', text: shown(text.slice(tag.start, end)) });
    done = end;
  });
  return out + text.slice(done);
}

/** Where the block of each opening tag ends, by the index of the tag. */
function partners(tags: readonly Tag[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  tags.forEach(({ name, isClosing, end }, index) => {
    const waiting = open.get(name) ?? [];
    open.set(name, waiting);
    if (!isClosing) waiting.push(index);
    else {
      const opening = waiting.pop();
      if (opening !== undefined) ends.set(opening, end);
    }
  });
  return ends;
}

/**
 * Replaces the expressions of MDX, which are code: a text in quotes stays, all else is removed. The values of attributes
 * get quotes. `text` has no code blocks.
 */
export function withoutExpressions(text: string, log: LogEntry[]): string {
  let out = '';
  let done = 0;
  const braces = /(?<!\\)\{/g;
  for (let brace = braces.exec(text); brace !== null; brace = braces.exec(text)) {
    const end = closingBrace(text, brace.index);
    if (end === null) {
      log.push({ rule: 'not-public', text: shown(text.slice(brace.index)) });
      break;
    }
    const inner = text.slice(brace.index + 1, end - 1).trim();
    const isAttribute = text[brace.index - 1] === '=';
    const literal = /^(["'`])((?:(?!\1|\$\{)[\s\S])*)\1$/.exec(inner)?.[2];
    out += text.slice(done, brace.index);
    if (isAttribute) out += `"${(literal ?? inner).replace(/^\{|\}$|["'`]/g, '').replace(/[<>\s]+/g, ' ')}"`;
    else if (literal !== undefined) out += literal;
    else log.push({ rule: 'hidden-removed', text: shown(`{${inner}}`) });
    done = end;
    braces.lastIndex = end;
  }
  return out + text.slice(done);
}

function closingBrace(text: string, from: number): number | null {
  const braces = /[{}]/g;
  braces.lastIndex = from;
  let depth = 0;
  for (let brace = braces.exec(text); brace !== null; brace = braces.exec(text)) {
    depth += brace[0] === '{' ? 1 : -1;
    if (depth === 0) return brace.index + 1;
  }
  return null;
}

/** Code is a token in the text. */
const shown = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/\u{F0000}\d*\u{F0001}/gu, '`…`')
    .replace(/\s+/g, ' ')
    .slice(0, 80);
