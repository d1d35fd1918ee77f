import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { sizeOf, type PackedDependencies, type ReadAt } from '../newsroom/edition/recent-changes.ts';
import type { PageStatus } from './page-context.ts';

/** The encodings in which a page can be sent, the best first. */
const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];
const onlyIdentity: readonly Encoding[] = ['identity'];

/** What is stored of a page beside its bytes. */
export interface PageHead {
  path: string;
  /** What the site is called whose page it is, where a server has several. */
  site?: string;
  /** The canonical form of its address, if that is not its path. */
  address?: string;
  status: PageStatus;
  /** The digest of the view that it shows. */
  digest: string;
  /** Its Content-Security-Policy. */
  policy: string;
  /** The full Content-Type. */
  type: string;
  /** Headers of the answer beside those that every answer has. */
  headers?: Readonly<Record<string, string>>;
  etag: string;
  /** Since when these bytes are the answer of this server. Milliseconds of the machine's clock. */
  since: number;
  /** The encoding of the stored bytes: brotli for text, as they are for a format that is compressed already. */
  stored: 'br' | 'identity';
}

/** What is known of a page when it is made. */
export type NewPage = Omit<PageHead, 'site' | 'etag' | 'since' | 'stored'>;

/** What a page is kept under: its path, after what its site is called, where a server has several. */
export function keyOf({ site, path }: Pick<PageHead, 'site' | 'path'>): string {
  return site === undefined ? path : `${site}:${path}`;
}

/** How the text of a page is kept. */
export type KeptTexts = 'compressed' | 'as they are';

/** What a page was made from, by which it is known whether it is valid. */
export interface PageReading {
  read: PackedDependencies;
  /** The last state of the newsroom in which it was read, or is known to be the same. */
  at: ReadAt;
  /** Whether it has drifted since, see `Sameness`. */
  hasDrifted?: boolean;
  /** Some outputs change with time alone: from this instant on, in milliseconds. */
  until?: number;
}

const compressText = promisify(brotliCompress);
const decompressText = promisify(brotliDecompress);
const compressAsGzip = promisify(gzip);

/**
 * A finished page. Its text is compressed when it is made; other encodings are made when somebody asks for them, once for
 * all who ask, and beside the event loop.
 */
export class CachedPage {
  readonly head: PageHead;
  /** Set once the page was compared with what its address shows. */
  reading: PageReading | undefined;
  /** The bytes in the encoding `head.stored`. */
  readonly stored: Buffer;
  readonly #encoded = new Map<Encoding, Buffer>();
  readonly #underWay = new Map<Encoding, Promise<Buffer>>();

  constructor(head: PageHead, stored: Buffer) {
    this.head = head;
    this.stored = stored;
    this.#encoded.set(head.stored, stored);
  }

  /**
   * Makes a page. A string is compressed, unless texts are kept as they are; bytes are taken for a format that is compressed
   * already.
   */
  static async from(page: NewPage, content: string | Buffer, texts: KeptTexts = 'compressed'): Promise<CachedPage> {
    const bytes = Buffer.from(content);
    const head = { ...page, etag: hash('sha256', bytes, 'base64url').slice(0, 22), since: Infinity };
    if (typeof content !== 'string' || texts === 'as they are')
      return new CachedPage({ ...head, stored: 'identity' }, bytes);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return new CachedPage({ ...head, stored: 'br' }, await compressText(bytes, { params }));
  }

  /** The encodings in which it can be sent, the best first. */
  get encodings(): readonly Encoding[] {
    return this.head.stored === 'br' ? encodings : onlyIdentity;
  }

  /** The page in one of its `encodings`, if it was made before. */
  readyEncoded(encoding: Encoding): Buffer | undefined {
    return this.#encoded.get(encoding);
  }

  /** The page in one of its `encodings`. */
  async encoded(encoding: Encoding): Promise<Buffer> {
    const ready = this.#encoded.get(encoding) ?? this.#underWay.get(encoding);
    if (ready) return ready;
    const making = this.#make(encoding).finally(() => this.#underWay.delete(encoding));
    this.#underWay.set(encoding, making);
    return making;
  }

  /** The page as text. */
  async text(): Promise<string> {
    return (await this.encoded('identity')).toString();
  }

  /** Bytes that it takes in memory at present: those of its encodings, and what is known of what it was made from. */
  get size(): number {
    let size = 1_024 + (this.reading ? sizeOf(this.reading.read) : 0);
    for (const bytes of this.#encoded.values()) size += bytes.length;
    return size;
  }

  async #make(encoding: Encoding): Promise<Buffer> {
    const bytes =
      encoding === 'gzip'
        ? await compressAsGzip(await this.encoded('identity'), { level: 8 })
        : await decompressText(this.stored);
    this.#encoded.set(encoding, bytes);
    return bytes;
  }
}
