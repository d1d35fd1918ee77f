import { forbiddenCharacter } from './characters.ts';

/**
 * Addresses in links. Each function parses an address as the URL standard has it, and returns the form that is printed:
 * what is checked is what browsers follow. `undefined` where the address must not be printed.
 */

/** Characters of a path, a query or a fragment that need no encoding by the URL standard, and `%`, which begins encoded ones. */
const notAllowed = /[^A-Za-z0-9!$&'()*+,\-./:;=?@_~%]|%(?![\da-f]{2})/gi;
/** Longer than browsers, proxies and sitemaps accept. */
const longest = 4000;
/** The parser needs a host to resolve an address of this site. */
const thisSite = 'https://site.invalid';

/**
 * An absolute address that begins with `https://` or `http://`. It has no user's name, and no backslash before its path,
 * which would make its host look like another one. The host is in ASCII (`xn--…`).
 */
export function webAddress(written: string): string | undefined {
  const text = written.trim();
  if (!/^https?:\/\/[^\s/\\?#][^/\\?#]*(?:[/?#]|$)/i.test(text)) return undefined;
  const url = parsed(text);
  return url && url.username === '' && url.password === '' ? url.origin + endOf(url) : undefined;
}

/** An address on this site: a path that begins with one slash. It has no `..` in it any more. */
export function siteAddress(written: string): string | undefined {
  const text = written.trim();
  if (!/^\/(?![/\\])/.test(text)) return undefined;
  const url = parsed(text, thisSite);
  if (url?.origin !== thisSite) return undefined;
  const end = endOf(url);
  // `/.//host` would lead to another host.
  return end.startsWith('//') ? undefined : end;
}

/** An address on this site or an absolute one. */
export function pageAddress(written: string): string | undefined {
  return siteAddress(written) ?? webAddress(written);
}

/** The target of a link in a body: also a place on the same page, an e-mail address or a telephone number. */
export function linkAddress(written: string): string | undefined {
  const text = written.trim();
  const page = pageAddress(text);
  if (page !== undefined) return page;
  if (/^#\S/.test(text)) {
    const url = parsed(text, thisSite);
    return url && `#${encode(url.hash.slice(1))}`;
  }
  const url = /^(?:mailto:\S|tel:[+\d])/i.test(text) ? parsed(text) : undefined;
  return url && url.protocol + encode(url.href.slice(url.protocol.length));
}

/** The origin of a web address that has nothing but a host: the address of a site. `undefined` where it has more. */
export function originAddress(written: string): string | undefined {
  const address = webAddress(written.replace(/\/+$/, ''));
  const url = address === undefined ? undefined : URL.parse(address);
  return url?.pathname === '/' && address === `${url.origin}/` ? url.origin : undefined;
}

/** Whether an absolute address is one of the machine itself, where no reader comes. */
export function isOnThisMachine(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);
}

function parsed(text: string, base?: string): URL | undefined {
  if (text.length > longest || forbiddenCharacter(text) !== undefined || /[\t\n]/.test(text)) return undefined;
  return URL.parse(text, base) ?? undefined;
}

/** What follows the host. */
function endOf({ pathname, search, hash }: URL): string {
  return encode(pathname + search) + (hash === '' ? '' : `#${encode(hash.slice(1))}`);
}

function encode(part: string): string {
  return part.replace(notAllowed, (character) => (character === '%' ? '%25' : encodeURIComponent(character)));
}

/** The name of a host without what differs between two spellings of it: a `www.` before it and a dot at its end. */
export function plainHost(hostname: string): string {
  return hostname.replace(/^www\./, '').replace(/\.$/, '');
}
