import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './cached-page.ts';
import { fileOf, type FileBytes } from './files.ts';
import { Memory } from './memory.ts';
import { SharedWork } from './shared-work.ts';
import { Unavailable } from './unavailable.ts';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Types of files that are text. All others are compressed in themselves. */
const textType = /^(?:text\/|image\/svg\+xml)/;

/** Bytes of the longest text that is compressed. */
const longestText = 4 << 20;

/** Bytes of all compressed texts that stay in memory. */
const mostBytes = 32 << 20;

/** The texts among the files of a site, compressed: each once, when somebody asks for it. */
export class CompressedFiles {
  /** By their tags. */
  readonly #files = new Memory<FileBytes>(mostBytes);
  readonly #compressions = new SharedWork<FileBytes>();

  /** The encodings in which a file can be sent, the best first. `type` is its Content-Type. */
  encodingsOf({ size }: FileBytes, type: string): readonly Encoding[] {
    return textType.test(type) && size > 0 && size <= longestText ? ['br', 'gzip', 'identity'] : ['identity'];
  }

  /** A file in an encoding. `etag` is the tag of these bytes, in quotes. Throws `Unavailable` if the file changes meanwhile. */
  async get(file: FileBytes, etag: string, encoding: Exclude<Encoding, 'identity'>): Promise<FileBytes> {
    const known = this.#files.get(etag);
    if (known) return known;
    const made = await this.#compressions.share(etag, () => compress(file, etag, encoding));
    this.#files.set(etag, made);
    return made;
  }
}

async function compress(file: FileBytes, etag: string, encoding: Exclude<Encoding, 'identity'>): Promise<FileBytes> {
  const bytes = await file.bytes();
  if (bytes.length < file.size || !(await file.isUnchanged()))
    throw new Unavailable('A file was changed while it was read.');
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return fileOf(encoding === 'br' ? await asBrotli(bytes, { params }) : await asGzip(bytes, { level: 8 }), etag);
}
