/** Characters that need no encoding in an address by the URL standard, and `%`, which begins encoded ones. */
const allowed = "A-Za-z0-9!$&'()*+,\\-./:;=?@_~%";
const encoded = new RegExp(`[^${allowed}\\u{a0}-\\u{10ffff}]|%(?![\\da-f]{2})|\\p{Noncharacter_Code_Point}`, 'giu');

/**
 * An address in the form that the URL standard calls valid. It leads to the same page; characters are encoded that all
 * browsers accept and checkers do not. `undefined` where no browser can request the address, and where it has a user's
 * name, which looks like the host of the address but is not.
 */
export function validAddress(href: string): string | undefined {
  const [, start = '', tail = ''] = /^(https?:\/\/[^/?#\\]*|)(.*)$/is.exec(href) ?? [];
  if (start !== '') {
    if (!URL.canParse(href)) return undefined;
    const { username, password } = new URL(href);
    if (username !== '' || password !== '') return undefined;
  }
  const anchor = tail.indexOf('#');
  const [path, fragment] = anchor < 0 ? [tail, undefined] : [tail.slice(0, anchor), tail.slice(anchor + 1)];
  return start + encode(path) + (fragment === undefined ? '' : `#${encode(fragment)}`);
}

function encode(part: string): string {
  return part.replace(encoded, (character) => (character === '%' ? '%25' : encodeURIComponent(character)));
}
