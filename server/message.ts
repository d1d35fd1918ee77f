import type { IncomingMessage } from 'node:http';
import { searchFeedPath, searchPath } from '../site/addresses/search.ts';

/** Why a message is refused, whatever its address. */
export interface Refusal {
  status: 400 | 414 | 431 | 501 | 505;
  /** One sentence for the sender. */
  text: string;
}

/** Characters of the longest address. RFC 9110 (4.1) asks for at least 8000. */
export const longestTarget = 8000;
/** The same for a search: 10,000 letters of any script, each encoded as three bytes. */
const longestSearch = 32_000;
/** Bytes of the headers of a request. */
export const mostHeaderBytes = 16_384;
/** Bytes of the head of a request: one for a search, with all of its headers. */
export const mostHeadBytes = longestSearch + mostHeaderBytes;

/** The parts of a name are not empty; a dot may end it. */
const host =
  /^(?:(?:[a-z0-9\-_~!$&'()*+;=]|%[0-9a-f]{2})+(?:\.(?:[a-z0-9\-_~!$&'()*+;=]|%[0-9a-f]{2})+)*\.?|\[[0-9a-f:.]+\])(?::(\d{0,5}))?$/i;
const absoluteForm = /^https?:\/\/([^/?]*)(.*)$/i;

/**
 * Checks the parts of a request that hold for the whole message (RFC 9112): version, `Host`, framing and the form of the
 * target. An absolute target becomes the path with its query, and its authority replaces `Host` (RFC 9112, 3.2.2).
 * `undefined`: the request may be answered.
 */
export function refusalOf(request: IncomingMessage): Refusal | undefined {
  const { httpVersion, headers, method, url = '' } = request;
  if (httpVersion !== '1.1' && httpVersion !== '1.0')
    return { status: 505, text: 'This server speaks HTTP/1.1 and HTTP/1.0.' };
  const longest = isSearch(url) ? longestSearch : longestTarget;
  if (url.length > longest) return { status: 414, text: `An address has at most ${longest} characters.` };
  if (headerBytesOf(request) > mostHeaderBytes)
    return { status: 431, text: `The head of a request has at most ${mostHeaderBytes} bytes.` };
  const hosts = valuesOf(request, 'host');
  if (hosts.length > 1 || (hosts.length === 0 && httpVersion === '1.1')) return bad('A request has one Host.');
  if (!hosts.every(isHost)) return bad('The value of Host is not a host.');
  // A coding that this server does not know, or one that HTTP/1.0 does not have, hides where the next request begins.
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && httpVersion === '1.0') return bad('HTTP/1.0 has no Transfer-Encoding.');
  if (coding !== undefined && coding.toLowerCase() !== 'chunked')
    return { status: 501, text: 'The only Transfer-Encoding that this server reads is chunked.' };
  const [, authority, rest] = absoluteForm.exec(url) ?? [];
  if (authority !== undefined && rest !== undefined) {
    if (!isHost(authority)) return bad('The address has no valid host.');
    headers.host = authority;
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
  } else if (!url.startsWith('/') && !(url === '*' && method === 'OPTIONS')) {
    return bad('An address begins with “/”.');
  }
  return request.url?.includes('#') ? bad('An address in a request has no “#”.') : undefined;
}

function isSearch(url: string): boolean {
  const [path = ''] = (absoluteForm.exec(url)?.[2] ?? url).split('?', 1);
  return path === searchPath || path === searchFeedPath;
}

/** Each header takes a colon, a space and the end of its line beside its name and its value. */
function headerBytesOf({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
}

function isHost(text: string): boolean {
  const [found, port = ''] = host.exec(text) ?? [];
  return found !== undefined && Number(port) <= 65_535;
}

function bad(text: string): Refusal {
  return { status: 400, text };
}

/** All values that a request has for a header, also those that `headers` leaves out. `name` is in lower case. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}
