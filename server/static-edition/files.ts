import { decodedText } from '../../newsroom/model/path.ts';
import { htmlType } from '../headers.ts';
import { notFoundPath } from '../page-maker.ts';

/** The folder of the pages that answer 410. No address of the site begins like this. */
export const goneFolder = '_gone';

/**
 * The path of the file of an address below the root of the site; without a slash in front. A page is `NAME.html`, not
 * `NAME/index.html`: all hosts then serve it at its address without a slash, and none redirects. `path` is not encoded.
 */
export function fileAt(path: string, { status, type }: { status: number; type: string }): string {
  if (path === notFoundPath) return '404.html';
  // The other formats of a story that is gone are a sentence of plain text.
  if (status === 410) return `${goneFolder}${path}${type === htmlType ? '.html' : '.txt'}`;
  return path === '/' ? 'index.html' : path.slice(1) + (type === htmlType ? '.html' : '');
}

/** Pages of a newsroom that would have the file of another page of the site. */
export const unexportable: ReadonlySet<string> = new Set(['/index', '/404']);

/** The path of the file of a picture or a font, by its encoded address. */
export function assetFile(address: string): string {
  return decodedText(address.slice(1));
}

/** What in a text can be the address of a picture or a font of this site. Browsers end an address in `srcset` at a space. */
const address = /\/(?:images|fonts|_next\/static)\/[^\s"<>\\]+/g;

/** The addresses of pictures and fonts that a page or another document may name; not all of them lead to something. */
export function assetsNamedIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [match] of text.matchAll(address))
    // Only the style of the build writes addresses without quotes.
    found.add(
      match.startsWith('/_next/')
        ? match.replace(/\).*$/, '')
        : match.replaceAll('&#x27;', "'").replaceAll('&amp;', '&'),
    );
  return found;
}
