/**
 * The addresses that the site answers itself, by their forms. The site knows them, and hands them to the compile. The
 * patterns match whole addresses in their normal form.
 */
export interface OwnAddresses {
  /** Addresses that belong to no file: `/search`, `/images/…`, `/2026/01`. */
  own: RegExp;
  /** Addresses that no page of the newsroom can have: `/search`, `/topics/asia`, `/2026/…`. */
  taken: RegExp;
  /** Addresses that belong to the page of a file, whose address is group 1: `/2026/01/13/x/related`. */
  below: RegExp;
}

/**
 * Whether only the site can have an address, even where nothing is there yet, so that no alias leads anywhere from it. A page
 * answers with any query; only the front page leaves addresses such as `/?p=123` to aliases.
 */
export function isOwnAddress({ own, below }: OwnAddresses, alias: string): boolean {
  const [path = '', query] = alias.split('?', 2);
  return (own.test(path) || below.test(path)) && !(path === '/' && query !== undefined);
}
