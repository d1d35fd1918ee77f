import { join } from 'node:path';
import { hasRendition, parseRenditionName, renditionAddress, renditionName } from '../elements/picture/renditions.ts';
import { pictureType } from '../formats/picture-type.ts';
import type { Order } from '../formats/rendition/render.ts';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { StoredPicture } from '../newsroom/edition/pictures.ts';
import { pictureUrl } from '../site/addresses/routes.ts';
import { OpenFile, type FileAnswer } from './files.ts';
import { picturePolicy, sharedCacheControl } from './headers.ts';
import { Renditions } from './renditions.ts';
import type { Validity } from './validity.ts';

/** A picture that is ready to be sent. The caller closes it. */
interface OpenPicture extends FileAnswer {
  close(): Promise<void>;
}

/** What the public may see at an address under `/images/`. */
interface Shown {
  /** The canonical form of the address. */
  address: string;
  picture: StoredPicture;
  /** What is made of the picture; missing for a drawing, whose file is sent as it is. */
  order?: Order;
  type: string;
}

/** The pictures of a site, at their own addresses and in all their renditions. */
export class Pictures {
  readonly #validity: Validity;
  readonly #content: string;
  readonly #renditions: Renditions;

  /** The folders are as for `Renditions`. */
  constructor(
    validity: Validity,
    folders: { root: string; content: string; data?: string },
    renditions = new Renditions(folders),
  ) {
    this.#validity = validity;
    this.#content = folders.content;
    this.#renditions = renditions;
  }

  /**
   * The canonical address of the picture that has a path below `/images/`, while something public shows it; `path` is
   * decoded and composed (NFC). `undefined` where there is none.
   */
  address(path: string): string | undefined {
    return this.#validity.read((edition) => shownAt(edition, path)).value?.address;
  }

  /** What names the bytes of the picture at a path, without making it; `undefined` where there is none. */
  digest(path: string): string | undefined {
    const { value: shown } = this.#validity.read((edition) => shownAt(edition, path));
    return shown && JSON.stringify([shown.picture.hash, shown.order]);
  }

  /** The picture at a path. Throws `Unavailable` if it cannot be made now. */
  async open(path: string, isWanted: () => boolean): Promise<OpenPicture | undefined> {
    const { value: shown } = this.#validity.read((edition) => shownAt(edition, path));
    const opened = shown && (await this.#openFile(shown, isWanted));
    if (!opened) return undefined;
    // A gate may have passed while it was made.
    const { value: still, reading } = this.#validity.read((edition) => shownAt(edition, path));
    if (still?.picture.hash === shown.picture.hash) {
      const caching = pictureCaching(reading ? this.#validity.untilNextGate() : 0);
      return { ...opened, headers: { ...headers, 'Content-Type': shown.type, 'Cache-Control': caching } };
    }
    await opened.close();
    return undefined;
  }

  /** Ends what makes renditions. */
  close(): void {
    this.#renditions.close();
  }

  async #openFile(
    { picture, order }: Shown,
    isWanted: () => boolean,
  ): Promise<Omit<OpenPicture, 'headers'> | undefined> {
    if (order) return this.#renditions.open(picture, order, isWanted);
    const file = await OpenFile.at(join(/* turbopackIgnore: true */ this.#content, picture.file));
    return file && { file, close: () => file.close() };
  }
}

/**
 * `Cache-Control` of a picture: a reader's browser may keep it for a minute, and a shared cache keeps it no longer than its
 * story is public. `untilGate`: milliseconds until the next gate.
 */
export function pictureCaching(untilGate: number): string {
  return sharedCacheControl(untilGate, 60);
}

const headers = {
  'Content-Security-Policy': picturePolicy,
  'X-Content-Type-Options': 'nosniff',
};

function shownAt(edition: Edition, path: string): Shown | undefined {
  const picture = edition.picture(path);
  if (picture) {
    const type = contentType(picture.type);
    return { address: pictureUrl(path), picture, type, ...(picture.raster && { order: { full: picture.type } }) };
  }
  // A path that no file has can be that of a rendition.
  const [, src = '', name = ''] = renditionPath.exec(path) ?? [];
  const named = parseRenditionName(name);
  return named && renditionAt(edition, src, named);
}

/** The path of a picture and the end of a rendition's address. There was a slash between them once. */
const renditionPath = /^(.+)[./]([^./]+\.[a-z]+)$/;

function renditionAt(
  edition: Edition,
  src: string,
  { version, rendition }: NonNullable<ReturnType<typeof parseRenditionName>>,
): Shown | undefined {
  const picture = edition.picture(src);
  const { focus, format } = rendition;
  if (!picture || !hasRendition(picture, version, rendition)) return undefined;
  if (focus && !edition.isFocus(src, focus)) return undefined;
  const address = renditionAddress(pictureUrl(src), renditionName(version, rendition));
  return { address, picture, order: rendition, type: contentType(format) };
}

function contentType(kind: string): string {
  return kind === 'svg' ? `${pictureType(kind)}; charset=utf-8` : pictureType(kind);
}
