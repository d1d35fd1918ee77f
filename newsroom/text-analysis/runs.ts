import { formsAt, hashOf, type WordForms } from './forms.ts';

/**
 * A word of a text with its forms; or several words of a script that writes no spaces between them, and perhaps one of
 * `jointSigns` between two of them: these have no forms. `start` and `end` are its place in the text, in UTF-16 code units.
 */
export interface Run {
  start: number;
  end: number;
  forms: WordForms | undefined;
}

/** A text and its runs of letters and digits, in order; none of which nothing is left when it is folded. */
export interface ScannedText {
  text: string;
  runs: readonly Run[];
}

const inside = String.raw`\p{L}\p{M}\p{N}\u00AD\u200C\u200D\u2060\uFEFF`;
const katakana = String.raw`\p{Script=Katakana}\u3099\u309A\u30FC\uFF70\uFF9E\uFF9F`;
/** Signs of which one may be inside an unspaced run, without being part of a word. They can stand in a class of a pattern. */
export const jointSigns = '・･·‧=＝゠ \u3000';
/** What one writer puts between the parts of a foreign name in katakana, and another leaves out; in Chinese, a dot. */
const joint = String.raw`(?:(?<=[${katakana}])[${jointSigns}](?=[${katakana}])|(?<=\p{Script=Han})[·‧](?=\p{Script=Han}))`;
/**
 * Initials such as “U.S.”, or a word, with the apostrophes inside it; in Hebrew also with the quotes inside it; the parts of a
 * foreign name together.
 */
const words = new RegExp(
  String.raw`\p{L}(?:\.\p{L})+(?![${inside}])|[\p{L}\p{N}][${inside}]*(?:(?:['’ʼ＇\u05F3\u05F4]|(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})|${joint})[\p{L}\p{N}][${inside}]*)*`,
  'uy',
);
const wordStart = /[\p{L}\p{N}]/u;
/** Scripts in which words follow each other without spaces; ー is of no script. */
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = scripts.map((script) => String.raw`\p{Script=${script}}`).join('') + '\u30FC\uFF70\uFF9E\uFF9F';
const anyUnspaced = new RegExp(`[${unspaced}]`, 'u');
const parts = new RegExp(String.raw`[${unspaced}](?:[${unspaced}\p{M}\u200D]|${joint})*|[^${unspaced}]+`, 'gu');
const apostrophe = /['’ʼ＇]/;
/** Short words that French, Italian and Catalan write together with the next one. */
const elision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|un|gl|all|dall|dell|nell|quell|sull|sant)['’ʼ＇](?=.{2})/iu;

/** A longer run is cut, since no word is so long. Code units. */
const longestRun = 2_000;

/** Scans a text for words. The time is linear in its length. */
export function scan(given: string): ScannedText {
  // A text that was put together from parts is read sign by sign much faster from a copy in one piece.
  const text = Buffer.from(given, 'utf16le').toString('utf16le');
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    let code = text.charCodeAt(at);
    if (isAsciiWord(code)) {
      // Most words are of ASCII letters and digits, so their end and their hash are found in one go.
      let hash = 0;
      do {
        hash = hashOf(hash, code);
        at += 1;
        code = at < text.length ? text.charCodeAt(at) : 0;
      } while (isAsciiWord(code));
      if (!mayGoOn(code, at - start)) {
        runs.push({ start, end: at, forms: formsAt(text, start, at, hash) });
        continue;
      }
    } else if (code < 0x80 || !wordStart.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
      at += 1;
      continue;
    }
    words.lastIndex = start;
    const run = words.exec(text)?.[0] ?? text.charAt(start);
    addRun(runs, text, run, start);
    at = start + run.length;
  }
  return { text, runs };
}

function isAsciiWord(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
}

/**
 * Whether a word of ASCII letters and digits may have more in it. `code` comes after it: an apostrophe; the full stop of
 * initials; a letter that is not ASCII, but no dash and no quotation mark.
 */
function mayGoOn(code: number, length: number): boolean {
  if (code < 0x80) return code === 0x27 || (code === 0x2e && length === 1);
  return code < 0x2010 || code > 0x2026 || code === 0x2019;
}

function addRun(runs: Run[], text: string, run: string, start: number): void {
  if (!anyUnspaced.test(run)) {
    addWord(runs, text, run, start);
    return;
  }
  for (const { 0: part, index } of run.matchAll(parts)) {
    if (!anyUnspaced.test(part)) {
      if (wordStart.test(part)) addWord(runs, text, part, start + index);
      continue;
    }
    const end = start + index + part.length;
    for (let from = start + index; from < end; from += longestRun)
      runs.push({ start: from, end: Math.min(from + longestRun, end), forms: undefined });
  }
}

function addWord(runs: Run[], text: string, word: string, start: number): void {
  const end = start + word.length;
  const joined = apostrophe.test(word) ? elision.exec(word)?.[0].length : undefined;
  const places =
    joined === undefined
      ? [{ start, end }]
      : [
          { start, end: start + joined - 1 },
          { start: start + joined, end },
        ];
  for (const place of places) {
    const forms = formsAt(text, place.start, place.end);
    if (forms.folded !== '') runs.push({ ...place, forms });
  }
}
