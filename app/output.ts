import { settingsFrom } from '../newsroom/settings.ts';
import { outputAt } from '../formats/outputs.ts';
import { normalPath } from '../site/addresses/routes.ts';
import { withSearch } from '../site/addresses/search.ts';
import { atPresent } from './present.ts';

/** Feeds, sitemaps and the like under `next dev` and a plain `next start`; `server/` sends them without Next. */
export function sendOutput(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const path = normalPath(pathname);
  const now = settingsFrom(process.env).now();
  const found =
    path === undefined
      ? undefined
      : atPresent(request.headers.get('host'), (edition) => outputAt(edition, withSearch(path, search.slice(1)), now));
  if (!found)
    return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  if ('to' in found) return new Response(null, { status: 308, headers: { Location: encodeURI(found.to) } });
  return new Response(found.body, {
    status: found.status ?? 200,
    headers: { 'Content-Type': found.type, 'Cache-Control': 'public, max-age=0, must-revalidate', ...found.headers },
  });
}
