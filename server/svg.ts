import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds after which a drawing is given up; ordinary ones take a tenth of a second. */
const drawTimeout = 8000;

/** Bytes of the largest drawing that is drawn, and of the largest PNG that is made of one. */
const mostBytes = 8_000_000;

/**
 * Makes a PNG of an SVG, in its own process: a few lines of SVG can keep a drawing library busy without end, and only the
 * end of its process stops it. Returns `undefined` if there is no PNG in time. The process gets the bytes of the SVG and
 * not its path, so it can load nothing that the SVG names. `fonts` are files of faces that it may use beside the
 * machine's.
 */
export function drawSvg(
  svg: Buffer,
  { root, fonts, within = drawTimeout }: { root: string; fonts: readonly string[]; within?: number },
): Promise<Buffer | undefined> {
  if (svg.length > mostBytes) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'server/svg-process.ts'), ...fonts],
      { timeout: within, killSignal: 'SIGKILL', encoding: 'buffer', maxBuffer: mostBytes },
      (fault, stdout) => resolve(fault || stdout.length === 0 ? undefined : stdout),
    );
    // The process may end before it has read all.
    child.stdin?.on('error', () => {});
    child.stdin?.end(svg);
  });
}

/** The words in an SVG, to check whether the faces have letters for them. It may return more than is drawn, never less. */
export function wordsIn(svg: Buffer): string {
  return svg
    .toString()
    .replace(/<style[^>]*>[^]*?<\/style>|<(?:title|desc|metadata)\b[^>]*>[^]*?<\/(?:title|desc|metadata)>/g, ' ')
    .replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (reference, code: string) => {
      const number = Number(code.replace(/^x/i, '0x'));
      return number <= 0x10ffff ? String.fromCodePoint(number) : reference;
    });
}
