import { isUtf8 } from 'node:buffer';
import { problem, type Problem } from '../model/problem.ts';

/** Longer than the longest book; a file of this size is here by mistake. */
export const largestFile = 4 * 1024 * 1024;

const why = 'Files are UTF-8 text, so that every machine reads the same signs.';
const fix = 'Save the file again as UTF-8.';

/** A file's bytes as text with `\n` line ends, or what is wrong with them. */
export function readText(file: string, bytes: Buffer): string | Problem {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return problem('file-encoding', { file }, { message: 'The file is UTF-16.', why, fix });
  }
  if (!isUtf8(bytes)) {
    return problem('file-encoding', { file, ...firstFault(bytes) }, { message: 'The file is not UTF-8.', why, fix });
  }
  // A byte order mark says nothing that UTF-8 needs to be told.
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const nothing = text.indexOf('\0');
  if (nothing >= 0) {
    const before = text.slice(0, nothing).split('\n');
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return problem('file-encoding', place, {
      message: 'The file holds a NUL byte.',
      why: 'It is not text, or was damaged.',
      fix,
    });
  }
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** Line and column of the first byte that is no UTF-8. */
function firstFault(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    line += 1;
    start = end + 1;
  }
  let column = 1;
  for (const sign of bytes.toString('utf8', start)) {
    // The sign that stands for what cannot be read may stand in the text itself.
    if (sign === '\uFFFD' && bytes.indexOf(sign, start) !== start) break;
    start += Buffer.byteLength(sign);
    column += sign.length;
  }
  return { line, column };
}
