import { hash } from 'node:crypto';
import { readdirSync, readFileSync, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { namesTag } from './conditions.ts';
import { securityHeaders } from './headers.ts';
import { rangeIn, type ByteRange } from './range.ts';

/** The bytes of a file, ready to be sent. */
interface FileBytes {
  /** A strong ETag, in quotes. */
  etag: string;
  /** Bytes. */
  size: number;
  read(range: ByteRange): Readable;
}

/** A file, and the headers with which it is sent beside those that every answer has. */
export interface FileAnswer {
  file: FileBytes;
  headers: Readonly<Record<string, string>>;
}

const types: Record<string, string> = {
  woff2: 'font/woff2',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
};

/**
 * The few files that every site has: the build's fonts, and what lies in `public/`. They are read when the server starts,
 * so no address can lead to another file; scripts of the build are not among them.
 */
export class SiteFiles {
  readonly #files = new Map<string, FileAnswer>();

  constructor(root: string) {
    this.#add(join(root, '.next/static'), '/_next/static', 'public, max-age=31536000, immutable');
    this.#add(join(root, 'public'), '', 'public, max-age=3600');
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
        file: {
          etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`,
          size: bytes.length,
          read: ({ start, end }) => Readable.from([bytes.subarray(start, end + 1)]),
        },
        headers: { 'Content-Type': type, 'Cache-Control': caching },
      });
    }
  }
}

/** A file on disk that is open: whatever happens to its name, its bytes are those of its tag. */
export class OpenFile implements FileBytes {
  readonly etag: string;
  readonly size: number;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, { size, mtimeMs }: Stats) {
    this.#handle = handle;
    this.size = size;
    this.etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  }

  /** Opens a file; `undefined` if there is none. The caller must close it. Throws the fault of the system. */
  static async at(path: string): Promise<OpenFile | undefined> {
    let handle: FileHandle;
    try {
      handle = await open(/* turbopackIgnore: true */ path);
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
      throw fault;
    }
    const stats = await handle.stat();
    if (stats.isFile()) return new OpenFile(handle, stats);
    await handle.close();
    return undefined;
  }

  read({ start, end }: ByteRange): Readable {
    return this.#handle.createReadStream({ start, end, autoClose: false });
  }

  /** All bytes of the file. */
  bytes(): Promise<Buffer> {
    return this.#handle.readFile();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** Sends a file or a range of it, or answers 304 if the reader has it. Done when all is sent or the reader is gone. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, headers: own }: FileAnswer,
): Promise<void> {
  const { etag, size } = file;
  const headers = { ...securityHeaders, ...own, ETag: etag, 'Accept-Ranges': 'bytes' };
  if (namesTag(request.headers['if-none-match'], (tag) => tag === etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const range = requestedRange(request, file);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 });
    response.end();
    return;
  }
  const { start, end } = range === 'all' ? { start: 0, end: size - 1 } : range;
  const length = end - start + 1;
  if (range === 'all') response.writeHead(200, { ...headers, 'Content-Length': length });
  else
    response.writeHead(206, { ...headers, 'Content-Range': `bytes ${start}-${end}/${size}`, 'Content-Length': length });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  try {
    await pipeline(file.read({ start, end }), (chunks: AsyncIterable<Buffer>) => exactly(length, chunks), response);
  } catch (fault) {
    // A reader that goes away is no fault.
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw fault;
  }
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

/** Passes on bytes. Fails at the end if the file became shorter: the reader must not take a part for all of it. */
async function* exactly(length: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of chunks) {
    passed += chunk.length;
    yield chunk;
  }
  if (passed < length) throw new Error(`A file ended after ${passed} of ${length} bytes.`);
}
