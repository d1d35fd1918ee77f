import { sendPicture } from '../../../delivery/picture.ts';
import { atPresent } from '../../edition.ts';

export const dynamic = 'force-dynamic';

/** A picture of the newsroom, while something public shows it. */
export async function GET(request: Request, { params }: { params: Promise<{ src: string[] }> }): Promise<Response> {
  const src = (await params).src.map(decodeURIComponent).join('/').normalize('NFC');
  return sendPicture(
    request,
    src,
    atPresent((edition) => edition.picture(src)),
  );
}
