import { problem, type Problem } from '../model/problem.ts';

/** The first line of two versions that git could not merge, the line before their common origin, and the last line. */
const [opening, origin, ending] = [/^<{7,}(?: |$)/, /^\|{7,}(?: |$)/, /^>{7}(?: |$)/];
const middle = /^={7,}(?: |$)/;
/** A line of an e-mail that was answered many times. */
const deepQuotation = /^ {0,3}(?:> ?){5,}/;

/**
 * The problem of a file that was saved with the marks of a conflict in it; `undefined` if there is none. A line of `=`
 * alone is the underline of a heading. A whole conflict in a block of code is an example, and no problem.
 */
export function conflictIn(file: string, text: string): Problem | undefined {
  if (!/^(?:<{7}|>{7}|\|{7})/m.test(text)) return undefined;
  const lines = text.split('\n');
  const examples = linesOfExamples(lines);
  const index = lines.findIndex(
    (line, at) =>
      !examples.has(at) &&
      (opening.test(line) || origin.test(line) || (ending.test(line) && !deepQuotation.test(lines[at - 1] ?? ''))),
  );
  if (index < 0) return undefined;
  return problem(
    'conflict-marker',
    { file, line: index + 1 },
    {
      message: `\`${(lines[index] ?? '').slice(0, 40)}\` marks a conflict between two versions of this file.`,
      why: 'The file was saved before the conflict was resolved, so it has both versions of a part.',
      fix: 'Choose one version, and take out the other one and the lines of `<<<<<<<`, `=======` and `>>>>>>>`.',
    },
  );
}

/** The lines of whole conflicts inside blocks of code. */
function linesOfExamples(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let fence = '';
  let inBlock: number[] = [];
  let start = -1;
  let hasMiddle = false;
  const head = lines[0]?.startsWith('---') ? lines.indexOf('---', 1) : -1;
  lines.forEach((line, index) => {
    if (index <= head) return;
    const [mark = ''] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) {
      // Only a block that ends is one for certain.
      for (const at of inBlock) found.add(at);
      [fence, inBlock, start] = ['', [], -1];
    } else if (opening.test(line)) [start, hasMiddle] = [index, false];
    else if (middle.test(line)) hasMiddle = true;
    else if (ending.test(line) && start >= 0 && hasMiddle) {
      for (let at = start; at <= index; at += 1) inBlock.push(at);
      start = -1;
    }
  });
  return found;
}
