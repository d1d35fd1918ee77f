import { forbiddenCharacter } from './characters.ts';

const longestPath = 1000;

/**
 * The normal form of a path, under which the site answers: decoded, lower case, no slash at the end. `undefined` where no
 * address of the site can have this path.
 */
export function normalPath(path: string): string | undefined {
  // Nearly all have this form already.
  if (/^(?:\/[a-z\d-]+)+$/.test(path) && path.length <= longestPath) return path;
  let decoded: string;
  try {
    // An encoded slash belongs to a name, and no name of ours contains one.
    if (/%(?:2f|5c|00)/i.test(path)) return undefined;
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\\') || /\p{Cc}/u.test(decoded) || forbiddenCharacter(decoded) || decoded.length > longestPath)
    return undefined;
  return (
    decoded
      .normalize('NFC')
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/+$/, '') || '/'
  );
}

/**
 * The normal form of an old address, which may have a query: the normal path and, where there is one, `?` and the query as
 * it was written, decoded. `undefined` where no browser can ask for it: a browser removes `..` from a path.
 */
export function oldPath(address: string): string | undefined {
  const mark = address.indexOf('?');
  const [written, query] = mark < 0 ? [address, ''] : [address.slice(0, mark), address.slice(mark + 1)];
  const path = normalPath(written);
  if (path === undefined || path.split('/').some((part) => part === '.' || part === '..')) return undefined;
  return query === '' ? path : withQuery(path, query);
}

/** An address with a query, in the form in which addresses with a query are compared. */
export function withQuery(path: string, query: string): string | undefined {
  const decoded = decodedText(query);
  return forbiddenCharacter(decoded) === undefined && decoded.length <= 1000 ? `${path}?${decoded}` : undefined;
}

/** A part of an address, decoded and composed. A per cent sign that begins no escape stays. */
export function decodedText(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    return part.normalize('NFC');
  }
}

/**
 * The path of a picture under `images/`. `images/nara.jpg`, `/images/nara.jpg` and `nara.jpg` are the same picture, and so
 * are `a b.jpg` and `a%20b.jpg`, as many editors write it. A per cent sign that begins no escape is part of the name.
 */
export function picturePath(src: string): string {
  return decodedText(src).replace(/^\/?(?:images\/)?/, '');
}
