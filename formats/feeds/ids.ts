import { hash } from 'node:crypto';

const uuid = /^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const urn = /^urn:(?!uuid:)[a-z\d][a-z\d-]{1,30}:(?:[\w()+,.:=@;$!*'-]|%[\da-f]{2})+$/i;
const tag = /^tag:(?:[\w.-]+@)?[a-z\d.-]+,\d{4}(?:-\d\d){0,2}:[\w;/?:@&=+$.!~*'()%,#-]*$/;
const other = /^(?!urn:|tag:)[a-z][a-z\d+.-]*:[\w;/?:@&=+$.!~*'()%,#-]+$/i;

/**
 * The id of an article in feeds: its own id if that is a URI, as Atom requires (RFC 4287, 4.2.6). An editor may also write
 * ids in other forms. Such an id becomes a UUID, and the same id always gives the same UUID.
 */
export function entryId(id: string): string {
  return uuid.test(id) || urn.test(id) || tag.test(id) || (other.test(id) && URL.canParse(id)) ? id : nameUuid(id);
}

/** A UUID made from a name (RFC 9562, version 8). The same name gives the same UUID on every machine. */
export function nameUuid(name: string): string {
  const bytes = hash('sha1', `dateline ${name}`, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
