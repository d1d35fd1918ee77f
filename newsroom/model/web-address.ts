/** What the URL standard lets stand in an address as it is, besides the `%` of what is encoded already. */
const written = "A-Za-z0-9!$&'()*+,\\-./:;=?@_~%";
const unwritten = new RegExp(`[^${written}\\u{a0}-\\u{10ffff}]|%(?![\\da-f]{2})|\\p{Noncharacter_Code_Point}`, 'giu');

/**
 * An address as somebody wrote or copied it, in the form that the URL standard calls valid: the same address, with
 * signs encoded that every browser takes and no checker does. `undefined` where no browser can ask for it, and where
 * it holds a user's name: what stands there looks like the host that it leads to, and is not.
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
  return part.replace(unwritten, (sign) => (sign === '%' ? '%25' : encodeURIComponent(sign)));
}
