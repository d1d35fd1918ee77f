import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as requestByTls } from 'node:https';
import { connect } from 'node:net';

/** A response as it was received: redirects are not followed, and the body is not decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** Requests a target exactly as it is written: `fetch` would normalize it first. Any certificate is good enough. */
export function ask(
  base: string,
  target: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: OutgoingHttpHeaders } = {},
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(base);
  const send = protocol === 'https:' ? requestByTls : request;
  return new Promise((resolve, reject) => {
    const options = { host: hostname, port, path: target, method, headers, agent: false, rejectUnauthorized: false };
    const asked = send(options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(pieces);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Sends a request line that no normal client sends, and returns all that is received until the connection closes. */
export function askBytes(base: string, requestLine: Buffer | string): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(requestLine);
      socket.write('\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    });
    socket.setEncoding('utf8').on('data', (text) => (answer += String(text)));
    socket.on('close', () => resolve(answer));
    socket.on('error', (fault) => (answer === '' ? reject(fault) : resolve(answer)));
  });
}
