import { pictureUrl } from './routes.ts';

/** What a relative address is relative to: the address of the site, and the page that the text is on. */
export interface Base {
  /** Absolute, without a slash at the end. */
  site: string;
  /** The page's path, not encoded. */
  path: string;
}

/** The absolute form of a path of this site, encoded. That of the front page ends in a slash, as with `new URL`. */
export function absolute(site: string, path: string): string {
  return site + encodeURI(path);
}

/** The absolute form of an address in the content: of this site, of another site, or inside the page. */
export function absoluteHref(base: Base, href: string): string {
  if (href.startsWith('#')) return absolute(base.site, base.path) + href;
  if (!href.startsWith('/')) return URL.canParse(href) ? new URL(href).href : href;
  return URL.canParse(base.site + href) ? new URL(base.site + href).href : base.site;
}

/** The absolute address of a picture of the newsroom. */
export function pictureAddress(site: string, src: string): string {
  return site + pictureUrl(src);
}

/**
 * An absolute address for formats that follow RFC 3986. Browsers accept characters in a path or a query that it does not
 * allow: these are encoded.
 */
export function uriOf(href: string): string {
  const [, origin = '', rest = ''] = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?)(.*)$/is.exec(href.toWellFormed()) ?? [];
  const [before = '', ...fragments] = rest.split('#');
  const fragment = fragments.length === 0 ? '' : `#${fragments.join('%23')}`;
  return (
    origin +
    (before + fragment)
      .replace(/%(?![\da-f]{2})/gi, '%25')
      .replace(/[^\w.~:/?#@!$&'()*+,;=%-]/gu, (character) => encodeURIComponent(character))
  );
}
