import { createHash } from 'node:crypto';
import type { ImportedArticle } from './imported-article.ts';

/**
 * The ids of articles whose source gives none. They are made from what the item is at its source, so that another import
 * finds the article whatever an editor has changed in it, and so that an import knows the articles that imports made.
 */

/** UUIDs of version 5 (RFC 9562) need a namespace: this one stands for Dateline's imports. */
const namespace = Buffer.from('6f0d2a4e8c1b4f3a9d57c2e1b8a06d34', 'hex');

/** The id of an article: from the path of its file at the source, or else from its headline, agency and text. */
export function originId({ origin, fields, body }: ImportedArticle): string {
  const name = origin === undefined ? JSON.stringify([fields.agency ?? '', fields.headline, body]) : `file:${origin}`;
  const hash = createHash('sha1').update(namespace).update(name.normalize('NFC')).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

/** Whether an import made the id. The ids that `dateline new` makes have another version. */
export function isOriginId(id: unknown): boolean {
  return (
    typeof id === 'string' && /^urn:uuid:[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(id)
  );
}
