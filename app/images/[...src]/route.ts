import { namesTag } from '../../../server/conditions.ts';
import { pictureFile } from '../../../server/picture.ts';
import { settingsFrom } from '../../../newsroom/settings.ts';
import { atPresent } from '../../edition.ts';

export const dynamic = 'force-dynamic';

/** A picture of the newsroom, while something public shows it. */
export async function GET(request: Request, { params }: { params: Promise<{ src: string[] }> }): Promise<Response> {
  const src = (await params).src.map(decodeURIComponent).join('/').normalize('NFC');
  const settings = settingsFrom(process.env);
  const { picture, until } = atPresent((edition) => ({ picture: edition.picture(src), until: edition.until }));
  const file = pictureFile(settings.content, src, picture, until - settings.now());
  if (!file)
    return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  const headers = { ...file.headers, ETag: file.etag };
  if (namesTag(request.headers.get('if-none-match'), (tag) => tag === file.etag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(file.read()), { headers });
}
