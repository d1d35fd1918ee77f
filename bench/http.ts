import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the line, compressed or not. */
  sent: Buffer;
  text(): string;
  /** Milliseconds from the request to the head of the answer, and to its end. */
  firstByte: number;
  whole: number;
}

/** What a browser says that it takes; Chromium's `zstd` neither site knows. */
export const asBrowser = 'gzip, deflate, br';

const keepAlive = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request over a connection that stays open. `host`: that of the request, if it is not the machine's address. */
export function get(port: number, path: string, encoding = asBrowser, agent = keepAlive, host?: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        headers: { 'Accept-Encoding': encoding, Accept: 'text/html', ...(host !== undefined && { Host: host }) },
      },
      (response) => {
        const firstByte = performance.now() - started;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const sent = Buffer.concat(parts);
          const { statusCode: status = 0, headers } = response;
          const text = (): string => unpacked(sent, headers['content-encoding']).toString();
          resolve({ status, headers, sent, text, firstByte, whole: performance.now() - started });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

function unpacked(sent: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(sent);
  return encoding === 'gzip' ? gunzipSync(sent) : sent;
}
