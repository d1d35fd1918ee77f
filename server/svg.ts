import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds in which a drawing is drawn, or never; honest ones take a tenth of a second. */
const longest = 8000;

/** Bytes of the largest drawing that is drawn at all, and of the pixels that come of it. */
const mostBytes = 8_000_000;

/**
 * Makes pixels (PNG) of an SVG, in a process of its own: a few lines of SVG can keep a drawing library busy without end,
 * and nothing but the end of its process stops it. `undefined` where nothing comes of it in time. It is given bytes and
 * no place, so it can load nothing that the file names. `fonts` are files of faces that it may use beside the machine's.
 */
export function drawSvg(
  svg: Buffer,
  { root, fonts, within = longest }: { root: string; fonts: readonly string[]; within?: number },
): Promise<Buffer | undefined> {
  if (svg.length > mostBytes) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'server/svg-process.ts'), ...fonts],
      { timeout: within, killSignal: 'SIGKILL', encoding: 'buffer', maxBuffer: mostBytes },
      (fault, stdout) => resolve(fault || stdout.length === 0 ? undefined : stdout),
    );
    // It may end before it has read all.
    child.stdin?.on('error', () => {});
    child.stdin?.end(svg);
  });
}

/** The words in an SVG, and more rather than less: whoever asks wants to know whether there are letters for them. */
export function wordsIn(svg: Buffer): string {
  return svg
    .toString()
    .replace(/<style[^>]*>[^]*?<\/style>|<(?:title|desc|metadata)\b[^>]*>[^]*?<\/(?:title|desc|metadata)>/g, ' ')
    .replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
    .replace(/&#(x[\da-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const number = Number(code.replace(/^x/i, '0x'));
      return number <= 0x10ffff ? String.fromCodePoint(number) : whole;
    });
}
