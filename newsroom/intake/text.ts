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
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = 0; end <= bytes.length; end += 1) {
    if (end < bytes.length && bytes[end] !== 10) continue;
    const text = new TextDecoder().decode(bytes.subarray(start, end));
    const fault = text.indexOf('�');
    if (fault >= 0) return { line, column: fault + 1 };
    line += 1;
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
