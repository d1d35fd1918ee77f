import { isUtf8 } from 'node:buffer';
import { problem, type Problem } from '../model/problem.ts';

/** Bytes. More than the longest book has: a larger file is in the folder by mistake. */
export const largestFile = 4 * 1024 * 1024;

const why = 'Files are UTF-8 text, so that every machine reads the same characters.';
const fix = 'Save the file again as UTF-8.';

/** A file's bytes as text with `\n` line ends, or what is wrong with them. */
export function readText(file: string, bytes: Buffer): string | Problem {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return problem('file-encoding', { file }, { message: 'The file is UTF-16.', why, fix });
  }
  if (!isUtf8(bytes)) {
    return problem('file-encoding', { file, ...firstFault(bytes) }, { message: 'The file is not UTF-8.', why, fix });
  }
  // UTF-8 needs no byte order mark.
  const text = bytes.toString('utf8').replace(/^\ufeff/, '');
  const nothing = text.indexOf('\0');
  if (nothing >= 0) {
    const before = text.slice(0, nothing).split('\n');
    const position = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return problem('file-encoding', position, {
      message: 'The file has a NUL byte.',
      why: 'It is not text, or was damaged.',
      fix,
    });
  }
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** Line and column of the first byte that is not UTF-8. */
function firstFault(bytes: Buffer): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    line += 1;
    start = end + 1;
  }
  let column = 1;
  for (const character of bytes.toString('utf8', start)) {
    // The replacement character shows what cannot be read, but a text may also contain it.
    if (character === '\uFFFD' && bytes.indexOf(character, start) !== start) break;
    start += Buffer.byteLength(character);
    column += character.length;
  }
  return { line, column };
}
