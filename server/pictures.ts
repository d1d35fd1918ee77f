import { join } from 'node:path';
import { sharedCacheControl } from './headers.ts';

const types: Record<string, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/**
 * Where a picture that an edition shows lies in the newsroom's folder, and with which headers it is sent; `undefined` if
 * the edition shows none. `untilGate`: milliseconds until what the public may see changes next.
 */
export function pictureFile(
  content: string,
  picture: { file: string; type: string } | undefined,
  untilGate: number,
): { path: string; headers: Record<string, string> } | undefined {
  const type = picture && types[picture.type];
  if (!picture || !type) return undefined;
  return {
    path: join(/* turbopackIgnore: true */ content, picture.file),
    headers: {
      'Content-Type': type,
      // A reader's browser may keep a picture for a minute; a shared cache keeps it no longer than its story is public.
      'Cache-Control': sharedCacheControl(untilGate, 60),
      // An SVG can hold script; opened by itself it may neither run it nor load anything.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  };
}
