/**
 * The normal form of a path, under which the site answers: decoded, lower case, no slash at the end. `undefined` where no
 * address of the site can have this path.
 */
export function normalPath(path: string): string | undefined {
  let decoded: string;
  try {
    // An encoded slash belongs to a name, and no name of ours contains one.
    if (/%(?:2f|5c|00)/i.test(path)) return undefined;
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\p{Cc}]/u.test(decoded) || decoded.length > 1000) return undefined;
  return (
    decoded
      .normalize('NFC')
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .replace(/(?<=.)\/+$/, '') || '/'
  );
}

/** The path of a picture under `images/`. `images/nara.jpg`, `/images/nara.jpg` and `nara.jpg` are the same picture. */
export function picturePath(src: string): string {
  return src.normalize('NFC').replace(/^\/?(?:images\/)?/, '');
}
