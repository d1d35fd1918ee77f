import type { Nodes } from 'mdast';
import { parseBlocks } from '../markdown/parse.ts';
import { canShorten, canShortenLine } from '../markdown/shorthand.ts';

/**
 * Whether a body can be read in a short time. The parser of Markdown needs more time for some texts than their length
 * suggests: for stars in one paragraph, it grows with the square of their number. So the work is counted before a text is
 * parsed, in one pass. The count is the same on every machine and under every load. `bench/hostile-markdown.ts` measures
 * whether it is right.
 */

/** Why a body is refused. The line counts from 1 in the body. */
export interface Excess {
  line: number;
  message: string;
}

/** The work that one body may cost. A unit is about a microsecond; the longest real stories cost a tenth of this. */
const most = 400_000;

/** Parsing the blocks alone to find out whether their texts are too much must not be too much itself. */
const mostForBlocks = 200_000;

/** No list, quotation or footnote is inside so many others, and the parser would need a deep stack for it. */
const deepest = 150;

const cost = {
  line: 15,
  blankLine: 6,
  /** A line after a blank one, which begins a paragraph. */
  block: 35,
  /** The mark of a list item, a quotation or a note. */
  container: 80,
  /** A container that a line is in. */
  level: 7,
  /** The address of a link or a picture, and a definition. */
  address: 45,
  definition: 70,
  /** `[^`, which begins the mark of a note. */
  note: 20,
  /** A cell of a table, those included that a row does not have. */
  cell: 0.3,
  /** `www.` or `://`, which may be part of an address that is no link of Markdown. */
  bareAddress: 25,
  /** A space between words, and another plain character, where no short cut skips them. */
  space: 3,
  plain: 0.12,
  /** A mark of direction, which must be balanced. */
  direction: 2,
  /** A character that is not ASCII: the parser reads it one by one. */
  character: 0.1,
} as const;

/** What one mark costs. All other characters are plain. */
const marks = new Float64Array(128);
for (const [mark, units] of Object.entries({
  '\t': 1,
  '*': 25,
  _: 25,
  '~': 25,
  '`': 7,
  '[': 8,
  ']': 12,
  '|': 25,
  '<': 4,
  '{': 3,
  '&': 8,
  '\\': 6,
  '@': 20,
  '#': 1,
}))
  marks[mark.charCodeAt(0)] = units;

/** Characters between which the parser skips words. */
const isPlain = Array.from({ length: 128 }, (_, each) => /[\w,.;:?% ]/.test(String.fromCharCode(each)));

const code = (character: string): number => character.charCodeAt(0);
/** Of these, only the number in the whole body counts, not that in one text. */
const uncounted = new Set(['\t', '@', '#'].map(code));
const [star, underscore, tilde, backtick] = [code('*'), code('_'), code('~'), code('`')];
const [opening, closing, round, colon, exclamation, bar, w, space, newline, caret] = [
  code('['),
  code(']'),
  code('('),
  code(':'),
  code('!'),
  code('|'),
  code('w'),
  code(' '),
  code('\n'),
  code('^'),
];

/** Counts the marks of a part of a body. */
class Marks {
  /** Work that grows with the number of marks. */
  units = 0;
  count = 0;
  emphasis = 0;
  pictures = 0;
  brackets = 0;
  bars = 0;
  definitions = 0;
  /** Runs of backticks. For each, the rest of the text may be searched for its end. */
  code = 0;
  length = 0;

  /** `isShort`: long runs of plain words cost nothing. */
  add(text: string, start: number, end: number, isShort: boolean): void {
    let before = 0;
    this.length += end - start;
    // The end of the line.
    this.count += 1;
    for (let index = start; index < end; index += 1) {
      const now = text.charCodeAt(index);
      if (now > 127) {
        this.units += now >= 0x202a && now <= 0x2069 ? cost.direction : cost.character;
      } else if (
        (now === w && text.startsWith('ww.', index + 1)) ||
        (now === colon && text.startsWith('//', index + 1))
      ) {
        this.units += cost.bareAddress;
      } else if (now === space) {
        if (now === before) this.units += cost.plain;
        else if (!isShort || !isPlain[before]) this.units += cost.space;
      } else if (now === newline) this.count += 1;
      else if (now === caret && before === opening) this.units += cost.note;
      else if (now === round && before === closing) this.units += cost.address;
      else if (now === colon && before === closing) {
        this.units += cost.definition + 0.2 * (index - start);
        this.definitions += 1;
      } else if ((marks[now] ?? 0) > 0) {
        const isEmphasis = now === star || now === underscore || now === tilde;
        // A run of these is one mark.
        if (now === before && (isEmphasis || now === backtick)) this.units += now === tilde ? 2 : cost.character;
        else {
          this.units += marks[now] ?? 0;
          if (!uncounted.has(now)) this.count += 1;
          if (isEmphasis) this.emphasis += 1;
          else if (now === backtick) this.code += 1;
          else if (now === closing) this.brackets += 1;
          else if (now === bar) this.bars += 1;
          else if (now === opening && before === exclamation) this.pictures += 1;
        }
      }
      if (!isShort || (now < 128 && !isPlain[now])) this.units += cost.plain;
      before = now;
    }
  }

  /**
   * The parser searches all marks of a text before a bracket that closes, and all marks of emphasis before another one. It
   * joins what has no meaning with its neighbours, and moves all that follows. So this work grows with the square.
   */
  get inText(): number {
    const { emphasis, count, brackets, pictures } = this;
    const searched = 0.1 * emphasis ** 2 + 0.012 * brackets * count + 0.004 * count ** 2;
    return searched + pictures ** 2 + 0.0125 * this.code * this.length;
  }
}

/** What is too much in a body; `undefined` if it can be read. */
export function excessIn(text: string): Excess | undefined {
  let units = 0;
  let texts = 0;
  let definitions = 0;
  let brackets = 0;
  let quotations = 0;
  let wasQuotation = false;
  let worst = { line: 1, work: 0, count: 0 };
  let marked = new Marks();
  let firstLine = 1;
  const closeText = (): void => {
    units += marked.units;
    texts += marked.inText;
    definitions += marked.definitions;
    brackets += marked.brackets;
    if (marked.inText > worst.work) worst = { line: firstLine, work: marked.inText, count: marked.count };
    marked = new Marks();
  };
  const splitter = new Splitter();
  const isShort = canShorten(text);
  /** Lines since the last blank one, and the lines of those that may go on in a container without its mark. */
  let lines = 0;
  let lazy = 0;
  let mostBars = 0;
  let line = 0;
  for (let start = 0, end: number; start <= text.length; start = end + 1) {
    line += 1;
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (splitter.inCode(text, start, end)) {
      units += cost.line;
      if (units > most) return tooLong(line);
      continue;
    }
    const { levels, depth, isBlank, isQuotation } = containersOf(text, start, end);
    if (depth > deepest) {
      return { line, message: `This line is in more than ${deepest} lists, quotations or notes inside each other.` };
    }
    units += levels * cost.container + depth * cost.level;
    // The parser searches all quotations before a quotation, and all lines before one without its mark.
    if (isQuotation && !wasQuotation) units += 0.16 * (quotations += 1);
    wasQuotation = isQuotation;
    if (isBlank) {
      units += cost.blankLine;
      closeText();
      splitter.blank();
      lines = 0;
      lazy = 0;
      mostBars = 0;
      continue;
    }
    if (splitter.begins(text.slice(start, end))) closeText();
    if (marked.length === 0) firstLine = line;
    if (lines === 0) units += cost.block;
    lines += 1;
    lazy = levels > 0 ? 1 : lazy > 0 ? lazy + 1 : 0;
    units += cost.line + 0.07 * lazy;
    // The parser looks at all blocks before the underline of a heading.
    if (lines > 1 && /^ {0,3}(?:=+|-+)\s*$/.test(text.slice(start, end))) units += cost.block + 0.004 * units;
    const bars = marked.bars;
    marked.add(text, start, end, isShort && (end - start < 2000 || canShortenLine(text.slice(start, end))));
    mostBars = Math.max(mostBars, marked.bars - bars);
    // Each row of a table has as many cells as its head.
    units += cost.cell * mostBars;
    if (units + marked.units > most) return tooLong(line);
  }
  closeText();
  units += 0.004 * definitions * brackets;
  if (units > most) return { line: 1, message: 'The text has more definitions of links or notes than any story.' };
  if (units + texts <= most) return undefined;
  // The texts were taken to be longer than some are. If there are not too many lines, the blocks are parsed.
  return units < mostForBlocks ? excessInTexts(text, most - units) : excessOf(worst);
}

function tooLong(line: number): Excess {
  return { line, message: 'Up to here, the text has more lines and marks than any story.' };
}

function excessOf({ line, count }: { line: number; count: number }): Excess {
  return { line, message: `The text that begins here has ${count} marks, such as stars and brackets.` };
}

/**
 * Knows lines that begin another text for certain, though there is no blank line before them: the next item of a list, the
 * next row of a table, the next note. It knows lines of code too, in which nothing is a mark.
 */
class Splitter {
  #lines = 0;
  #columns = 0;
  #rows = false;
  #numbers = false;
  #inTag = false;
  #inComment = false;
  #fence = '';

  /** Whether a line is in fenced code of the top level, or its beginning or end. */
  inCode(text: string, start: number, end: number): boolean {
    const wasCode = this.#fence !== '';
    if (!wasCode && (this.#inTag || this.#inComment)) return false;
    if (text[start] === '`' || text[start] === '~') {
      const [, mark = '', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(text.slice(start, end)) ?? [];
      if (!wasCode) this.#fence = mark.startsWith('`') && info.includes('`') ? '' : mark;
      else if (mark.startsWith(this.#fence) && info.trim() === '') this.#fence = '';
    }
    return wasCode || this.#fence !== '';
  }

  blank(): void {
    this.#lines = 0;
    this.#columns = 0;
    this.#rows = false;
    this.#numbers = false;
    this.#inTag = false;
  }

  begins(line: string): boolean {
    this.#lines += 1;
    // If a tag or a comment does not end, the parser reads all its lines as one text.
    if (/^[\s>*+-]*(?:<!--(?!.*-->)|\{(?!.*\}))/.test(line)) this.#inComment = true;
    if (/^[\s>*+-]*<(?!.*>\s*$)/.test(line)) this.#inTag = true;
    const number = /^ ?\d{1,9}[.)] +\S/.test(line);
    const follows = this.#numbers || this.#lines === 1;
    this.#numbers = number && follows;
    const columns = line.startsWith('|') ? columnsOf(line) : 0;
    if (this.#lines === 2) this.#rows = columns > 0 && columns === this.#columns && /^[\s|:-]+$/.test(line);
    else if (columns === 0) this.#rows = false;
    if (this.#lines === 1) this.#columns = columns;
    if (this.#inTag || this.#inComment) return false;
    return this.#rows || this.#numbers || /^(?: {0,3}[-+*] +\S|\[\^[^\]\s]+\]:)/.test(line);
  }
}

function columnsOf(line: string): number {
  return (
    line
      .replace(/\\./g, '')
      .replace(/\|\s*$/, '')
      .split('|').length - 1
  );
}

/** The marks of containers at the beginning of a line, how many containers it is in, and whether nothing follows. */
function containersOf(
  text: string,
  start: number,
  end: number,
): { levels: number; depth: number; isBlank: boolean; isQuotation: boolean } {
  let levels = 0;
  let isQuotation = false;
  let indent = 0;
  let index = start;
  for (; index < end; index += 1) {
    const now = text[index];
    if (now === ' ' || now === '\t') {
      if (levels === 0) indent += now === '\t' ? 4 : 1;
      continue;
    }
    if (now === '>') {
      isQuotation = true;
      levels += 1;
      continue;
    }
    container.lastIndex = index;
    const found = container.exec(text);
    if (!found) break;
    levels += 1;
    index += found[0].length - 1;
  }
  return {
    levels,
    depth: levels + (levels > 0 ? indent >> 1 : Math.min(indent >> 1, 8)),
    isBlank: index >= end,
    isQuotation,
  };
}

const container = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\n]|$)|\[\^[^\]\s]{1,999}\]:/y;

/** The same for the texts of the blocks, which cost at most `left` together. */
function excessInTexts(text: string, left: number): Excess | undefined {
  let sum = 0;
  let worst = { line: 1, work: 0, count: 0 };
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const found = new Marks();
      for (const child of node.children) if (child.type === 'text') found.add(child.value, 0, child.value.length, true);
      const { inText: work, count } = found;
      sum += work;
      if (work > worst.work) worst = { line: node.position?.start.line ?? 1, work, count };
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseBlocks(text));
  return sum > left ? excessOf(worst) : undefined;
}
