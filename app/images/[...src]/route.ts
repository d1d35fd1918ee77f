import { settingsFrom } from '../../../newsroom/settings.ts';
import { namesTag } from '../../../server/conditions.ts';
import { Pictures } from '../../../server/pictures.ts';
import { Renditions } from '../../../server/renditions.ts';
import { presentServices } from '../../present.ts';

export const dynamic = 'force-dynamic';

let renditions: Renditions | undefined;

/** A picture of the newsroom or one of its renditions, while something public shows it. */
export async function GET(request: Request, { params }: { params: Promise<{ src: string[] }> }): Promise<Response> {
  const path = (await params).src.map(decodeURIComponent).join('/').normalize('NFC');
  const { content } = settingsFrom(process.env);
  const folders = { root: process.cwd(), content };
  renditions ??= new Renditions(folders);
  const pictures = new Pictures(presentServices(request.headers.get('host')).validity, folders, renditions);
  const picture = await pictures.open(path, () => !request.signal.aborted);
  if (!picture)
    return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  try {
    const headers = { ...picture.headers, ETag: picture.file.etag };
    if (namesTag(request.headers.get('if-none-match') ?? undefined, picture.file.etag))
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(await picture.file.bytes()), { headers });
  } finally {
    await picture.close();
  }
}
