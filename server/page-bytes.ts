import { hash } from 'node:crypto';
import { CachedPage, keyOf, type PageHead } from './cached-page.ts';

/** The first line of a stored page. The bytes of the page follow it. */
type StoredHead = PageHead & {
  /** Bytes of the page: one that was cut short is not taken for a page. */
  length: number;
};

/** A page as it is stored outside memory: a checksum, its head as JSON in the first line, and its bytes. */
export function pageBytes({ head, stored }: CachedPage): Buffer {
  const text = JSON.stringify({ ...head, length: stored.length } satisfies StoredHead);
  return Buffer.concat([Buffer.from(`${checksum(text, stored)} ${text}\n`), stored]);
}

/** The page that has a key (`keyOf`) from such bytes; `undefined` where they are not the bytes that were written for it. */
export function pageFromBytes(bytes: Buffer, key: string): CachedPage | undefined {
  const [space, end] = [bytes.indexOf(' '), bytes.indexOf('\n')];
  const text = bytes.subarray(space + 1, end).toString();
  const body = bytes.subarray(end + 1);
  // A disk that was full or lost its power may have kept other bytes than were written.
  if (bytes.subarray(0, space).toString() !== checksum(text, body)) return undefined;
  const { length, ...head }: StoredHead = JSON.parse(text);
  return keyOf(head) === key && body.length === length ? new CachedPage(head, body) : undefined;
}

function checksum(head: string, body: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from(head), body]), 'base64url');
}
