import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileAnswer } from './files.ts';
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
 * A picture that an edition has let through, from the newsroom's folder; `undefined` where it let none, or the file went
 * a moment ago. `untilGate`: milliseconds until what the public may see changes next.
 */
export function pictureFile(
  content: string,
  src: string,
  picture: { type: string; size: number; modified: number } | undefined,
  untilGate: number,
): FileAnswer | undefined {
  const type = picture && types[picture.type];
  if (!picture || !type) return undefined;
  return {
    etag: `"${picture.size.toString(36)}-${Math.round(picture.modified).toString(36)}"`,
    headers: {
      'Content-Type': type,
      // Who has seen a picture may see it for a minute more; others see it no longer than its story.
      'Cache-Control': sharedCacheControl(untilGate, 60),
      // An SVG can hold script; opened by itself it may neither run it nor load anything.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
    read: () => readFileSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ content, 'images', src)),
  };
}
