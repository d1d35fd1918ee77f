import { hash } from 'node:crypto';
import { readdirSync, readFileSync, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Encoding } from './cached-page.ts';
import type { CompressedFiles } from './compressed-files.ts';
import { failsPrecondition, namesTag } from './conditions.ts';
import { immutable, securityHeaders } from './headers.ts';
import { rangeIn, type ByteRange } from './range.ts';
import { changedSince, chooseEncoding, sendText } from './respond.ts';
import { Unavailable } from './unavailable.ts';

/** The bytes of a file, ready to be sent. */
export interface FileBytes {
  /** A strong ETag, in quotes. */
  etag: string;
  /** Bytes. */
  size: number;
  read(range: ByteRange): Readable;
  /** All bytes of the file. */
  bytes(): Promise<Buffer>;
  /** Whether the bytes are still those of the tag: another program may write into a file while it is read. */
  isUnchanged(): Promise<boolean>;
}

/** A file of bytes that are in memory. `etag` is in quotes. */
export function fileOf(bytes: Buffer, etag: string): FileBytes {
  return {
    etag,
    size: bytes.length,
    read: ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
    bytes: async () => bytes,
    isUnchanged: async () => true,
  };
}

/** A file, and the headers with which it is sent beside those that every answer has. */
export interface FileAnswer {
  file: FileBytes;
  headers: Readonly<Record<string, string>>;
}

const types: Record<string, string> = {
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
};

/**
 * The few files that every site has: the build's fonts. They are read when the server starts, so no address can lead to
 * another file; scripts of the build are not among them.
 */
export class SiteFiles {
  readonly #files = new Map<string, FileAnswer>();

  constructor(root: string) {
    this.#add(join(root, '.next/static'), '/_next/static', immutable);
  }

  get(address: string): FileAnswer | undefined {
    return this.#files.get(address);
  }

  #add(folder: string, address: string, caching: string): void {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const type = types[entry.name.split('.').at(-1) ?? ''];
      if (!entry.isFile() || type === undefined) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      this.#files.set(address + path.slice(folder.length), {
        file: fileOf(bytes, `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`),
        headers: { 'Content-Type': type, 'Cache-Control': caching },
      });
    }
  }
}

/** A file on disk that is open: if its name leads to another file, its bytes are still those of its tag. */
export class OpenFile implements FileBytes {
  readonly etag: string;
  readonly size: number;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, stats: BigIntStats) {
    this.#handle = handle;
    this.size = Number(stats.size);
    this.etag = tagOf(stats);
  }

  /** Opens a file; `undefined` if there is none. The caller must close it. Throws the fault of the system. */
  static async at(path: string): Promise<OpenFile | undefined> {
    let handle: FileHandle;
    try {
      handle = await open(/* turbopackIgnore: true */ path);
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && absent.has(String(fault.code))) return undefined;
      throw fault;
    }
    const stats = await handle.stat({ bigint: true });
    if (stats.isFile()) return new OpenFile(handle, stats);
    await handle.close();
    return undefined;
  }

  read({ start, end }: ByteRange): Readable {
    return this.#handle.createReadStream({ start, end, autoClose: false });
  }

  async bytes(): Promise<Buffer> {
    const bytes = Buffer.alloc(this.size);
    const { bytesRead } = await this.#handle.read(bytes, 0, this.size, 0);
    return bytes.subarray(0, bytesRead);
  }

  async isUnchanged(): Promise<boolean> {
    return tagOf(await this.#handle.stat({ bigint: true })) === this.etag;
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** Codes of the faults of the system that say that there is no file of this name. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/**
 * The instant of the last write can be set to any other; that of the last change cannot. Files that are written at one
 * instant differ in their number.
 */
function tagOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `"${[ino, size, mtimeNs, ctimeNs].map((each) => each.toString(36)).join('-')}"`;
}

/**
 * Sends a file or a range of it, or answers 304 if the reader has it, or 412 if it asks for another one. A text is
 * compressed; a range of it is not. Done when all is sent or the reader is gone.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file: whole, headers: own }: FileAnswer,
  compressed: CompressedFiles,
): Promise<void> {
  const encodings = compressed.encodingsOf(whole, own['Content-Type'] ?? '');
  const encoding =
    request.headers.range === undefined
      ? (chooseEncoding(encodings, request.headers['accept-encoding']) ?? 'identity')
      : 'identity';
  const etag = tagIn(encoding, whole.etag);
  const headers = {
    ...securityHeaders,
    ...own,
    ETag: etag,
    'Accept-Ranges': 'bytes',
    ...(encodings.length > 1 && { Vary: 'Accept-Encoding' }),
  };
  if (failsPrecondition(request.headers, { etag })) {
    sendText(response, 412, changedSince);
    return;
  }
  if (namesTag(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const file = encoding === 'identity' ? whole : await compressed.get(whole, etag, encoding);
  const { size } = file;
  const range = requestedRange(request, file);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 });
    response.end();
    return;
  }
  const { start, end } = range === 'all' ? { start: 0, end: size - 1 } : range;
  const length = end - start + 1;
  response.writeHead(range === 'all' ? 200 : 206, {
    ...headers,
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    ...(range !== 'all' && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
    'Content-Length': length,
  });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  try {
    const bytes = file.read({ start, end });
    await pipeline(bytes, (chunks: AsyncIterable<Buffer>) => exactly(length, chunks, file), response);
  } catch (fault) {
    // A reader that goes away is no fault.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw fault;
  }
}

/** The bytes of each encoding have a tag, which is in quotes. */
function tagIn(encoding: Encoding, etag: string): string {
  return encoding === 'identity' ? etag : `${etag.slice(0, -1)}-${encoding}"`;
}

/** A range counts for GET only, and with `If-Range` only if the reader has the rest of this very file. */
function requestedRange(
  { method, headers }: IncomingMessage,
  { etag, size }: FileBytes,
): ByteRange | 'all' | 'unsatisfiable' {
  const condition = headers['if-range'];
  if (method !== 'GET' || (condition !== undefined && condition !== etag)) return 'all';
  return rangeIn(headers.range, size);
}

/**
 * Passes on bytes. Fails before the last of them if the file became shorter or was written into: the reader must not take
 * a part for all of it, nor the parts of two pictures for one.
 */
async function* exactly(length: number, chunks: AsyncIterable<Buffer>, file: FileBytes): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of chunks) {
    passed += chunk.length;
    if (passed === length && !(await file.isUnchanged()))
      throw new Unavailable('A file was changed while it was sent.');
    yield chunk;
  }
  if (passed < length) throw new Error(`A file ended after ${passed} of ${length} bytes.`);
}
