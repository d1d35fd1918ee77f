import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refused } from './connections.ts';

/** What an address is, for the log and the metrics. `other`: a redirect, a refusal, a fault. `malformed`: bytes that are no request. */
export type ExchangeKind = 'page' | 'output' | 'picture' | 'file' | 'health' | 'other' | 'malformed';

/** Where a page came from: it was kept in memory or on disk, or it was rendered for this request. */
export const pageSources = ['memory', 'disk', 'render'] as const;
export type PageSource = (typeof pageSources)[number];

/** A request and its answer. */
export interface Exchange {
  id: string;
  method: string;
  /** The target as it was sent, cut. */
  address: string;
  /** `1.1` */
  version: string;
  /** The address of the reader: that of the connection, or the one that the proxy in front has seen. */
  client: string;
  referrer: string | undefined;
  agent: string | undefined;
  /** The title that answers, in a newsroom with several. */
  title?: string | undefined;
  kind: ExchangeKind;
  source: PageSource | undefined;
  status: number;
  /** All that was sent, with the head. */
  bytes: number;
  /** From the head of the request to the end of the answer. */
  milliseconds: number;
  /** Whether the reader has got all of it. */
  complete: boolean;
}

/** Characters of an address and of a header that are kept. */
const longest = 500;

/** A request id that a proxy may send. Anything else could be a way to write into the log. */
const saneId = /^[\w.:+/=@-]{1,128}$/;

/** What is known of an exchange before its end. */
interface Begun {
  id: string;
  began: number;
  /** As it was sent: the handler may make a path of it. */
  address: string;
  title?: string;
  kind: ExchangeKind;
  source: PageSource | undefined;
}

const underWay = new WeakMap<ServerResponse, Begun>();

/** Begins an exchange, and sets the header with its id. `trustProxy`: see `Settings`. */
export function beginExchange(request: IncomingMessage, response: ServerResponse, trustProxy: boolean): void {
  const asked = trustProxy ? request.headers['x-request-id'] : undefined;
  const id = typeof asked === 'string' && saneId.test(asked) ? asked : randomUUID();
  response.setHeader('X-Request-Id', id);
  const address = request.url ?? '';
  underWay.set(response, { id, began: performance.now(), address, kind: 'other', source: undefined });
}

/** Notes what the address of a request is, where its page came from, and which title answers. */
export function noteExchange(
  response: ServerResponse,
  { kind, source, title }: Partial<Pick<Exchange, 'kind' | 'source' | 'title'>>,
): void {
  const begun = underWay.get(response);
  if (!begun) return;
  if (title !== undefined) begun.title = title;
  if (kind) begun.kind = kind;
  if (source) begun.source = source;
}

/** The id of an exchange that has begun. */
export function exchangeId(response: ServerResponse): string | undefined {
  return underWay.get(response)?.id;
}

/** An exchange at its end; `undefined` if it never began. `bytes` were sent. */
export function endedExchange(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: number,
  trustProxy: boolean,
): Exchange | undefined {
  const begun = underWay.get(response);
  if (!begun) return undefined;
  const { id, began, address, title, kind, source } = begun;
  const { method = '', httpVersion, headers, socket } = request;
  return {
    id,
    method,
    address: address.slice(0, longest),
    version: httpVersion,
    client: (trustProxy && lastOf(headers['x-forwarded-for'])) || socket.remoteAddress || '',
    referrer: headers.referer?.slice(0, longest),
    agent: headers['user-agent']?.slice(0, longest),
    title,
    kind,
    source,
    status: response.statusCode,
    bytes,
    milliseconds: performance.now() - began,
    complete: response.writableFinished,
  };
}

/** An exchange of bytes that were no request. */
export function refusedExchange({ method = '-', address = '-', ...refused }: Refused): Exchange {
  return {
    ...refused,
    method,
    address: address.slice(0, longest),
    version: '1.1',
    referrer: undefined,
    agent: undefined,
    kind: 'malformed',
    source: undefined,
    milliseconds: 0,
    complete: true,
  };
}

/** The last value of a header with several: the one that the nearest proxy has written; a reader can send the others. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim()
    .slice(0, longest);
}
