import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { namesTag } from './conditions.ts';
import { securityHeaders } from './headers.ts';

/** A file as it is sent. */
export interface FileAnswer {
  etag: string;
  headers: Record<string, string>;
  read: () => Buffer;
}

const types: Record<string, string> = {
  woff2: 'font/woff2',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  txt: 'text/plain; charset=utf-8',
};

/**
 * The few files that every site has: the build's fonts, and what lies in `public/`. They are known by name when the
 * server starts, so no address can lead anywhere else; scripts of the build are not among them.
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
        etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`,
        headers: { 'Content-Type': type, 'Cache-Control': caching },
        read: () => bytes,
      });
    }
  }
}

/** Sends a file, or says that the reader has it already. */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: FileAnswer): void {
  const headers = { ...securityHeaders, ...file.headers, ETag: file.etag };
  if (namesTag(request.headers['if-none-match'], (tag) => tag === file.etag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  const body = file.read();
  response.writeHead(200, { ...headers, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
