import { settingsFrom } from '../../../newsroom/settings.ts';
import { namesTag } from '../../../server/conditions.ts';
import { OpenFile } from '../../../server/files.ts';
import { pictureFile } from '../../../server/pictures.ts';
import { presentServices } from '../../present.ts';

export const dynamic = 'force-dynamic';

/** A picture of the newsroom, while something public shows it. */
export async function GET(request: Request, { params }: { params: Promise<{ src: string[] }> }): Promise<Response> {
  const src = (await params).src.map(decodeURIComponent).join('/').normalize('NFC');
  const { content } = settingsFrom(process.env);
  const { validity } = presentServices();
  const { value, window, now } = validity.read((edition) => edition.picture(src));
  const picture = pictureFile(content, value, window ? window.until - now : 0);
  const file = picture && (await OpenFile.at(picture.path));
  if (!file)
    return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  try {
    const headers = { ...picture.headers, ETag: file.etag };
    if (namesTag(request.headers.get('if-none-match') ?? undefined, file.etag))
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(await file.bytes()), { headers });
  } finally {
    await file.close();
  }
}
