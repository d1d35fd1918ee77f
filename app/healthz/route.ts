import { healthOf, publicHealth, statusOf } from '../../server/health.ts';
import { settingsFrom } from '../../newsroom/settings.ts';
import { presentServices } from '../present.ts';

export const dynamic = 'force-dynamic';

/** Whether this server can read its store. */
export function GET(): Response {
  const health = healthOf(presentServices(null).validity, settingsFrom(process.env).data);
  return Response.json(publicHealth(health), { status: statusOf(health), headers: { 'Cache-Control': 'no-store' } });
}
