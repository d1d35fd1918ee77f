/** The one form of a path that the site answers under: decoded, lower case, no slash at the end. */
export function normalPath(path: string): string | undefined {
  let decoded: string;
  try {
    // A slash that was encoded is part of a name, and no name has one.
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
