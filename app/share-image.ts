import { settingsFrom } from '../newsroom/settings.ts';
import { namesTag } from '../server/conditions.ts';
import { ShareImages, ShareStudio } from '../server/share-images.ts';
import { normalPath } from '../site/addresses/routes.ts';
import { presentServices } from './present.ts';

const studio = new ShareStudio(process.cwd());

/** Share images under `next dev` and a plain `next start`; `server/` sends them without Next. */
export async function sendShareImage(request: Request): Promise<Response> {
  const { content } = settingsFrom(process.env);
  const services = presentServices(request.headers.get('host'));
  const images = new ShareImages(services, { root: process.cwd(), content }, studio);
  const found = await images.current(normalPath(new URL(request.url).pathname) ?? '/not-found');
  if ('to' in found) return new Response(null, { status: 308, headers: { Location: encodeURI(found.to) } });
  if (!('head' in found)) {
    const [status, words] = found.status === 410 ? [410, 'Gone\n'] : [404, 'Not found\n'];
    return new Response(words, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  const { etag, type, policy } = found.head;
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: `"${etag}"`,
  };
  if (namesTag(request.headers.get('if-none-match') ?? undefined, headers.ETag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await found.encoded('identity')), { headers });
}
