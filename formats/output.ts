import { hash } from 'node:crypto';

/** What an address answers that is not a page: a complete document and its headers. */
export interface Output {
  /** The value of Content-Type. */
  type: string;
  body: string;
  /** 200 if missing. */
  status?: 200 | 410;
  /** Headers besides those that every answer has. */
  headers?: Readonly<Record<string, string>>;
  /** The exact form of the address, if it differs from the normal path. */
  address?: string;
  /** Milliseconds since 1970. After that instant the document changes, although no gate has passed. */
  until?: number;
}

/** The address has moved permanently: 308 to the path `to`, or to an absolute address. Neither is encoded. */
export interface Redirect {
  to: string;
}

/** The digest of an output: two outputs with the same digest say the same. */
export function outputDigest({ status = 200, type, headers, address, body }: Output): string {
  return hash('sha256', JSON.stringify([status, type, headers, address]) + body, 'base64url');
}
