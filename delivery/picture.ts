import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFrom } from '../newsroom/settings.ts';

const types: Record<string, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** Sends a picture that an edition has let through; 404 where it let none. */
export function sendPicture(
  request: Request,
  src: string,
  picture: { type: string; size: number; modified: number } | undefined,
): Response {
  const type = picture && types[picture.type];
  if (!picture || !type)
    return new Response('Not found\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=0' },
    });
  const etag = `"${picture.size.toString(36)}-${Math.round(picture.modified).toString(36)}"`;
  const headers = {
    'Content-Type': type,
    ETag: etag,
    // Short enough for a picture to go soon after its story does.
    'Cache-Control': 'public, max-age=60, must-revalidate',
    // An SVG can hold script; opened by itself it may neither run it nor load anything.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
  };
  if (
    request.headers
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers });
  const file = readFileSync(
    /* turbopackIgnore: true */ join(/* turbopackIgnore: true */ settingsFrom(process.env).content, 'images', src),
  );
  return new Response(new Uint8Array(file), { headers });
}
