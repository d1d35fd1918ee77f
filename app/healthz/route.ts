import { atPresent } from '../present.ts';

export const dynamic = 'force-dynamic';

/** Whether this server can read its store. */
export function GET(): Response {
  const headers = { 'Cache-Control': 'no-store' };
  try {
    return Response.json({ status: 'ok', articles: atPresent((edition) => edition.count('all', '')) }, { headers });
  } catch {
    return Response.json({ status: 'no store' }, { status: 503, headers });
  }
}
